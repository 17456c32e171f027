import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findLargest } from "../../src/index/find-largest.ts";

describe("findLargest", () => {
  test("finds what sorting finds, and nothing that is not above 0", () => {
    const value = fc.oneof(fc.constantFrom(0, -1, 0.5, 1), fc.float({ noNaN: true, min: -2, max: 2 }));
    fc.assert(
      fc.property(fc.array(value, { maxLength: 200 }), fc.integer({ min: 1, max: 60 }), (list, k) => {
        const values = Float32Array.from(list);
        const found = findLargest(values, k);
        expect(new Set(found).size).toBe(found.length);
        const valuesFound = found.map((at) => values[at] ?? Number.NaN).sort((a, b) => b - a);
        const sorted = [...values].filter((each) => each > 0).sort((a, b) => b - a);
        expect(valuesFound).toEqual(sorted.slice(0, k));
      }),
      { numRuns: 500 },
    );
  });

  test("finds nothing among no numbers", () => {
    expect(findLargest(new Float32Array(), 5)).toEqual([]);
  });
});
