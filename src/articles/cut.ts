import type { Span } from "../language/span.ts";
import { countSyllables } from "../language/syllables.ts";

/** More code units than this a word are no Vietnamese or English prose, and count as several words. */
const CODE_UNITS_PER_WORD = 10;

/** The length of a stretch in words; text without spaces counts by its code units, so that nothing is endless. */
export function measureLength(text: string, span: Span): number {
  return lengthOf(countSyllables(text.slice(span.start, span.end)), span);
}

/** The same, where the syllables have been counted: those of neighbours add up, the white space between counts. */
export function lengthOf(syllables: number, { start, end }: Span): number {
  return Math.max(1, syllables, Math.ceil((end - start) / CODE_UNITS_PER_WORD));
}

/** Where a sentence may be cut, the best places first: items of a list, clauses, words, marks without a space. */
const CUTS: ReadonlyArray<{ readonly after: RegExp; readonly pack: boolean }> = [
  { after: /[;；]\s+/gu, pack: false },
  { after: /(?:[,:，：]|\s[–—-])\s+/gu, pack: true },
  { after: /\s+/gu, pack: true },
  { after: /[^\p{L}\p{M}\p{N}\s]+/gu, pack: true },
];

/**
 * A sentence of more than `maxWords` words in pieces of at most that: at the semicolons of a list, else at
 * clause marks, else between words, else at other marks, else anywhere but inside a surrogate pair. Shorter ones stay whole.
 */
export function cutLongSentence(text: string, sentence: Span, maxWords: number, level = 0): Span[] {
  // Between two words is a mark or a space: what is short need not be counted.
  if (sentence.end - sentence.start < 2 * maxWords || measureLength(text, sentence) <= maxWords)
    return [sentence];
  const cut = CUTS[level];
  if (!cut) return cutAnywhere(text, sentence, maxWords * CODE_UNITS_PER_WORD);
  const atoms = splitAfter(text, sentence, cut.after);
  const pieces = cut.pack ? packAtoms(text, atoms, maxWords) : atoms;
  return pieces.flatMap((piece) => cutLongSentence(text, piece, maxWords, level + 1));
}

function splitAfter(text: string, span: Span, mark: RegExp): Span[] {
  const atoms: Span[] = [];
  let start = span.start;
  for (const match of text.slice(span.start, span.end).matchAll(mark)) {
    const next = span.start + match.index + match[0].length;
    const end = next - (/\s+$/.exec(match[0])?.[0].length ?? 0);
    if (end > start && next < span.end) {
      atoms.push({ start, end });
      start = next;
    }
  }
  atoms.push({ start, end: span.end });
  return atoms;
}

/** Joins neighbours while they stay within the limit. */
function packAtoms(text: string, atoms: readonly Span[], maxWords: number): Span[] {
  const pieces: Span[] = [];
  let syllables = 0;
  for (const atom of atoms) {
    const last = pieces.at(-1);
    const own = countSyllables(text.slice(atom.start, atom.end));
    const joined = { start: last?.start ?? atom.start, end: atom.end };
    if (last && lengthOf(syllables + own, joined) <= maxWords) {
      pieces[pieces.length - 1] = joined;
      syllables += own;
    } else {
      pieces.push(atom);
      syllables = own;
    }
  }
  return pieces;
}

function cutAnywhere(text: string, span: Span, maxCodeUnits: number): Span[] {
  const pieces: Span[] = [];
  for (let start = span.start; start < span.end; ) {
    let end = Math.min(start + maxCodeUnits, span.end);
    if (end < span.end && isLowSurrogate(text.charCodeAt(end))) end--;
    pieces.push({ start, end });
    start = end;
  }
  return pieces;
}

function isLowSurrogate(codeUnit: number): boolean {
  return codeUnit >= 0xdc00 && codeUnit <= 0xdfff;
}
