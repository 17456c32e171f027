import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { poolMean } from "../../src/embedding/pooling.ts";

describe("poolMean", () => {
  test("gives the direction of the mean, with length 1", () => {
    expect([...poolMean(Float32Array.of(1, 0, 5, 8), 2, 2)]).toEqual([
      expect.closeTo(0.6, 6),
      expect.closeTo(0.8, 6),
    ]);
  });

  test("gives the zero vector when there is nothing, or tokens cancel out, or a number is none", () => {
    expect([...poolMean(new Float32Array(), 0, 3)]).toEqual([0, 0, 0]);
    expect([...poolMean(Float32Array.of(1, 2, -1, -2), 2, 2)]).toEqual([0, 0]);
    expect([...poolMean(Float32Array.of(Number.NaN, 1), 1, 2)]).toEqual([0, 0]);
  });

  test("agrees with the naive mean", () => {
    const rows = fc.array(fc.tuple(fc.integer(), fc.integer(), fc.integer({ min: 1 })), { minLength: 1 });
    fc.assert(
      fc.property(rows, (tokens) => {
        const mean = [0, 1, 2].map(
          (i) => tokens.reduce((sum, row) => sum + (row[i] ?? 0), 0) / tokens.length,
        );
        const norm = Math.hypot(...mean);
        const pooled = poolMean(Float32Array.from(tokens.flat()), tokens.length, 3);
        for (const [i, value] of pooled.entries()) expect(value).toBeCloseTo((mean[i] ?? 0) / norm, 3);
      }),
    );
  });
});
