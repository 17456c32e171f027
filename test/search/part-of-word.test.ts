import { expect, test } from "vitest";
import { loadNearWords } from "../../src/language/near-words.ts";
import { loadSyllableModel } from "../../src/language/restoration/syllable-model.ts";
import { splitSyllables } from "../../src/language/syllables.ts";
import { isPartOfWord } from "../../src/search/part-of-word.ts";

const nearWords = loadNearWords();
const language = loadSyllableModel();

/** The syllables that are but parts of words. */
function partsIn(text: string): string[] {
  const syllables = splitSyllables(text);
  return syllables.filter((_, at) => isPartOfWord(nearWords, language, syllables, at));
}

test("the syllables of a word are parts of it", () => {
  expect(partsIn("giá gạo bình quân")).toEqual(["bình", "quân"]);
  expect(partsIn("ban hành ngân sách")).toEqual(["ban", "hành", "ngân", "sách"]);
});

test("words that only stand side by side are words, and so is what has not the shape of a syllable", () => {
  expect(partsIn("quân gạo")).toEqual([]);
  expect(partsIn("vốn FDI")).toEqual([]);
  expect(partsIn("UBND TP")).toEqual([]);
  expect(partsIn("")).toEqual([]);
});
