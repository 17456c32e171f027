import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import loadWabt from "wabt";
import { ByteRows } from "../../../src/index/scan/byte-rows.ts";
import { ScanIndex } from "../../../src/index/scan/scan-index.ts";
import { dotProduct, joinRows, makeRandom, makeUnitVector } from "../../support/vectors.ts";

test("the compiled dot products are those of the text beside them", async () => {
  const source = new URL("../../../src/index/scan/dot-products.wat", import.meta.url);
  const wabt = await loadWabt();
  const module = wabt.parseWat("dot-products.wat", await readFile(source, "utf8"), { simd: true });
  const compiled = await readFile(new URL("dot-products.wasm", source));
  expect(Buffer.from(module.toBinary({}).buffer).equals(compiled)).toBe(true);
});

const dimensions = fc.constantFrom(1, 3, 15, 16, 17, 384);

test("products are off by no more than they say, whatever the dimension", () => {
  fc.assert(
    fc.property(dimensions, fc.integer({ min: 0, max: 40 }), fc.integer(), (dimension, count, seed) => {
      const random = makeRandom(seed);
      const vectors = Array.from({ length: count }, () => makeUnitVector(dimension, random));
      const rows = new ByteRows(count, dimension);
      for (const [row, vector] of vectors.entries()) rows.set(row, vector);
      for (let time = 0; time < 3; time++) {
        const question = makeUnitVector(dimension, random);
        const { products, error } = rows.multiply(question);
        expect(products).toHaveLength(count);
        expect(error).toBeLessThan(0.05);
        for (const [row, vector] of vectors.entries())
          expect(Math.abs((products[row] ?? 0) - dotProduct(vector, question))).toBeLessThanOrEqual(error);
      }
    }),
    { numRuns: 100 },
  );
});

test("a scan finds what looking at every vector finds, among vectors that are nearly alike too", async () => {
  const dimension = 32;
  const random = makeRandom(3);
  const centre = makeUnitVector(dimension, random);
  const rows = Array.from({ length: 2_000 }, () => {
    const near = makeUnitVector(dimension, random).map((value, at) => value * 0.02 + (centre[at] ?? 0));
    const norm = Math.hypot(...near);
    return near.map((value) => value / norm);
  });
  const index = await ScanIndex.build(joinRows(rows), dimension);
  for (let time = 0; time < 50; time++) {
    const question = makeUnitVector(dimension, random);
    const cosines = rows.map((row) => dotProduct(row, question)).sort((a, b) => b - a);
    const found = index.search(question, 10).map(({ cosine }) => cosine);
    for (const [at, cosine] of found.entries()) expect(cosine).toBeCloseTo(cosines[at] ?? Number.NaN, 5);
  }
});

test("more rows than can be addressed are refused", () => {
  expect(() => new ByteRows(20_000_000, 384)).toThrow("20000000 rows of 384 numbers are too many to scan.");
});
