import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldDiacritics } from "../../../src/language/fold.ts";
import { restoreDiacritics } from "../../../src/language/restoration/restore.ts";
import { loadSyllableModel, SyllableModel } from "../../../src/language/restoration/syllable-model.ts";
import { splitSyllables } from "../../../src/language/syllables.ts";

const model = loadSyllableModel();

function restore(question: string): string {
  return restoreDiacritics(model, splitSyllables(question)).join(" ");
}

describe("restoreDiacritics", () => {
  test.each([
    "chỉ số sản xuất công nghiệp",
    "hà nội đã thành lập các cụm công nghiệp mới",
    "kim ngạch xuất khẩu năm nay tăng nhanh",
    "thương mại điện tử",
    "bộ trưởng bộ công thương",
    "doanh nghiệp nhỏ và vừa",
  ])("gives %j back what was left out", (question) => {
    expect(restore(foldDiacritics(question))).toBe(question);
  });

  test("leaves what was typed with diacritics, also where another syllable is more usual", () => {
    expect(restore("cụm cổng nghiep").split(" ").slice(0, 2)).toEqual(["cụm", "cổng"]);
    expect(restore("sở công thuong")).toBe("sở công thương");
  });

  test("leaves numbers, English and what no syllable looks like", () => {
    expect(restore("EVFTA logistics 4,7 2020 3.060,7 covid")).toBe("evfta logistics 4,7 2020 3.060,7 covid");
    expect(restore("industrial clusters")).toBe("industrial clusters");
    expect(restore("東京 😀 xyzzy")).toBe("東京 xyzzy");
  });

  test("restores nothing of nothing", () => {
    expect(restoreDiacritics(model, [])).toEqual([]);
  });

  test("changes nothing but diacritics that were not typed, whatever the syllables", () => {
    const syllable = fc.oneof(
      fc.constantFrom(..."chi so san xuat cong nghiep cụm Hà Nội đ hòa hoà evfta 4,7 2020 東".split(" ")),
      fc.string({ unit: "grapheme", maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(syllable, { maxLength: 20 }), (parts) => {
        const typed = splitSyllables(parts.join(" "));
        const restored = restoreDiacritics(model, typed);
        expect(restored.map(foldDiacritics)).toEqual(typed.map(foldDiacritics));
        for (const [at, each] of typed.entries()) {
          if (foldDiacritics(each) !== each) expect(restored[at]).toBe(each);
        }
      }),
    );
  });

  test("gives the same for what it has restored", () => {
    const once = restore("ha noi phat trien cum cong nghiep");
    expect(restore(once)).toBe(once);
  });
});

describe("the syllable model", () => {
  const small = new SyllableModel(
    "hoà\t8\nhoa\t4\ncông\t6\ncống\t2",
    // hoa công, công hòa: sorted keys.
    Uint32Array.of(1 * 2 ** 16 + 2, 2 * 2 ** 16 + 0),
    Uint8Array.of(0, Math.round(14 * Math.log(3))),
  );

  test("knows syllables in the old style, and which look alike, the more frequent first", () => {
    expect(small.candidates("hoa")).toEqual(["hòa", "hoa"]);
    expect(small.candidates("cong")).toEqual(["công", "cống"]);
    expect(small.candidates("công")).toEqual([]);
    expect(["hòa", "hoa", "cong", "cống"].map((each) => small.isKnown(each))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(["hỏa", "xyz", ""].map((each) => small.isKnown(each))).toEqual([false, false, false]);
  });

  test("tells probabilities from the counts", () => {
    expect(small.unigram("hòa")).toBeCloseTo(8.5 / 20);
    expect(small.unigram("hòa")).toBeGreaterThan(small.unigram("cống"));
    expect(small.unigram("xyz")).toBeGreaterThan(0);
    expect(small.bigram("hoa", "công")).toBeCloseTo(1 / 4);
    // A byte keeps a count to 5%.
    expect(Math.abs(small.bigram("công", "hòa") / (3 / 6) - 1)).toBeLessThan(0.05);
    expect(small.bigram("hòa", "công")).toBe(0);
    expect(small.bigram("xyz", "công")).toBe(0);
  });

  test("that comes with the product gives probabilities", () => {
    for (const syllable of ["công", "nghiệp", "xyz"]) {
      expect(model.unigram(syllable)).toBeGreaterThan(0);
      expect(model.unigram(syllable)).toBeLessThan(1);
    }
    expect(model.bigram("công", "nghiệp")).toBeGreaterThan(model.bigram("công", "nghiêp"));
    expect(model.bigram("công", "nghiệp")).toBeLessThanOrEqual(1.05);
    expect(model.candidates("cong")).toContain("công");
  });
});
