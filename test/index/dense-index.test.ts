import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { buildDense, chooseKind, type Dense, EXACT_UP_TO, SCAN_UP_TO } from "../../src/index/dense.ts";
import { DENSE_PARAMETERS, DenseIndex } from "../../src/index/dense-index.ts";
import { makeFolder } from "../support/corpus.ts";
import { dotProduct, joinRows, makeRandom, makeUnitVector } from "../support/vectors.ts";

const COUNT = 3_000;
const DIMENSION = 64;
const K = 10;

/** The nearest rows by looking at every one. */
function searchNaively(rows: readonly Float32Array[], question: Float32Array, k: number): number[] {
  const cosines = rows.map((row) => dotProduct(row, question));
  return [...cosines.keys()].sort((a, b) => (cosines[b] ?? 0) - (cosines[a] ?? 0)).slice(0, k);
}

describe.each(["exact", "scan", "graph"] as const)("the dense index, %s", (kind) => {
  const random = makeRandom(7);
  const rows = Array.from({ length: COUNT }, () => makeUnitVector(DIMENSION, random));
  const questions = Array.from({ length: 100 }, () => makeUnitVector(DIMENSION, random));
  const progress: number[] = [];
  let index: Dense;
  beforeAll(async () => {
    const onProgress = (done: number) => void progress.push(done);
    index = await buildDense(joinRows(rows), DIMENSION, onProgress, kind);
    expect(index.kind).toBe(kind);
  });

  test("finds what brute force finds among thousands of random vectors, by a graph at least 99% of it", () => {
    const recalls = questions.map((question) => {
      const exact = new Set(searchNaively(rows, question, K));
      return index.search(question, K).filter(({ passage }) => exact.has(passage)).length / K;
    });
    expect(recalls.reduce((sum, recall) => sum + recall, 0) / recalls.length).toBeGreaterThanOrEqual(
      kind === "graph" ? 0.99 : 1,
    );
  });

  test("gives the cosines, the nearest first", () => {
    for (const question of questions.slice(0, 10)) {
      const found = index.search(question, K);
      expect(found).toHaveLength(K);
      for (const [at, { passage, cosine }] of found.entries()) {
        expect(cosine).toBeCloseTo(dotProduct(rows[passage] ?? new Float32Array(), question), 4);
        expect(cosine).toBeLessThanOrEqual(found[at - 1]?.cosine ?? 1);
      }
    }
  });

  test("finds every vector by itself", () => {
    for (let row = 0; row < COUNT; row += 97) {
      expect(index.search(rows[row] ?? new Float32Array(DIMENSION), 1)[0]?.passage).toBe(row);
    }
  });

  test("can be asked for more than it looks at by itself, and for more than it has", () => {
    const [question] = questions;
    if (!question) throw new Error("There is no question.");
    const wide = DENSE_PARAMETERS.efSearch * 2;
    const before = index.search(question, K);
    expect(index.search(question, wide)).toHaveLength(wide);
    expect(index.search(question, COUNT * 2)).toHaveLength(COUNT);
    expect(index.search(question, K)).toEqual(before);
  });

  test("answers a question without a direction, too", () => {
    expect(index.search(new Float32Array(DIMENSION), K)).toHaveLength(K);
  });

  test("is the same from the same vectors, and tells how far it is", async () => {
    const again = await buildDense(joinRows(rows), DIMENSION, () => {}, kind);
    for (const question of questions.slice(0, 20)) {
      expect(again.search(question, K)).toEqual(index.search(question, K));
    }
    expect(progress.length).toBeGreaterThanOrEqual(2);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(progress.at(-1)).toBe(COUNT);
  });
});

test.each(["exact", "scan", "graph"] as const)(
  "a dense index of one passage, of none, and closed: %s",
  async (kind) => {
    const build = (vectors: Float32Array) => buildDense(vectors, DIMENSION, () => {}, kind);
    const vector = makeUnitVector(DIMENSION, makeRandom(1));
    const one = await build(vector);
    expect(one.search(vector, K)).toEqual([{ passage: 0, cosine: expect.closeTo(1, 5) }]);
    one.close();
    expect(one.search(vector, K)).toEqual([]);
    const none = await build(new Float32Array());
    expect(none.search(vector, K)).toEqual([]);
  },
);

test.each(["exact", "graph"] as const)(
  "an index of hnswlib answers the same from its file, as often as it is asked: %s",
  async (kind) => {
    const random = makeRandom(7);
    const rows = Array.from({ length: 500 }, () => makeUnitVector(DIMENSION, random));
    const index = await DenseIndex.build(joinRows(rows), DIMENSION, DENSE_PARAMETERS, () => {}, kind);
    const path = join(await makeFolder(), "dense");
    index.write(path);
    const read = await DenseIndex.read(path, DIMENSION, DENSE_PARAMETERS, kind);
    expect([read.kind, read.count]).toEqual([kind, rows.length]);
    for (let time = 0; time < 20; time++) {
      const question = makeUnitVector(DIMENSION, random);
      const expected = index.search(question, K);
      expect(read.search(question, K)).toEqual(expected);
      expect(read.search(question, K)).toEqual(expected);
    }
  },
);

test("looks at every vector until there are too many", async () => {
  const sizes = [1, EXACT_UP_TO, EXACT_UP_TO + 1, SCAN_UP_TO, SCAN_UP_TO + 1];
  expect(sizes.map(chooseKind)).toEqual(["exact", "exact", "scan", "scan", "graph"]);
  expect((await buildDense(makeUnitVector(DIMENSION, makeRandom(1)), DIMENSION)).kind).toBe("exact");
});
