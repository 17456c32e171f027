import { describe, expect, test } from "vitest";
import { findNumberForms, swapNumerals } from "../../src/language/number-forms.ts";
import { splitSyllables } from "../../src/language/syllables.ts";

describe("findNumberForms", () => {
  test.each([
    ["2 700 tỷ", 2, ["2.700", "2,700"]],
    ["1 234 567 người", 3, ["1.234.567"]],
    ["3 5 phần trăm", 2, ["3,5"]],
    ["4 55", 2, ["4,55"]],
    ["16,150", 1, ["16.150"]],
    ["584.7 trillion", 1, ["584,7"]],
    ["1,234.5", 1, ["1.234,5"]],
    ["16150 tỷ", 1, ["16.150"]],
    ["1234567", 1, ["1.234.567"]],
  ])("writes %s as articles may", (text, length, forms) => {
    expect(findNumberForms(splitSyllables(text), 0)).toEqual({ length, forms });
  });

  test.each(["", "cụm công nghiệp", "43 cụm", "2020", "năm 2 700", "tháng 8", "5", "999", "4g 5g"])(
    "knows no other way to write %s",
    (text) => {
      expect(findNumberForms(splitSyllables(text), 0)).toBeNull();
    },
  );

  test("takes a year for a year and no beginning of thousands", () => {
    expect(findNumberForms(splitSyllables("tháng 12 2020"), 1)).toBeNull();
    expect(findNumberForms(splitSyllables("0 700"), 0)).toEqual({ length: 2, forms: ["0,700"] });
  });
});

test.each([
  ["3", "iii"],
  ["03", "iii"],
  ["4", "iv"],
  ["13", "xiii"],
  ["39", "xxxix"],
  ["xvii", "17"],
])("%s and %s are one numeral", (one, other) => {
  expect(swapNumerals(one)).toBe(other);
});

test.each(["40", "0", "2020", "vii i", "iiii", "chợ", ""])("%j has no other numeral", (word) => {
  expect(swapNumerals(word)).toBeNull();
});

test("what is a syllable besides is a numeral only behind what is counted so", () => {
  expect(swapNumerals("vi", "hành")).toBeNull();
  expect(swapNumerals("6", "xử")).toBeNull();
  expect(swapNumerals("i", "quý")).toBe("1");
  expect(swapNumerals("6", "khóa")).toBe("vi");
});
