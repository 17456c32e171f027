import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { combine, loadRankingModel, toProbability } from "../../src/search/model.ts";
import {
  ANSWER_SIGNALS,
  CONTEXT_SIGNALS,
  FOLLOW_UP_PASSAGE_SIGNALS,
  FOLLOW_UP_SENTENCE_SIGNALS,
  PASSAGE_SIGNALS,
  SENTENCE_SIGNALS,
  TOPIC_SIGNALS,
} from "../../src/search/signals.ts";
import { makeFolder } from "../support/corpus.ts";

describe("the weights that come with the product", () => {
  const model = loadRankingModel();

  test("name every signal once and no other", () => {
    expect(Object.keys(model.passage).sort()).toEqual([...PASSAGE_SIGNALS].sort());
    expect(Object.keys(model.sentence).sort()).toEqual([...SENTENCE_SIGNALS].sort());
    expect(Object.keys(model.answers.weights).sort()).toEqual([...ANSWER_SIGNALS].sort());
    expect(Object.keys(model.topic.weights).sort()).toEqual([...TOPIC_SIGNALS].sort());
    expect(Object.keys(model.context.weights).sort()).toEqual([...CONTEXT_SIGNALS].sort());
    expect(Object.keys(model.followUp.passage).sort()).toEqual([...FOLLOW_UP_PASSAGE_SIGNALS].sort());
    expect(Object.keys(model.followUp.sentence).sort()).toEqual([...FOLLOW_UP_SENTENCE_SIGNALS].sort());
  });

  test("call an answer only what is surer than not", () => {
    expect(model.answers.threshold).toBeGreaterThanOrEqual(0.5);
    expect(model.answers.threshold).toBeLessThan(1);
    expect(model.topic.threshold).toBeGreaterThan(0);
    expect(model.topic.threshold).toBeLessThan(1);
  });
});

test.each<[string, (model: ReturnType<typeof loadRankingModel>) => object]>([
  ["lacks a signal", ({ passage: { plain: _, ...passage }, ...model }) => ({ ...model, passage })],
  ["has an unknown signal", (model) => ({ ...model, sentence: { ...model.sentence, luck: 1 } })],
  ["has a weight that is no number", (model) => ({ ...model, passage: { ...model.passage, plain: "3" } })],
  ["has a threshold above 1", (model) => ({ ...model, topic: { ...model.topic, threshold: 2 } })],
])("a file of weights that %s is refused", async (_, change) => {
  const file = join(await makeFolder(), "model.json");
  await writeFile(file, JSON.stringify(change(loadRankingModel())));
  expect(() => loadRankingModel(file)).toThrow();
});

test("combine adds the signals, each times its weight", () => {
  expect(combine({ a: 2, b: -1 }, { a: 3, b: 4 }, ["a", "b"])).toBe(2);
});

test("toProbability gives a share that grows with the score, however large it is", () => {
  expect(toProbability(0)).toBe(0.5);
  expect(toProbability(Math.log(3))).toBeCloseTo(0.75);
  const shares = [-1_000, -10, -1, 0, 1, 10, 1_000].map(toProbability);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
});
