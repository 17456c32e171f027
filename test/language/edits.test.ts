import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { singleEdits } from "../../src/language/edits.ts";

/** Whether one slip (Damerau 1964, optimal string alignment) or none makes one word of the other. */
function isOneSlipAway(a: string, b: string): boolean {
  const distance = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number) => distance[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const change = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = isSwap ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY;
      const row = distance[i];
      if (row) row[j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, change, swap);
    }
  }
  return at(a.length, b.length) <= 1;
}

const letter = fc.constantFrom(..."abng");
const word = fc.string({ unit: letter, maxLength: 5 });

describe("singleEdits", () => {
  test("gives what is one slip away and nothing else", () => {
    fc.assert(
      fc.property(word, word, (typed, other) => {
        const edits = new Set(singleEdits(typed));
        for (const edited of edits) expect(isOneSlipAway(typed, edited)).toBe(true);
        if (other !== typed) expect(edits.has(other)).toBe(isOneSlipAway(typed, other));
      }),
    );
  });

  test("finds a letter left out, added, changed, and two swapped, at either end", () => {
    const edits = new Set(singleEdits("nghiep"));
    for (const slip of ["ghiep", "nghie", "nghiepp", "xnghiep", "tghiep", "nghiet", "gnhiep", "nghipe"]) {
      expect(edits.has(slip)).toBe(true);
    }
    expect(edits.has("nhgeip")).toBe(false);
  });

  test("gives 54n + 25 words for n letters", () => {
    for (const typed of ["a", "cum", "nghiep"]) {
      expect([...singleEdits(typed)]).toHaveLength(54 * typed.length + 25);
    }
  });
});
