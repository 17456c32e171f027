import { describe, expect, it } from "vitest";
import { PhraseStarts } from "../../src/language/phrase-starts.ts";

describe("phrase starts", () => {
  it("tell how long the longest phrase is that begins with a word", () => {
    const starts = new PhraseStarts();
    for (const phrase of ["cụm công nghiệp", "cụm", "công nghiệp"]) starts.add(phrase.split(" "));
    expect(["cụm", "công", "nghiệp", undefined].map((word) => starts.longestFrom(word))).toEqual([
      3, 2, 0, 0,
    ]);
  });
});
