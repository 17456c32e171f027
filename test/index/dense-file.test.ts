import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { countDense } from "../../src/index/dense-file.ts";
import { DENSE_PARAMETERS, DenseIndex } from "../../src/index/dense-index.ts";
import { makeFolder } from "../support/corpus.ts";

const COUNT = 400;
const SHAPE = { dimension: 8, m: DENSE_PARAMETERS.m };

let folder: string;
let whole: Buffer;
beforeAll(async () => {
  folder = await makeFolder();
  const vectors = Float32Array.from({ length: COUNT * SHAPE.dimension }, (_, at) => Math.sin(at * 7.3));
  (await DenseIndex.build(vectors, SHAPE.dimension)).write(join(folder, "dense.hnsw"));
  whole = await readFile(join(folder, "dense.hnsw"));
});

async function count(bytes: Uint8Array, shape = SHAPE): Promise<number | null> {
  const path = join(folder, "changed.hnsw");
  await writeFile(path, bytes);
  return countDense(path, shape);
}

describe("a file of hnswlib", () => {
  test("holds as many vectors as were put in", async () => {
    expect(await count(whole)).toBe(COUNT);
  });

  test("is not taken for one of another dimension, or with other links", async () => {
    expect(await count(whole, { ...SHAPE, dimension: 9 })).toBeNull();
    expect(await count(whole, { ...SHAPE, m: 15 })).toBeNull();
  });

  test("is not whole when it ends early, as on a full disk, or late", async () => {
    for (const length of [0, 8, 95, 96, 5_000, whole.length - 4, whole.length - 1]) {
      expect(await count(whole.subarray(0, length))).toBeNull();
    }
    expect(await count(Buffer.concat([whole, Buffer.alloc(4)]))).toBeNull();
  });

  test.each([
    ["the place of the first", 0],
    ["the room", 8],
    ["the number", 16],
    ["the size of each", 24],
    ["the place of labels", 32],
    ["the place of vectors", 40],
    ["the highest level", 48],
    ["where searches begin", 52],
    ["the links", 56],
    ["the links on the ground", 64],
    ["the links that were asked for", 72],
  ])("is refused when its header is wrong about %s", async (_, at) => {
    for (const value of [0xff, 0x7fffffff]) {
      const bytes = Buffer.from(whole);
      bytes.writeUInt32LE(value, at);
      expect(await count(bytes)).toBeNull();
    }
  });
});
