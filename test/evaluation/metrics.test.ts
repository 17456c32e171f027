import { describe, expect, test } from "vitest";
import { mean, measureRanking } from "../../src/evaluation/metrics.ts";

function measure(ranked: string, positives: string) {
  return measureRanking([...ranked], new Set(positives));
}

describe("measureRanking", () => {
  test("gives everything for a right passage at the first place", () => {
    expect(measure("abc", "a")).toEqual({ recallAt1: 1, recallAt5: 1, reciprocalRank: 1, ndcgAt10: 1 });
  });

  test("counts the place of the first right passage", () => {
    expect(measure("xya", "a")).toMatchObject({ recallAt1: 0, recallAt5: 1, reciprocalRank: 1 / 3 });
    expect(measure("vwxyza", "a")).toMatchObject({ recallAt1: 0, recallAt5: 0, reciprocalRank: 1 / 6 });
    expect(measure("vwxya", "a").recallAt5).toBe(1);
  });

  test("gives nothing where nothing right was found", () => {
    const none = { recallAt1: 0, recallAt5: 0, reciprocalRank: 0, ndcgAt10: 0 };
    expect(measure("xyz", "a")).toEqual(none);
    expect(measure("", "a")).toEqual(none);
    expect(measure("abc", "")).toEqual(none);
  });

  test("discounts a gain by the logarithm of its place, against the best that could be", () => {
    // Places 2 and 4 of two right passages: (1/log2 3 + 1/log2 5) / (1/log2 2 + 1/log2 3).
    expect(measure("xayb", "ab").ndcgAt10).toBeCloseTo((0.63093 + 0.43068) / (1 + 0.63093), 4);
    expect(measure("ab", "ab").ndcgAt10).toBeCloseTo(1);
    expect(measure("a", "ab").ndcgAt10).toBeCloseTo(1 / 1.63093, 4);
  });

  test("looks at ten places for nDCG", () => {
    expect(measure("0123456789a", "a").ndcgAt10).toBe(0);
    expect(measure("012345678a", "a").ndcgAt10).toBeCloseTo(1 / Math.log2(11));
    expect(measure("abcdefghijkl", "abcdefghijkl").ndcgAt10).toBeCloseTo(1);
  });
});

test("mean is the arithmetic one, and 0 of nothing", () => {
  expect(mean([1, 2, 6])).toBe(3);
  expect(mean([])).toBe(0);
});
