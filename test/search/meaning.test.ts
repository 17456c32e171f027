import { describe, expect, it } from "vitest";
import { LexicalIndex } from "../../src/index/lexical/lexical-index.ts";
import { NearWords } from "../../src/language/near-words.ts";
import { meetUnits, parseMeaning, type Stretch, shareMet } from "../../src/search/meaning.ts";

const SENTENCES = ["Hàng tồn kho giảm mạnh.", "Người dân mua sắm nhiều hơn.", "Xuất khẩu gạo tăng."] as const;
const lexical = LexicalIndex.build(SENTENCES.map((sentence) => [sentence]));
const nearWords = new NearWords(
  "tiêu dùng\t5.00\t1:60\nmua sắm\t5.00\t0:60\nexports\t6.00\t3:70\nxuất khẩu\t4.00\t2:70\n",
);

function parse(...stretches: ReadonlyArray<Partial<Stretch>>) {
  return parseMeaning(
    lexical,
    nearWords,
    stretches.map((stretch) => ({ syllables: [], alternatives: [], share: 1, ...stretch })),
  );
}

function meet(meaning: ReturnType<typeof parse>, sentence: number): number[] {
  const { tokens, sentenceTokens } = lexical.parts;
  const run = tokens.subarray(sentenceTokens[sentence], sentenceTokens[sentence + 1]);
  return [...meetUnits(lexical, meaning, run)].map((met) => Math.round(met * 100) / 100);
}

describe("parseMeaning", () => {
  it("cuts a stretch into the longest phrases that the table knows", () => {
    expect(parse({ syllables: ["gạo", "xuất", "khẩu", "mua", "sắm"] }).masses).toHaveLength(3);
  });

  it("weighs a unit by the square of its vector's length, and function words less", () => {
    expect([...parse({ syllables: ["exports"] }).masses]).toEqual([36]);
    expect([...parse({ syllables: ["exports"], share: 0.5 }).masses]).toEqual([18]);
  });

  it("counts a unit that is said twice once", () => {
    expect(parse({ syllables: ["gạo", "gạo"] }).masses).toHaveLength(1);
  });
});

describe("meetUnits", () => {
  it("meets a unit fully by its own words, and by near ones as far as they are near", () => {
    const meaning = parse({ syllables: ["tiêu", "dùng", "xuất", "khẩu"] });
    expect(meet(meaning, 1)).toEqual([0.6, 0]);
    expect(meet(meaning, 2)).toEqual([0, 1]);
  });

  it("meets an English word by its Vietnamese neighbour", () => {
    expect(meet(parse({ syllables: ["exports"] }), 2)).toEqual([0.7]);
  });

  it("meets a unit by what the lexicon says for it, and by what is near that", () => {
    const alternatives = [{ words: ["tiêu", "dùng"], weight: 0.9 }];
    expect(meet(parse({ syllables: ["spending"], alternatives }), 1)).toEqual([0.54]);
  });

  it("does not take a word with other diacritics for the one that was typed", () => {
    expect(meet(parse({ syllables: ["gao"] }), 2)).toEqual([1]);
    expect(meet(parse({ syllables: ["gáo"] }), 2)).toEqual([0.3]);
  });
});

describe("shares", () => {
  it("are of the mass", () => {
    expect(shareMet(Float64Array.of(3, 1), [1, 0])).toBe(0.75);
  });

  it("are nothing where a question has no units", () => {
    expect(shareMet(new Float64Array(), [])).toBe(0);
  });
});
