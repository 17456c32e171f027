import { describe, expect, test } from "vitest";
import { LexicalIndex } from "../../src/index/lexical/lexical-index.ts";
import { foldDiacritics } from "../../src/language/fold.ts";
import { loadSyllableModel } from "../../src/language/restoration/syllable-model.ts";
import { readRestored } from "../../src/search/restored-reading.ts";

const language = loadSyllableModel();
const lexical = LexicalIndex.build([
  ["Phó Giám đốc Đàm Tiến Thắng phát biểu tại hội nghị."],
  ["Chỉ số sản xuất công nghiệp tăng 4,7%."],
]);

describe("readRestored", () => {
  test("gives a question its diacritics back, and leaves numbers as they are", () => {
    expect(readRestored(lexical, language, "Chi so san xuat cong nghiep 2020 tang 4,7%?")).toBe(
      "chỉ số sản xuất công nghiệp 2020 tăng 4,7",
    );
  });

  test("knows the phrases that ask, which news hardly have", () => {
    for (const question of [
      "thành lập bao nhiêu cụm công nghiệp",
      "chỉ số sản xuất như thế nào",
      "ai là giám đốc",
    ]) {
      expect(readRestored(lexical, language, foldDiacritics(question))).toBe(question);
    }
  });

  test("never overrules what was typed with diacritics", () => {
    expect(readRestored(lexical, language, "cụm cổng nghiep")?.split(" ").slice(0, 2)).toEqual([
      "cụm",
      "cổng",
    ]);
  });

  test("knows names from the articles", () => {
    expect(readRestored(lexical, language, "dam tien thang")).toBe("đàm tiến thắng");
  });

  test.each([
    ["has them all", "chỉ số sản xuất công nghiệp"],
    ["is English", "How many industrial clusters did the city establish last year?"],
    ["is a number", "2020"],
    ["is another script", "東京都"],
    ["has no word", "😀 ?!"],
    ["is empty", ""],
  ])("adds nothing to a question that %s", (_, question) => {
    expect(readRestored(lexical, language, question)).toBeNull();
  });
});
