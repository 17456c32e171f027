import { describe, expect, test } from "vitest";
import { placeTone } from "../../src/language/tone.ts";

describe("placeTone", () => {
  test.each([
    ["hoà", "hòa"],
    ["khoẻ", "khỏe"],
    ["uỷ", "ủy"],
    ["thuỵ", "thụy"],
    ["loã", "lõa"],
    ["xoè", "xòe"],
    ["tuý", "túy"],
  ])("writes %s in the old style, as %s", (newStyle, oldStyle) => {
    expect(placeTone(newStyle)).toBe(oldStyle);
    expect(placeTone(oldStyle)).toBe(oldStyle);
  });

  test.each(["quý", "quỳ", "quỷ"])("leaves %s alone, where u belongs to the consonant", (syllable) => {
    expect(placeTone(syllable)).toBe(syllable);
  });

  test.each(["hoàn", "toán", "thuý an", "xoài", "khuya", "mía", "a", ""])("leaves %j alone", (syllable) => {
    expect(placeTone(syllable)).toBe(syllable);
  });
});
