import { leavesSentenceOpen } from "./abbreviations.ts";
import type { Span } from "./span.ts";

/** Full stops, question and exclamation marks and ellipses, with the quotes and brackets that close after them. */
const TERMINAL = /(?:[.!?…]+)[”"’'»)\]]*/gu;
/** What stands before a stop and may be an abbreviation: `TP`, `ThS`, `U.S`. */
const WORD_BEFORE = /[\p{L}\p{M}\p{N}.]+$/u;
/** The longest piece of text that `WORD_BEFORE` has to look at; no abbreviation is longer. */
const LONGEST_ABBREVIATION = 16;
/** A quotation longer than this is split inside, or its first sentence would swallow the paragraph. */
const LONGEST_WHOLE_QUOTATION = 400;

const SENTENCE_START = /^[\p{Lu}\p{N}“"‘'«([\-–•*+]/u;
/** The number of a list item, alone at the start of its line: `1.`, `b.` */
const LIST_NUMBER = /\n\s*(?:\p{N}{1,3}|\p{L})$/u;

/**
 * Splits a paragraph into sentences. The spans are in order, do not overlap, and leave out only white space;
 * a line end counts as a space, so that hard-wrapped text stays whole.
 *
 * Short quotations and brackets stay whole (`“Làm ngay. Làm tốt”, ông nói.` is one sentence), a stop before
 * a small letter does not end one (`các công ty lớn... thường chọn`), nor do abbreviations and decimals.
 */
export function splitSentences(paragraph: string): Span[] {
  const enclosed = findEnclosed(paragraph);
  const sentences: Span[] = [];
  let start = 0;
  let nextEnclosed = 0;
  for (const match of paragraph.matchAll(TERMINAL)) {
    const stop = match.index;
    const end = stop + match[0].length;
    while ((enclosed[nextEnclosed]?.end ?? Number.POSITIVE_INFINITY) <= end) nextEnclosed++;
    const inside = (enclosed[nextEnclosed]?.start ?? Number.POSITIVE_INFINITY) < stop;
    if (end <= start || inside || !endsSentence(paragraph, stop, end)) continue;
    pushTrimmed(sentences, paragraph, start, end);
    start = end;
  }
  pushTrimmed(sentences, paragraph, start, paragraph.length);
  return sentences;
}

function endsSentence(content: string, stop: number, end: number): boolean {
  if (end === content.length) return true;
  const space = /^\s+/.exec(content.slice(end, end + 64))?.[0];
  if (space === undefined) return false;
  const rest = content.slice(end + space.length, end + space.length + 40);
  if (!SENTENCE_START.test(rest)) return false;
  if (content.slice(stop, end) !== ".") return true;
  const from = Math.max(0, stop - LONGEST_ABBREVIATION);
  const before = `${from === 0 ? "\n" : ""}${content.slice(from, stop)}`;
  if (LIST_NUMBER.test(before)) return false;
  return !leavesSentenceOpen(WORD_BEFORE.exec(before)?.[0] ?? "", rest);
}

const CLOSING = new Map([
  ["“", "”"],
  ['"', '"'],
  ["«", "»"],
  ["(", ")"],
  ["[", "]"],
]);

/** Quotations and brackets that open and close within reach, from the opening mark to after the closing one. */
function findEnclosed(content: string): Span[] {
  const spans: Span[] = [];
  // Where each closing mark stands next, so that many opening ones do not look for the same again and again.
  const next = new Map<string, number>();
  for (let at = 0; at < content.length; at++) {
    const closing = CLOSING.get(content[at] ?? "");
    if (closing === undefined) continue;
    let close = next.get(closing) ?? -1;
    if (close <= at) {
      close = content.indexOf(closing, at + 1);
      if (close < 0) close = Number.POSITIVE_INFINITY;
      next.set(closing, close);
    }
    if (close - at > LONGEST_WHOLE_QUOTATION) continue;
    spans.push({ start: at, end: close + 1 });
    at = close;
  }
  return spans;
}

function pushTrimmed(into: Span[], text: string, start: number, end: number): void {
  const raw = text.slice(start, end);
  const trimmed = raw.trim();
  if (trimmed === "") return;
  const lead = raw.length - raw.trimStart().length;
  into.push({ start: start + lead, end: start + lead + trimmed.length });
}
