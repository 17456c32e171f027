import { placeTone } from "./tone.ts";

/** Numbers keep their separators (`3.060,7` is one term); everything else is a run of letters, marks and digits. */
const TERM = /\p{N}+(?:[.,]\p{N}+)+|[\p{L}\p{M}\p{N}]+/gu;

/**
 * The terms of a text in their order: lower case, NFC, tone marks in the old style. Vietnamese is written
 * syllable by syllable, so a term is a syllable, a foreign word, or a number.
 */
export function splitSyllables(text: string): string[] {
  const found = text.normalize("NFC").toLowerCase().match(TERM);
  return found === null ? [] : found.map(placeTone);
}

/** The same terms as they were typed, where capitals tell something. */
export function splitWords(text: string): string[] {
  return text.normalize("NFC").match(TERM) ?? [];
}

/** How many words a text has, in the sense of a passage's length: Vietnamese counts syllables. */
export function countSyllables(text: string): number {
  return text.match(TERM)?.length ?? 0;
}
