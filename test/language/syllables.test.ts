import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countSyllables, splitSyllables, splitWords } from "../../src/language/syllables.ts";

/** Terms as a person would find them, character by character: a number keeps its separators, and ends at a letter then. */
function splitNaively(text: string): string[] {
  const characters = [...text];
  const isTermCharacter = (at: number): boolean => /[\p{L}\p{M}\p{N}]/u.test(characters[at] ?? " ");
  const isDigit = (at: number): boolean => /\p{N}/u.test(characters[at] ?? " ");
  const terms: string[] = [];
  let term = "";
  for (let at = 0; at < characters.length; at++) {
    const isSeparator =
      /[.,]/.test(characters[at] ?? "") && /^[\p{N}.,]+$/u.test(term) && isDigit(at - 1) && isDigit(at + 1);
    const endsNumber = /[.,]/.test(term) && !isDigit(at) && !isSeparator;
    if (term !== "" && (endsNumber || !(isTermCharacter(at) || isSeparator))) {
      terms.push(term);
      term = "";
    }
    if (isTermCharacter(at) || isSeparator) term += characters[at];
  }
  return term === "" ? terms : [...terms, term];
}

describe("splitSyllables", () => {
  test("gives lower-case syllables, and numbers with their separators", () => {
    expect(splitSyllables("TP. Hà Nội: 3.060,7 nghìn tỷ, tăng 7%-8%!")).toEqual(
      "tp hà nội 3.060,7 nghìn tỷ tăng 7 8".split(" "),
    );
  });

  test("does not take the stop after a number for a part of it", () => {
    expect(splitSyllables("Năm 2020. Tăng 4,7%.")).toEqual(["năm", "2020", "tăng", "4,7"]);
  });

  test("knows both ways to place a tone as one", () => {
    expect(splitSyllables("Thành uỷ Hoà Lạc")).toEqual(splitSyllables("Thành ủy Hòa Lạc"));
  });

  test("gives the same for composed and decomposed input", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(splitSyllables(text.normalize("NFD"))).toEqual(splitSyllables(text.normalize("NFC")));
      }),
    );
    expect(splitSyllables("Chỉ số sản xuất".normalize("NFD"))).toEqual(["chỉ", "số", "sản", "xuất"]);
  });

  test("finds nothing in emoji, marks of punctuation and white space", () => {
    expect(splitSyllables("😀 – … !?\n\t")).toEqual([]);
    expect(splitSyllables("")).toEqual([]);
  });
});

describe("splitWords", () => {
  test("keeps words as they were typed", () => {
    expect(splitWords("TMĐT ở Hà Nội")).toEqual(["TMĐT", "ở", "Hà", "Nội"]);
  });

  test("finds the words that a naive reader finds, and counts as many", () => {
    const unit = fc.constantFrom(
      "a",
      "ệ",
      "Đ",
      "1",
      "20",
      ".",
      ",",
      " ",
      "%",
      "-",
      "😀",
      "東",
      "e\u0301",
      "\n",
    );
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        const composed = text.normalize("NFC");
        expect(splitWords(text)).toEqual(splitNaively(composed));
        expect(countSyllables(composed)).toBe(splitWords(text).length);
        expect(splitSyllables(text)).toHaveLength(splitWords(text).length);
      }),
    );
  });
});
