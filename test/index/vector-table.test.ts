import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { packArrays } from "../../src/index/array-file.ts";
import { KEY_BYTES, VectorTable } from "../../src/index/vector-table.ts";
import { dotProduct, makeRandom, makeUnitVector } from "../support/vectors.ts";

const DIMENSION = 24;

function makeTable(vectors: readonly Float32Array[]): VectorTable {
  const table = VectorTable.allocate(DIMENSION, vectors.length, vectors.length);
  for (const [at, vector] of vectors.entries()) {
    table.setPassage(at, new Uint8Array(KEY_BYTES).fill(at), vector);
    table.setSentence(at, vector);
  }
  return table;
}

function sentenceCosine(table: VectorTable, sentence: number, vector: Float32Array): number {
  return table.sentenceCosines([sentence], [vector])[0]?.[0] ?? Number.NaN;
}

describe("the vector table", () => {
  test("tells a passage's cosine, and a sentence's within a hundredth, also after storing", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = makeRandom(seed);
        const vectors = Array.from({ length: 5 }, () => makeUnitVector(DIMENSION, random));
        const question = makeUnitVector(DIMENSION, random);
        const stored = Buffer.concat(packArrays(makeTable(vectors).store()));
        const table = VectorTable.read(stored, DIMENSION);
        for (const [at, vector] of vectors.entries()) {
          const cosine = dotProduct(vector, question);
          expect(table.passageCosine(at, question)).toBeCloseTo(cosine, 5);
          expect(Math.abs(sentenceCosine(table, at, question) - cosine)).toBeLessThan(0.01);
          expect(table.passage(at)).toEqual(vector);
          expect(table.key(at)).toEqual(new Uint8Array(KEY_BYTES).fill(at));
        }
      }),
    );
  });

  test("tells the direction that some passages have in common", () => {
    const random = makeRandom(5);
    const vectors = Array.from({ length: 4 }, () => makeUnitVector(DIMENSION, random));
    const table = makeTable(vectors);
    const direction = table.direction(1, 3);
    expect(Math.hypot(...direction)).toBeCloseTo(1, 5);
    const [, second, third] = vectors;
    const sum = Array.from({ length: DIMENSION }, (_, at) => (second?.[at] ?? 0) + (third?.[at] ?? 0));
    expect(dotProduct(direction, Float32Array.from(sum))).toBeCloseTo(Math.hypot(...sum), 5);
    expect(table.direction(1, 3)).toBe(direction);
    expect(dotProduct(table.direction(0, 1), vectors[0] ?? new Float32Array())).toBeCloseTo(1, 5);
  });

  test("copies a sentence from another table as it is there", () => {
    const random = makeRandom(3);
    const vectors = [makeUnitVector(DIMENSION, random), makeUnitVector(DIMENSION, random)];
    const table = VectorTable.allocate(DIMENSION, 0, 1);
    table.copySentence(makeTable(vectors), 1, 0);
    const question = makeUnitVector(DIMENSION, random);
    expect(sentenceCosine(table, 0, question)).toBe(sentenceCosine(makeTable(vectors), 1, question));
  });

  test("tells the cosines of many sentences at once, in the order asked for, whatever was asked before", () => {
    const random = makeRandom(4);
    const vectors = Array.from({ length: 1_500 }, () => makeUnitVector(DIMENSION, random));
    const questions = [makeUnitVector(DIMENSION, random), makeUnitVector(DIMENSION, random)];
    const [table, other] = [makeTable(vectors), makeTable(vectors)];
    for (const sentences of [[7, 3, 7], vectors.map((_, at) => 1_499 - at), [], [0]]) {
      const cosines = table.sentenceCosines(sentences, questions);
      for (const [of, question] of questions.entries()) {
        const alone = sentences.map((sentence) => sentenceCosine(other, sentence, question));
        expect([...(cosines[of] ?? [])]).toEqual(alone);
      }
    }
  });

  test("gives 0 for a vector without a direction", () => {
    const table = makeTable([new Float32Array(DIMENSION)]);
    const question = makeUnitVector(DIMENSION, makeRandom(1));
    expect([table.passageCosine(0, question), sentenceCosine(table, 0, question)]).toEqual([0, 0]);
  });
});
