import { readFileSync } from "node:fs";
import { foldDiacritics } from "./fold.ts";
import { placeTone } from "./tone.ts";

const COUNTS = new URL("./restoration/unigrams.tsv", import.meta.url);

let known: ReadonlySet<string> | undefined;
let bare: ReadonlySet<string> | undefined;

/**
 * The syllables of Vietnamese news with their diacritics, the most frequent first, lower case, tone marks in the old style; and
 * some foreign words. Read once.
 */
export function loadKnownSyllables(): ReadonlySet<string> {
  if (known === undefined) {
    const lines = readFileSync(COUNTS, "utf8").trimEnd().split("\n");
    known = new Set(lines.map((line) => placeTone(line.slice(0, line.indexOf("\t")))));
  }
  return known;
}

/** Whether a lower-case word is such a syllable, with its diacritics or without any. */
export function isKnownSyllable(word: string): boolean {
  bare ??= new Set([...loadKnownSyllables()].map(foldDiacritics));
  return loadKnownSyllables().has(placeTone(word)) || bare.has(word);
}
