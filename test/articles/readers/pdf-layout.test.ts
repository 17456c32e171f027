import { describe, expect, test } from "vitest";
import { layLines, type PlacedText } from "../../../src/articles/readers/pdf-layout.ts";

/** Lines at these heights on a page, of 11 points where nothing else is said. */
function page(...lines: ReadonlyArray<readonly [str: string, y: number, fontSize?: number]>): PlacedText[] {
  return lines.map(([str, y, fontSize = 11]) => ({ str, y, fontSize, hasEOL: true }));
}

describe("layLines", () => {
  test("parts paragraphs where there is more room than between lines", () => {
    expect(layLines([page(["a", 700], ["b", 686], ["c", 664], ["d", 650])])).toEqual([
      ["a", "b", "", "c", "d"],
    ]);
  });

  test("parts a heading from its text by its size", () => {
    expect(layLines([page(["Tên bài", 700, 16], ["a", 686], ["b", 672])])).toEqual([
      ["Tên bài", "", "a", "b"],
    ]);
  });

  test("keeps the lines of a text that is set wide, and of one paragraph over columns, together", () => {
    const wide = page(["a", 700], ["b", 676], ["c", 652]);
    expect(layLines([wide])).toEqual([["a", "b", "c"]]);
    expect(layLines([page(["a", 700], ["b", 686], ["c", 700], ["d", 686])])).toEqual([["a", "b", "c", "d"]]);
  });

  test("puts the runs of a line together, and leaves out what is white", () => {
    const runs = [
      { str: "Hà ", y: 700, fontSize: 11, hasEOL: false },
      { str: "Nội", y: 700, fontSize: 11, hasEOL: true },
      { str: " ", y: 600, fontSize: 11, hasEOL: true },
    ];
    expect(layLines([runs, []])).toEqual([["Hà Nội"], []]);
  });
});
