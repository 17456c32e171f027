import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PairFilter } from "../../src/search/pair-filter.ts";

const SHARE = 0.5;
const numbers = fc.array(
  fc.oneof(
    fc.nat(40),
    fc.nat(2 ** 20).map((number) => number * 2 ** 30),
  ),
  { maxLength: 60 },
);

describe("the filter", () => {
  it("names every list that shares enough with another", () => {
    fc.assert(
      fc.property(fc.array(numbers, { maxLength: 40 }), numbers, (lists, asked) => {
        const filter = new PairFilter(SHARE);
        for (const list of lists) filter.add(Float64Array.from(new Set(list)));
        const alike = filter.findAlike(Float64Array.from(asked));
        for (const [at, list] of lists.entries()) {
          const [own, other] = [new Set(list), new Set(asked)];
          const shared = [...own].filter((number) => other.has(number)).length;
          if (shared >= SHARE * Math.min(own.size, other.size)) expect(alike).toContain(at);
        }
      }),
    );
  });

  it("passes over those that share nothing", () => {
    const filter = new PairFilter(SHARE);
    filter.add(Float64Array.from({ length: 80 }, (_, at) => at));
    filter.add(Float64Array.from({ length: 80 }, (_, at) => 1_000 + at));
    expect(filter.findAlike(Float64Array.from({ length: 60 }, (_, at) => 1_000 + at))).toEqual([1]);
  });
});
