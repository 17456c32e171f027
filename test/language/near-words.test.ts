import { describe, expect, it } from "vitest";
import { loadNearWords, NearWords } from "../../src/language/near-words.ts";

describe("NearWords", () => {
  const words = new NearWords("hoà bình\t5.10\t1:80 2:40\npeace\t6.00\t0:80\nbình\t3.00\t\n");

  it("finds a phrase with what means nearly the same, the nearest first", () => {
    expect(words.find(["peace"])).toEqual({
      weight: 6,
      near: [{ words: ["hòa", "bình"], likeness: 0.8 }],
    });
    expect(words.find(["hòa", "bình"])?.near.map(({ likeness }) => likeness)).toEqual([0.8, 0.4]);
  });

  it("knows phrases in the old style of tone marks, as questions are read", () => {
    expect(words.find(["hoà", "bình"])).toBeNull();
    expect(words.find(["hòa", "bình"])?.weight).toBe(5.1);
  });

  it("tells how long the longest known phrase is that begins somewhere", () => {
    expect(words.match(["vì", "hòa", "bình"], 1)).toBe(2);
    expect(words.match(["vì", "hòa", "bình"], 2)).toBe(1);
    expect(words.match(["vì", "hòa", "bình"], 0)).toBe(1);
  });

  it("has nothing near a word without neighbours, and nothing at all for an unknown one", () => {
    expect(words.find(["bình"])).toEqual({ weight: 3, near: [] });
    expect(words.find(["lạ"])).toBeNull();
  });
});

describe("the table that comes with the product", () => {
  const words = loadNearWords();
  const near = (phrase: string) => words.find(phrase.split(" "))?.near.map((other) => other.words.join(" "));

  it("knows synonyms, translations and bare spellings", () => {
    expect(near("mua sắm")).toContain("shopping");
    expect(near("exports")).toContain("xuất khẩu");
    expect(near("vinh danh")).toContain("tôn vinh");
    expect(near("thủ đô")).toContain("thu do");
  });

  it("weighs what says much more than what says little", () => {
    const weigh = (phrase: string) => words.find(phrase.split(" "))?.weight ?? 0;
    expect(weigh("cụm công nghiệp")).toBeGreaterThan(weigh("công nghiệp"));
    expect(weigh("công nghiệp")).toBeGreaterThan(weigh("của"));
  });
});
