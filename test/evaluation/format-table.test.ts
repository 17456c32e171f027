import { describe, expect, test } from "vitest";
import { formatShare, formatTable } from "../../src/evaluation/format-table.ts";

describe("formatTable", () => {
  test("puts the first column to the left, the others to the right, as wide as their widest cell", () => {
    const table = formatTable(
      ["kind", "n"],
      [
        ["as-typed", "5"],
        ["đầy", "1234"],
      ],
    );
    expect(table).toBe("kind         n\nas-typed     5\nđầy       1234\n");
  });

  test("shows the headings where there are no rows, and leaves no space at line ends", () => {
    expect(formatTable(["kind", "n"], [])).toBe("kind  n\n");
    expect(formatTable(["kind", "n"], [["a", ""]])).toBe("kind  n\na\n");
  });
});

test("formatShare shows three places and no nought before the point", () => {
  expect([0.9449, 0, 1, 0.05, null].map(formatShare)).toEqual([".945", ".000", "1.000", ".050", "-"]);
});
