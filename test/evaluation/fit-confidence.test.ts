import { describe, expect, test } from "vitest";
import type { ConfidenceRow } from "../../src/evaluation/collect-confidence.ts";
import { chooseThreshold, fitConfidence } from "../../src/evaluation/fit-confidence.ts";
import { ANSWER_SIGNALS, CONFIDENCE_SIGNALS, TOPIC_SIGNALS } from "../../src/search/signals.ts";

const ALLOWED = { mostYesMissed: 0.1, mostNoTaken: 0.1 };

describe("chooseThreshold", () => {
  test("parts what can be parted, in the middle", () => {
    expect(chooseThreshold([0.7, 0.8, 0.9], [0.1, 0.3], ALLOWED)).toBeCloseTo(0.5);
  });

  test("gives way to the error of which less is allowed", () => {
    const yes = [0.2, 0.6, 0.7, 0.8];
    const no = [0.1, 0.3, 0.4];
    const careful = chooseThreshold(yes, no, { mostYesMissed: 0.5, mostNoTaken: 0.01 });
    const generous = chooseThreshold(yes, no, { mostYesMissed: 0.01, mostNoTaken: 0.5 });
    expect(careful).toBeGreaterThan(0.4);
    expect(generous).toBeLessThan(0.2);
  });
});

function rowOf(source: string, question: number, overrides: Partial<ConfidenceRow>): ConfidenceRow {
  const { answers = false, onTopic = true } = overrides;
  const told: Record<string, number> = { margin: answers ? 0.8 : 0.2, corpusCosine: onTopic ? 0.6 : 0.1 };
  const signals = CONFIDENCE_SIGNALS.map((name, at) => told[name] ?? ((question + at) % 5) / 5);
  return { source, question, answers, onTopic, weight: 1, signals };
}

test("fitConfidence tells answers, what is on the topic, and the rest apart", () => {
  const rows = Array.from({ length: 16 }, (_, question) => [
    rowOf("gold/as-typed", 3 * question, { answers: true }),
    rowOf("gold/near-miss", 3 * question + 1, {}),
    rowOf("gold/off-topic", 3 * question + 2, { onTopic: false }),
  ]).flat();
  const { answers, topic } = fitConfidence(rows);
  expect(Object.keys(answers.weights)).toEqual([...ANSWER_SIGNALS]);
  expect(Object.keys(topic.weights)).toEqual([...TOPIC_SIGNALS]);
  const tell = ({ bias, weights }: typeof answers, { signals }: ConfidenceRow) =>
    1 /
    (1 +
      Math.exp(
        -bias -
          CONFIDENCE_SIGNALS.reduce((sum, name, at) => sum + (weights[name] ?? 0) * (signals[at] ?? 0), 0),
      ));
  for (const row of rows) {
    expect([row.source, tell(answers, row) >= answers.threshold]).toEqual([row.source, row.answers]);
    expect([row.source, tell(topic, row) >= topic.threshold]).toEqual([row.source, row.onTopic]);
  }
});

test("fitConfidence calls nothing an answer that is less sure than not, however rare answers are", () => {
  const rows = Array.from({ length: 40 }, (_, question) => {
    const isAnswer = question % 8 === 0;
    // Nothing tells answers from the rest, so that every probability is about one in eight.
    const row = rowOf(isAnswer ? "gold/as-typed" : "gold/near-miss", question, {});
    return { ...row, answers: isAnswer };
  });
  expect(fitConfidence(rows).answers.threshold).toBe(0.5);
});
