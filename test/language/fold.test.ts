import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldDiacritics } from "../../src/language/fold.ts";

const VIETNAMESE_LETTERS = [
  "aàáảãạăằắẳẵặâầấẩẫậ",
  "eèéẻẽẹêềếểễệ",
  "iìíỉĩị",
  "oòóỏõọôồốổỗộơờớởỡợ",
  "uùúủũụưừứửữự",
  "yỳýỷỹỵ",
  "dđ",
];

/** What Unicode says, letter by letter: the first code point of the canonical decomposition, marks left out. */
function foldNaively(text: string): string {
  return [...text.normalize("NFD")]
    .filter((character) => !/\p{M}/u.test(character))
    .map((character) => ({ đ: "d", Đ: "D" })[character] ?? character)
    .join("");
}

describe("foldDiacritics", () => {
  test("strips every Vietnamese letter to its base, small and capital", () => {
    for (const letters of VIETNAMESE_LETTERS) {
      const base = letters.slice(0, 1);
      expect(foldDiacritics(letters)).toBe(base.repeat(letters.length));
      expect(foldDiacritics(letters.toUpperCase())).toBe(base.toUpperCase().repeat(letters.length));
    }
  });

  test("turns what people write into what they type in a hurry", () => {
    expect(foldDiacritics("Đẩy mạnh cụm công nghiệp, 753,3 ha")).toBe("Day manh cum cong nghiep, 753,3 ha");
  });

  test("agrees with Unicode on any text, composed or not, and stays as it is the second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const folded = foldDiacritics(text);
        expect(folded).toBe(foldNaively(text));
        expect(foldDiacritics(text.normalize("NFD"))).toBe(foldDiacritics(text.normalize("NFC")));
        expect(foldDiacritics(folded)).toBe(folded);
      }),
    );
  });
});
