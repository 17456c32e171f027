import { expect, test } from "vitest";
import { countGold, type GoldOutcome } from "../../src/evaluation/evaluate-gold.ts";
import type { GoldKind, GoldQuestion } from "../../src/evaluation/gold.ts";

function outcomeOf(
  kind: GoldKind,
  outcome: GoldOutcome["outcome"],
  right: readonly boolean[],
  isMarked = false,
): GoldOutcome {
  const question: GoldQuestion = {
    id: "g",
    kind,
    half: "reporting",
    text: "?",
    context: null,
    standsAlone: false,
    expected: kind === "near-miss" ? [] : ["43 cụm"],
    files: [],
  };
  return { question, outcome, right, isMarked };
}

test("counts what was asked over several corpora together, kind by kind", () => {
  const first = [
    outcomeOf("english", "answered", [true, false], true),
    outcomeOf("near-miss", "not-found", []),
  ];
  const second = [outcomeOf("english", "related", [false, true])];
  expect(countGold([...first, ...second])).toEqual([
    {
      half: "reporting",
      kind: "english",
      questions: 2,
      successAt1: 0.5,
      successAt5: 1,
      marked: 1,
      answered: 0.5,
      related: 0.5,
      notFound: 0,
    },
    {
      half: "reporting",
      kind: "near-miss",
      questions: 1,
      successAt1: null,
      successAt5: null,
      marked: null,
      answered: 0,
      related: 0,
      notFound: 1,
    },
  ]);
});
