import { expect, test } from "vitest";
import { LazyFlags } from "../../src/search/lazy-flags.ts";

test("looks once at each place that is asked about, whatever it sees", () => {
  const looked: number[] = [];
  const flags = new LazyFlags(4);
  const isEven = (at: number) => {
    looked.push(at);
    return at % 2 === 0;
  };
  expect([2, 3, 2, 3].map((at) => flags.has(at, isEven))).toEqual([true, false, true, false]);
  expect(looked).toEqual([2, 3]);
});
