import { describe, expect, test } from "vitest";
import { TokenTable } from "../../src/embedding/token-table.ts";
import { createRandom } from "../../src/evaluation/random.ts";
import { addContrast, type Pair } from "../../src/teaching/contrast.ts";
import { multiply, multiplyTransposed, transpose } from "../../src/teaching/matrices.ts";
import { TrainedRows } from "../../src/teaching/trained-rows.ts";

const DIMENSION = 5;
const TOKENS = 9;

function makeTable(): TokenTable {
  const random = createRandom(3);
  const rows = Int8Array.from({ length: TOKENS * DIMENSION }, () => Math.round(random() * 200 - 100));
  return new TokenTable(rows, new Float32Array(TOKENS).fill(0.01));
}

const PAIRS: Pair[] = [
  { asked: [1, 2], answer: [3] },
  { asked: [4], answer: [5, 6, 6] },
  { asked: [2, 7], answer: [8, 1] },
];

function makeRows(): TrainedRows {
  return new TrainedRows(makeTable());
}

describe("addContrast", () => {
  test("gives the slope of the loss: a small step against it lowers the loss by as much as it says", () => {
    // Adam's first step is the rate, against the sign of each slope.
    const rate = 1e-4;
    const rows = makeRows();
    const before = addContrast(rows, PAIRS);
    const slopes = Array.from({ length: TOKENS }, (_, token) => rows.gradient(token).slice());
    rows.step(rate);
    const after = addContrast(rows, PAIRS);
    const foretold = slopes.reduce(
      (sum, slope) => sum + slope.reduce((all, value) => all + Math.abs(value), 0),
      0,
    );
    expect((before - after) / (rate * foretold)).toBeCloseTo(1, 1);
  });

  test("brings what belongs together nearer than everything else", () => {
    const rows = makeRows();
    for (let step = 0; step < 200; step++) {
      addContrast(rows, PAIRS);
      rows.step(0.01);
    }
    const asked = rows.encode(PAIRS.map((pair) => pair.asked)).units;
    const answers = rows.encode(PAIRS.map((pair) => pair.answer)).units;
    const cosines = multiplyTransposed(asked, answers, DIMENSION);
    for (const at of PAIRS.keys()) {
      const row = [...cosines.subarray(at * PAIRS.length, (at + 1) * PAIRS.length)];
      expect(row.indexOf(Math.max(...row))).toBe(at);
    }
  });

  test("refuses a token that the table does not have", () => {
    expect(() => addContrast(makeRows(), [{ asked: [TOKENS], answer: [1] }])).toThrow(`token ${TOKENS}`);
  });
});

describe("matrices", () => {
  const a = Float32Array.of(1, 2, 3, 4, 5, 6);

  test("are multiplied row by row", () => {
    const b = Float32Array.from({ length: 15 }, (_, at) => at);
    // Two rows of three numbers, and five rows of three.
    expect([...multiplyTransposed(a, b, 3)]).toEqual([8, 26, 44, 62, 80, 17, 62, 107, 152, 197]);
  });

  test("multiply rows", () => {
    const b = Float32Array.of(1, 0, 0, 1, 1, 1);
    expect([...multiply(a, b, 2)]).toEqual([4, 5, 10, 11]);
  });

  test("are turned", () => {
    expect([...transpose(Float32Array.of(1, 2, 3, 4), 2)]).toEqual([1, 3, 2, 4]);
  });
});
