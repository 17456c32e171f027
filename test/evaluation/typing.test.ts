import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mistype, retype, TYPINGS, typeAnotherWay } from "../../src/evaluation/typing.ts";
import { foldDiacritics } from "../../src/language/fold.ts";

const QUESTION = "Hà Nội đã thành lập mới bao nhiêu cụm công nghiệp?";

describe("retype", () => {
  test("types without diacritics, without half of them, or as it was", () => {
    expect(retype(QUESTION, "folded", 0, 0)).toBe("Ha Noi da thanh lap moi bao nhieu cum cong nghiep?");
    expect(retype(QUESTION, "half", 0, 0)).toBe("Hà Noi đã thanh lập moi bao nhieu cụm cong nghiệp?");
    expect(retype(QUESTION, "typed", 3, 0)).toBe(QUESTION);
  });

  test("gives the same for the same seed, and other slips for other seeds", () => {
    for (const typing of TYPINGS) expect(retype(QUESTION, typing, 2, 7)).toBe(retype(QUESTION, typing, 2, 7));
    const slips = new Set(Array.from({ length: 30 }, (_, seed) => retype(QUESTION, "typo", 1, seed)));
    expect(slips.size).toBeGreaterThan(20);
  });

  test("leaves an empty question empty", () => {
    for (const typing of TYPINGS) expect(retype("", typing, 3, 1)).toBe("");
  });
});

describe("mistype", () => {
  test("touches one word for one slip, and leaves its length within one letter", () => {
    for (let seed = 0; seed < 300; seed++) {
      const before = QUESTION.split(" ");
      const after = mistype(QUESTION, 1, seed).split(" ");
      expect(after).toHaveLength(before.length);
      const touched = after.flatMap((word, at) => (word === before[at] ? [] : [at]));
      expect(touched.length).toBeLessThanOrEqual(1);
      for (const at of touched) {
        const difference = (after[at]?.length ?? 0) - (before[at]?.length ?? 0);
        expect(Math.abs(difference)).toBeLessThanOrEqual(1);
        expect(before[at]?.length).toBeGreaterThanOrEqual(3);
      }
    }
  });

  test("nearly always makes a slip that one can see", () => {
    const seen = Array.from({ length: 300 }, (_, seed) => mistype(QUESTION, 1, seed)).filter(
      (typed) => typed !== QUESTION,
    );
    expect(seen.length).toBeGreaterThan(280);
  });

  test("makes as many slips as it is told, in words of three letters or more only", () => {
    expect(mistype("a bc 2020 Ủy", 5, 1)).toBe("a bc 2020 Ủy");
    expect(mistype(QUESTION, 0, 1)).toBe(QUESTION);
    const many = mistype(QUESTION, 20, 1).split(" ");
    const kept = many.filter((word, at) => word === QUESTION.split(" ")[at]);
    expect(kept.length).toBeLessThan(5);
  });

  test("keeps what stands after a word, and takes any text", () => {
    for (let seed = 0; seed < 50; seed++) expect(mistype("nghiệp?!", 1, seed)).toMatch(/\?!$/);
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.nat(), (text, seed) => {
        const typed = mistype(text, 2, seed);
        expect(typed).not.toContain("undefined");
        expect(mistype(foldDiacritics(text), 2, seed)).toBe(mistype(foldDiacritics(text), 2, seed));
      }),
    );
  });
});

describe("typeAnotherWay", () => {
  test.each([
    ["nfd", "quý hoà", "quý hoà".normalize("NFD")],
    ["old-tones", "Quý hoà thuỷ", "Quý hòa thủy"],
    ["new-tones", "Quý hòa thủy Ủy", "Quý hoà thuỷ Uỷ"],
    ["capitals", "Đồng bằng", "ĐỒNG BẰNG"],
    ["spaces", "một hai", " một  hai\t"],
    ["punctuation", "một hai ba bốn năm", "một hai ba,bốn năm?!"],
    ["telex", "Hà Nội được đồng bằng, Đường thuỷ", "Haf Nooij dduwowcj ddoongf bawngf, Dduwowngf thuyr"],
  ] as const)("%s", (way, question, typed) => {
    expect(typeAnotherWay(question, way)).toBe(typed);
  });
});
