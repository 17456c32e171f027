import fc from "fast-check";
import { expect, test } from "vitest";
import { takeHalf } from "../../src/evaluation/halves.ts";

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
