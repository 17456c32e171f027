import fc from "fast-check";
import { expect, test } from "vitest";
import { groupOutcomes, type Half, takeHalf } from "../../src/evaluation/halves.ts";

test("the halves share nothing, leave out nothing, keep the order, and are of one size", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer(), { maxLength: 30 }), (questions) => {
      const tuning = takeHalf(questions, "tuning");
      const reporting = takeHalf(questions, "reporting");
      expect(new Set([...tuning, ...reporting])).toEqual(new Set(questions));
      expect(tuning.length + reporting.length).toBe(questions.length);
      expect(Math.abs(tuning.length - reporting.length)).toBeLessThanOrEqual(1);
      for (const half of [tuning, reporting]) {
        const places = half.map((question) => questions.indexOf(question));
        expect(places).toEqual([...places].sort((a, b) => a - b));
      }
    }),
  );
});

test("outcomes are put together by half and kind, in the order of the kinds", () => {
  const place = (half: Half, kind: string, at: number) => ({ half, kind, at });
  const outcomes = [
    place("reporting", "b", 1),
    place("tuning", "b", 2),
    place("tuning", "a", 3),
    place("tuning", "b", 4),
  ];
  const groups = groupOutcomes(outcomes, ["a", "b", "c"], (outcome) => outcome);
  expect(groups.map(({ half, kind, outcomes }) => [half, kind, outcomes.map(({ at }) => at)])).toEqual([
    ["tuning", "a", [3]],
    ["tuning", "b", [2, 4]],
    ["reporting", "b", [1]],
  ]);
});
