import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { countDense } from "../../src/index/dense-file.ts";
import { DENSE_PARAMETERS, DenseIndex, type NativeKind } from "../../src/index/dense-index.ts";
import { makeFolder } from "../support/corpus.ts";

const COUNT = 400;
const SHAPE = { dimension: 8, m: DENSE_PARAMETERS.m };

let folder: string;
let whole: Buffer;
let exact: Buffer;
beforeAll(async () => {
  folder = await makeFolder();
  const vectors = Float32Array.from({ length: COUNT * SHAPE.dimension }, (_, at) => Math.sin(at * 7.3));
  const write = async (kind: NativeKind) => {
    const index = await DenseIndex.build(vectors, SHAPE.dimension, DENSE_PARAMETERS, () => {}, kind);
    index.write(join(folder, kind));
    return readFile(join(folder, kind));
  };
  whole = await write("graph");
  exact = await write("exact");
});

async function count(bytes: Uint8Array, shape = SHAPE, kind: NativeKind = "graph"): Promise<number | null> {
  const path = join(folder, "changed.hnsw");
  await writeFile(path, bytes);
  return countDense(path, shape, kind);
}

describe("a file of hnswlib's exact index", () => {
  test("holds as many vectors as were put in, none too", async () => {
    expect(await count(exact, SHAPE, "exact")).toBe(COUNT);
    const none = await DenseIndex.build(new Float32Array(), SHAPE.dimension);
    none.write(join(folder, "none"));
    expect(await count(await readFile(join(folder, "none")), SHAPE, "exact")).toBe(0);
  });

  test("is not taken for one of another dimension or for a graph, nor a graph for it", async () => {
    expect(await count(exact, { ...SHAPE, dimension: 9 }, "exact")).toBeNull();
    expect(await count(exact, SHAPE, "graph")).toBeNull();
    expect(await count(whole, SHAPE, "exact")).toBeNull();
  });

  test("is refused when it ends early or late, or its header is wrong", async () => {
    for (const length of [0, 8, 23, 24, 5_000, exact.length - 1]) {
      expect(await count(exact.subarray(0, length), SHAPE, "exact")).toBeNull();
    }
    expect(await count(Buffer.concat([exact, Buffer.alloc(4)]), SHAPE, "exact")).toBeNull();
    for (const at of [0, 8, 16]) {
      const bytes = Buffer.from(exact);
      bytes.writeUInt32LE(0x7fffffff, at);
      expect(await count(bytes, SHAPE, "exact")).toBeNull();
    }
  });
});

describe("a file of hnswlib's graph", () => {
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
