import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadArticles } from "../../src/articles/load-articles.ts";
import { splitPassages } from "../../src/articles/passages.ts";
import { GOLD_FILE } from "../../src/evaluation/evaluate-command.ts";
import {
  contextOf,
  GOLD_KINDS,
  type GoldQuestion,
  isRightAnswer,
  meetsAnswer,
  readGoldQuestions,
} from "../../src/evaluation/gold.ts";
import { HALVES } from "../../src/evaluation/halves.ts";
import { makeCorpus, SEEDS } from "../support/corpus.ts";

const UNANSWERABLE: readonly string[] = ["near-miss", "off-topic"];

describe("the gold set", () => {
  test("has 1,200 questions or more, of every kind in both halves", async () => {
    const questions = await readGoldQuestions(GOLD_FILE);
    expect(questions.length).toBeGreaterThanOrEqual(1200);
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
    expect(new Set(questions.map(({ text, context }) => `${context} ${text}`)).size).toBe(questions.length);
    for (const half of HALVES) {
      for (const kind of GOLD_KINDS) {
        const own = questions.filter((question) => question.half === half && question.kind === kind);
        expect(own.length).toBeGreaterThanOrEqual(8);
      }
    }
  });

  test("expects what stands in the articles, and nothing of questions that they do not answer", async () => {
    const { articles } = await loadArticles(SEEDS);
    // A text must stand in one passage, or no quote could hold it.
    const passages = articles.flatMap((article) =>
      splitPassages(article).map(({ start, end }) => ({
        file: article.file,
        text: article.text.slice(start, end),
      })),
    );
    for (const { id, kind, expected, files } of await readGoldQuestions(GOLD_FILE)) {
      expect([id, expected.length > 0]).toEqual([id, !UNANSWERABLE.includes(kind)]);
      for (const text of expected) {
        const holding = passages.filter((passage) => passage.text.includes(text));
        expect([id, holding.length > 0]).toEqual([id, true]);
        expect([id, holding.some(({ file }) => files.includes(file))]).toEqual([id, true]);
      }
    }
  });

  test("gives a question before to all follow-ups, and to others only where nothing answers them", async () => {
    for (const { id, kind, context, standsAlone } of await readGoldQuestions(GOLD_FILE)) {
      if (kind === "follow-up") expect([id, context !== null]).toEqual([id, true]);
      else if (!UNANSWERABLE.includes(kind)) expect([id, context]).toEqual([id, null]);
      if (context === null) expect([id, standsAlone]).toEqual([id, false]);
      else if (kind === "off-topic") expect([id, standsAlone]).toEqual([id, true]);
    }
  });

  test("tells the question that one needs to be understood", () => {
    expect(contextOf(QUESTION)).toBeUndefined();
    expect(contextOf({ ...QUESTION, context: "Có gì mới?" })).toBe("Có gì mới?");
    expect(contextOf({ ...QUESTION, context: "Có gì mới?", standsAlone: true })).toBeUndefined();
  });
});

const QUESTION: GoldQuestion = {
  id: "g1",
  kind: "as-typed",
  half: "tuning",
  text: "Bao nhiêu cụm?",
  context: null,
  standsAlone: false,
  expected: ["43 cụm", "bốn mươi ba cụm"],
  files: ["a.txt"],
};

test("a span meets an answer that it reaches into", () => {
  const text = "Có 43 cụm. Có 5 chợ.";
  expect(meetsAnswer(QUESTION, text, { start: 0, end: 10 })).toBe(true);
  expect(meetsAnswer(QUESTION, text, { start: 8, end: 20 })).toBe(true);
  expect(meetsAnswer(QUESTION, text, { start: 11, end: 20 })).toBe(false);
  expect(meetsAnswer(QUESTION, "Có 5 chợ.", { start: 0, end: 9 })).toBe(false);
});

test("an answer is right that holds one of the expected texts", () => {
  expect(isRightAnswer(QUESTION, "Có 43 cụm công nghiệp.")).toBe(true);
  expect(isRightAnswer(QUESTION, "Có bốn mươi ba cụm.")).toBe(true);
  expect(isRightAnswer(QUESTION, "Có 43  cụm.")).toBe(false);
  expect(isRightAnswer({ ...QUESTION, expected: [] }, "Có 43 cụm.")).toBe(false);
});

test.each([
  ["kind", { ...QUESTION, kind: "hard" }],
  ["half", { ...QUESTION, half: "both" }],
  ["text", { ...QUESTION, text: "" }],
])("a gold question with a wrong %s is named by its line", async (field, row) => {
  const folder = await makeCorpus({ "gold.jsonl": `${JSON.stringify(QUESTION)}\n${JSON.stringify(row)}\n` });
  await expect(readGoldQuestions(join(folder, "gold.jsonl"))).rejects.toThrow(
    new RegExp(`gold\\.jsonl, line 2: .*${field}`),
  );
});
