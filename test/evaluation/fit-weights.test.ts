import { describe, expect, test } from "vitest";
import { fitLogistic, fitRanker, type RankingExample } from "../../src/evaluation/fit-weights.ts";
import { createRandom } from "../../src/evaluation/random.ts";

function dot(weights: Float64Array, signals: Float64Array): number {
  return weights.reduce((sum, weight, at) => sum + weight * (signals[at] ?? 0), 0);
}

function cosine(a: Float64Array, b: Float64Array): number {
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}

/** Questions whose right candidate is the one that the given weights prefer. */
function makeExamples(truth: Float64Array, count: number, seed: number): RankingExample[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => {
    const candidates = Array.from({ length: 8 }, () => Float64Array.from(truth, () => random() * 2 - 1));
    const scores = candidates.map((signals) => dot(truth, signals));
    return { candidates, right: [scores.indexOf(Math.max(...scores))], weight: 1 };
  });
}

describe("fitRanker", () => {
  test("finds the weights by which the right candidates were chosen", () => {
    const truth = Float64Array.of(3, -1, 0, 2);
    const weights = fitRanker(makeExamples(truth, 200, 1), truth.length);
    expect(cosine(weights, truth)).toBeGreaterThan(0.98);
    const unseen = makeExamples(truth, 100, 2);
    const hits = unseen.filter(({ candidates, right }) => {
      const scores = candidates.map((signals) => dot(weights, signals));
      return scores.indexOf(Math.max(...scores)) === right[0];
    });
    expect(hits.length).toBeGreaterThan(90);
  });

  test("learns nothing from questions without a right candidate, with one candidate, or with only right ones", () => {
    const signals = [Float64Array.of(1, 0), Float64Array.of(0, 1)];
    const useless: RankingExample[] = [
      { candidates: signals, right: [], weight: 1 },
      { candidates: signals.slice(0, 1), right: [0], weight: 1 },
      { candidates: signals, right: [0, 1], weight: 1 },
    ];
    for (const weight of fitRanker(useless, 2)) expect(weight).toBeCloseTo(0);
    expect([...fitRanker([], 2)]).toEqual([0, 0]);
  });

  test("heeds the weight of a question", () => {
    const candidates = [Float64Array.of(1), Float64Array.of(0)];
    const slopeOf = (first: number, second: number) =>
      fitRanker(
        [
          { candidates, right: [0], weight: first },
          { candidates, right: [1], weight: second },
        ],
        1,
      )[0] ?? 0;
    // With weights 3 : 1 the right share is 3/4, at a score of ln 3.
    expect(slopeOf(3, 1)).toBeCloseTo(Math.log(3), 1);
    expect(slopeOf(1, 3)).toBeCloseTo(-Math.log(3), 1);
    expect(slopeOf(1, 1)).toBeCloseTo(0, 1);
  });

  test("keeps weights smaller the dearer they are", () => {
    const examples = makeExamples(Float64Array.of(2, 1), 50, 3);
    const size = (l2: number) => Math.hypot(...fitRanker(examples, 2, { l2 }));
    expect(size(1)).toBeLessThan(size(1e-2));
    expect(size(1e-2)).toBeLessThan(size(1e-4));
  });

  test("is not upset by large signals", () => {
    const candidates = [Float64Array.of(1e3), Float64Array.of(-1e3)];
    const [weight = Number.NaN] = fitRanker([{ candidates, right: [0], weight: 1 }], 1);
    expect(weight).toBeGreaterThan(0);
  });
});

describe("fitLogistic", () => {
  test("finds the slope and the bias by which cases were drawn", () => {
    const random = createRandom(4);
    const examples = Array.from({ length: 3_000 }, () => {
      const signals = Float64Array.of(random() * 2 - 1, random() * 2 - 1);
      const probability = 1 / (1 + Math.exp(-(2 * (signals[0] ?? 0) - 3 * (signals[1] ?? 0) + 0.5)));
      return { signals, holds: random() < probability, weight: 1 };
    });
    const [first = 0, second = 0, bias = 0] = fitLogistic(examples, 2);
    expect(Math.abs(first - 2)).toBeLessThan(0.4);
    expect(Math.abs(second + 3)).toBeLessThan(0.4);
    expect(Math.abs(bias - 0.5)).toBeLessThan(0.3);
  });

  test("gives the share of what holds where no signal tells anything", () => {
    const examples = [true, true, true, false].map((holds) => ({
      signals: Float64Array.of(0),
      holds,
      weight: 1,
    }));
    const [slope = Number.NaN, bias = Number.NaN] = fitLogistic(examples, 1);
    expect(slope).toBeCloseTo(0);
    expect(bias).toBeCloseTo(Math.log(3), 2);
  });

  test("heeds weights: a case that counts twice is two cases", () => {
    const signals = Float64Array.of(1);
    const twice = fitLogistic(
      [
        { signals, holds: true, weight: 2 },
        { signals, holds: false, weight: 1 },
      ],
      1,
    );
    const two = fitLogistic(
      [true, true, false].map((holds) => ({ signals, holds, weight: 1 })),
      1,
    );
    for (const [at, weight] of twice.entries()) expect(weight).toBeCloseTo(two[at] ?? Number.NaN);
  });
});
