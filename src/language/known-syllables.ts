import { readFileSync } from "node:fs";
import { placeTone } from "./tone.ts";

const COUNTS = new URL("./restoration/unigrams.tsv", import.meta.url);

/** The syllables of Vietnamese news with their diacritics, lower case, tone marks in the old style; and some foreign words. */
export function loadKnownSyllables(): ReadonlySet<string> {
  const lines = readFileSync(COUNTS, "utf8").trimEnd().split("\n");
  return new Set(lines.map((line) => placeTone(line.slice(0, line.indexOf("\t")))));
}
