import { describe, expect, test } from "vitest";
import { createRandom } from "../../src/evaluation/random.ts";
import type { Story } from "../../src/evaluation/stories.ts";
import { foldDiacritics } from "../../src/language/fold.ts";
import { drawExcerpts, drawFoldings, drawSayings, drawStories } from "../../src/teaching/lessons.ts";
import { sayingsOf } from "../../src/teaching/sayings.ts";

/** The letters of a text as numbers, to be read back. */
const tokenize = (text: string): number[] => [...text].map((letter) => letter.codePointAt(0) ?? 0);
const read = (tokens: readonly number[]): string => String.fromCodePoint(...tokens);

const SAYINGS = [
  { say: ["tiền lời"], mean: ["lãi suất"] },
  { say: ["đồ giả"], mean: ["hàng nhái"] },
];
const STORY: Story = {
  title: "Chợ",
  passages: [
    { text: "Chợ có 120 gian hàng được khai trương.", everyday: ["mấy quầy bán đồ ở đó vậy"], english: [] },
    { text: "Không ai hỏi về đoạn này cả.", everyday: [], english: [] },
    { text: "Phí thuê là 2 triệu đồng một tháng.", everyday: [], english: ["How much is the monthly rent?"] },
  ],
};

describe("drawSayings", () => {
  test("asks each entry first once at most, joined with others, with diacritics or without", () => {
    const teaching = { random: createRandom(1), tokenize };
    const seen = new Set<string>();
    for (let draw = 0; draw < 50; draw++) {
      const pairs = drawSayings(SAYINGS, 10, teaching);
      expect(pairs).toHaveLength(2);
      for (const { asked, answer } of pairs) {
        expect(read(asked)).toMatch(/^(?:tiền lời|tien loi|đồ giả|do gia){1,3}$/);
        expect(read(answer)).toMatch(/^(?:lãi suất|lai suat|hàng nhái|hang nhai){1,3}$/);
        seen.add(read(asked));
      }
    }
    expect(seen.size).toBeGreaterThan(10);
  });

  test("draws the same with the same seed", () => {
    const draw = () => drawSayings(SAYINGS, 2, { random: createRandom(4), tokenize });
    expect(draw()).toEqual(draw());
  });
});

describe("drawStories", () => {
  test("asks a question of each passage that has one, some tokens left out", () => {
    const pairs = drawStories([STORY], 5, { random: createRandom(2), tokenize });
    expect(pairs).toHaveLength(2);
    const [first, second] = pairs.map(({ answer }) => answer.length);
    expect(first).toBeLessThanOrEqual([...(STORY.passages[0]?.text ?? "")].length);
    expect(first).toBeGreaterThan(20);
    expect(second).toBeGreaterThan(20);
  });
});

describe("drawExcerpts", () => {
  test("asks for a title or for some words of a passage, and hides a part of the passage", () => {
    const texts = STORY.passages.map(({ text }) => text);
    for (let seed = 0; seed < 20; seed++) {
      const pairs = drawExcerpts([STORY], 10, { random: createRandom(seed), tokenize });
      expect(pairs).toHaveLength(texts.length);
      for (const { asked, answer } of pairs) {
        const excerpt = read(asked);
        const isPart = [STORY.title, ...texts].some(
          (text) => text.includes(excerpt) || foldDiacritics(text).includes(excerpt),
        );
        expect([excerpt, isPart]).toEqual([excerpt, true]);
        expect(answer.length).toBeLessThan(Math.max(...texts.map(({ length }) => length)));
      }
    }
  });
});

describe("drawFoldings", () => {
  test("asks for words without diacritics by the words themselves", () => {
    const pairs = drawFoldings(() => ({ token: 7, text: "công nghiệp" }), 3, {
      random: createRandom(1),
      tokenize,
    });
    expect(pairs).toHaveLength(3);
    for (const { asked, answer } of pairs) {
      expect(read(asked)).toMatch(/^(?:cong nghiep){4,10}$/);
      expect(answer).toEqual(new Array(answer.length).fill(7));
    }
  });
});

test("sayingsOf reads all parts of a lexicon", () => {
  const sayings = sayingsOf({
    abbreviations: [
      { short: ["TMĐT"], long: ["thương mại điện tử"], english: ["e-commerce"], caseSensitive: false },
      { short: ["DN"], long: ["doanh nghiệp"], caseSensitive: false },
    ],
    synonyms: [["chợ", "chợ búa"]],
    glossary: [{ english: ["market"], vietnamese: ["chợ"] }],
    everyday: [{ say: [{ text: "đồ giả", isExact: true }], mean: ["hàng nhái"] }],
    related: [{ say: [{ text: "rau củ", isExact: false }], mean: ["nông sản"] }],
  });
  expect(sayings).toEqual([
    { say: ["đồ giả"], mean: ["hàng nhái"] },
    { say: ["rau củ"], mean: ["nông sản"] },
    { say: ["TMĐT"], mean: ["thương mại điện tử"] },
    { say: ["e-commerce"], mean: ["thương mại điện tử"] },
    { say: ["DN"], mean: ["doanh nghiệp"] },
    { say: ["chợ", "chợ búa"], mean: ["chợ", "chợ búa"] },
    { say: ["market"], mean: ["chợ"] },
  ]);
});
