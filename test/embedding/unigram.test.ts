import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UNKNOWN, UnigramSegmenter } from "../../src/embedding/unigram.ts";

const PIECES = [
  { piece: "▁cụm", score: -3 },
  { piece: "▁công", score: -3 },
  { piece: "▁nghiệp", score: -3 },
  { piece: "▁công▁nghiệp", score: -4 },
  { piece: "▁", score: -5 },
  { piece: "c", score: -6 },
  { piece: "ụ", score: -6 },
];

describe("the segmenter", () => {
  const segmenter = new UnigramSegmenter(PIECES, -16);

  it("takes the most probable pieces", () => {
    expect(segmenter.segment("▁cụm▁công▁nghiệp")).toEqual(["▁cụm", "▁công▁nghiệp"]);
    expect(segmenter.segment("▁cụ")).toEqual(["▁", "c", "ụ"]);
  });

  it("takes a letter that is no piece by itself", () => {
    expect(segmenter.segment("▁xụ")).toEqual(["▁", "x", "ụ"]);
    expect(segmenter.segment("")).toEqual([]);
  });

  it("numbers pieces by their place in the list", () => {
    expect(segmenter.number("▁cụm▁công▁nghiệp")).toEqual([0, 3]);
    expect(segmenter.number("▁xụ")).toEqual([4, UNKNOWN, 6]);
    const long = "▁cụm".repeat(3_000);
    expect(segmenter.number(long)).toEqual(Array.from({ length: 3_000 }, () => 0));
    expect(segmenter.number("▁cụ")).toEqual([4, 5, 6]);
  });

  it("leaves no letter out, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => segmenter.segment(text).join("") === text),
    );
  });
});
