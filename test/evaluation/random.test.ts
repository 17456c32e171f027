import { expect, test } from "vitest";
import { createRandom, createZipf } from "../../src/evaluation/random.ts";

test("createRandom gives even numbers from 0 to 1, the same for the same seed", () => {
  const random = createRandom(5);
  const numbers = Array.from({ length: 10_000 }, random);
  const again = createRandom(5);
  expect(Array.from({ length: 10 }, again)).toEqual(numbers.slice(0, 10));
  expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
  for (let tenth = 0; tenth < 10; tenth++) {
    const share = numbers.filter((number) => Math.floor(number * 10) === tenth).length / numbers.length;
    expect(share).toBeGreaterThan(0.08);
    expect(share).toBeLessThan(0.12);
  }
});

test("Zipf's law gives the second place half as often as the first", () => {
  const draw = createZipf(100, createRandom(7));
  const counts = new Float64Array(100);
  for (let at = 0; at < 50_000; at++) {
    const place = draw();
    counts[place] = (counts[place] ?? 0) + 1;
  }
  expect((counts[1] ?? 0) / (counts[0] ?? 1)).toBeCloseTo(0.5, 1);
});
