import { describe, expect, test } from "vitest";
import { splitPassages } from "../../src/articles/passages.ts";
import { makeCorpus } from "../../src/benchmark/make-articles.ts";
import { quantile, summarise, timeEach } from "../../src/benchmark/statistics.ts";
import { countSyllables, splitSyllables } from "../../src/language/syllables.ts";

describe("the made corpus", () => {
  test("is the same for the same seed and another for another", () => {
    expect(makeCorpus(50, 10)).toEqual(makeCorpus(50, 10));
    expect(makeCorpus(50, 10, 2)).not.toEqual(makeCorpus(50, 10));
  });

  test("has paragraphs of the length of a passage, as many as asked for, and questions", () => {
    const { articles, questions } = makeCorpus(35, 12);
    expect(articles).toHaveLength(4);
    const paragraphs = articles.flatMap(({ text }) => text.trimEnd().split("\n\n").slice(1));
    expect(paragraphs).toHaveLength(35);
    const passages = paragraphs.flatMap((text) =>
      splitPassages({
        text,
        paragraphs: [{ number: 1, start: 0, end: text.length, section: 0 }],
      }),
    );
    expect(passages.length).toBeGreaterThanOrEqual(35);
    expect(passages.length).toBeLessThan(50);
    expect(questions).toHaveLength(12);
    for (const question of questions) expect(countSyllables(question)).toBeGreaterThan(6);
  });

  test("uses its words as a language does: a few very often, most of them seldom", () => {
    const counts = new Map<string, number>();
    for (const { text } of makeCorpus(500, 10).articles)
      for (const syllable of splitSyllables(text)) counts.set(syllable, (counts.get(syllable) ?? 0) + 1);
    const sorted = [...counts.values()].sort((a, b) => b - a);
    const total = sorted.reduce((sum, count) => sum + count, 0);
    const ofTen = sorted.slice(0, 10).reduce((sum, count) => sum + count, 0);
    expect(ofTen / total).toBeGreaterThan(0.15);
    expect(sorted.length).toBeGreaterThan(800);
  });
});

describe("statistics", () => {
  test("give the value that a share of the values do not pass", () => {
    const values = Array.from({ length: 100 }, (_, at) => 100 - at);
    expect(summarise(values)).toEqual({ median: 50, p95: 95 });
    expect(quantile([3], 0.95)).toBe(3);
    expect(quantile([], 0.5)).toBe(0);
  });

  test("time each input once, after a warm-up that is not counted", async () => {
    const worked: number[] = [];
    const times = await timeEach([1, 2, 3], (input) => worked.push(input), 2);
    expect(worked).toEqual([1, 2, 1, 2, 3]);
    expect(times).toHaveLength(3);
  });
});
