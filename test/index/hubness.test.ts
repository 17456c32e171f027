import { describe, expect, test } from "vitest";
import { Hubness } from "../../src/index/hubness.ts";
import { dotProduct, makeRandom, makeUnitVector } from "../support/vectors.ts";

const DIMENSION = 24;

function tableOf(vectors: readonly Float32Array[]): Float32Array {
  const rows = new Float32Array(vectors.length * DIMENSION);
  for (const [at, vector] of vectors.entries()) rows.set(vector, at * DIMENSION);
  return rows;
}

/** By the definition: the mean of the ten largest cosines with the others. */
function expectedOf(vectors: readonly Float32Array[], row: number): number {
  const own = vectors[row] ?? new Float32Array(DIMENSION);
  const cosines = vectors.filter((_, at) => at !== row).map((vector) => dotProduct(vector, own));
  const nearest = cosines.sort((a, b) => b - a).slice(0, 10);
  return nearest.reduce((sum, cosine) => sum + cosine, 0) / nearest.length;
}

describe("the hubness of a row", () => {
  test("is the mean cosine with its ten nearest, within what bytes lose, and the same whenever it is asked for", () => {
    const random = makeRandom(5);
    const vectors = Array.from({ length: 200 }, () => makeUnitVector(DIMENSION, random));
    const hubness = new Hubness(tableOf(vectors), DIMENSION);
    for (const row of [0, 57, 199]) {
      const first = hubness.of(row);
      expect(Math.abs(first - expectedOf(vectors, row))).toBeLessThan(0.01);
      expect(hubness.of(row)).toBe(first);
    }
  });

  test("is no larger for copies of the row", () => {
    const random = makeRandom(6);
    const vectors = Array.from({ length: 50 }, () => makeUnitVector(DIMENSION, random));
    const copy = vectors[7] ?? new Float32Array(DIMENSION);
    const alone = new Hubness(tableOf(vectors), DIMENSION).of(7);
    const copied = new Hubness(tableOf([...vectors, copy, copy]), DIMENSION).of(7);
    expect(copied).toBeCloseTo(alone, 5);
  });

  test("is told from a sample of many rows, and is 0 for a row that has no other or no direction", () => {
    const random = makeRandom(7);
    const many = Array.from({ length: 1_200 }, () => makeUnitVector(DIMENSION, random));
    const sampled = new Hubness(tableOf(many), DIMENSION).of(1_001);
    expect(sampled).toBeGreaterThan(0.2);
    expect(sampled).toBeLessThan(expectedOf(many, 1_001));
    expect(new Hubness(tableOf(many.slice(0, 1)), DIMENSION).of(0)).toBe(0);
    expect(new Hubness(tableOf([...many.slice(0, 5), new Float32Array(DIMENSION)]), DIMENSION).of(5)).toBe(0);
  });
});
