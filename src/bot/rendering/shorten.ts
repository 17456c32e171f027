import type { Span } from "../../language/span.ts";

/** A text with a run of it marked; offsets are UTF-16 code units. */
export interface Excerpt {
  readonly text: string;
  readonly highlight: Span;
}

/** Stands where words of the article are left out: square brackets are how a quote says "not in the original". */
const OMISSION = "[…]";

/**
 * Shortens a text around its highlight to at most `budget` UTF-16 code units, with `[…]` where something is left
 * out. Cuts between words, never inside a character; what is kept is kept word for word.
 *
 * A highlight that alone is too long loses its end. The marks themselves need eight units of the budget.
 */
export function shortenAround(excerpt: Excerpt, budget: number): Excerpt {
  const { text } = excerpt;
  const highlight = snap(text, excerpt.highlight);
  if (text.length <= budget) return { text, highlight };

  const room = Math.max(0, budget - 2 * (OMISSION.length + 1));
  const window = chooseWindow(text, highlight, room);
  const before = window.start > 0 ? `${OMISSION} ` : "";
  const after = window.end < text.length ? ` ${OMISSION}` : "";
  const shift = before.length - window.start;
  return {
    text: before + text.slice(window.start, window.end) + after,
    highlight: {
      start: Math.max(highlight.start, window.start) + shift,
      end: Math.min(highlight.end, window.end) + shift,
    },
  };
}

/** Shortens a name to at most `budget` UTF-16 code units, with `…` where something is left out. */
export function shortenEnd(text: string, budget: number): string {
  if (text.length <= budget) return text;
  const room = budget - 1;
  return `${text.slice(0, endOfWord(text, 0, room) ?? endOfCharacter(text, room))}…`;
}

/** Puts a text of several lines on one. */
export function joinLines(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Brings a span into the text and out of the middle of surrogate pairs. */
function snap(text: string, span: Span): Span {
  const start = Math.min(Math.max(span.start, 0), text.length);
  const end = Math.min(Math.max(span.end, start), text.length);
  return {
    start: splitsPair(text, start) ? start - 1 : start,
    end: splitsPair(text, end) ? end + 1 : end,
  };
}

function chooseWindow(text: string, highlight: Span, room: number): Span {
  const spare = room - (highlight.end - highlight.start);
  if (spare < 0) {
    const { start } = highlight;
    return { start, end: endOfWord(text, start, start + room) ?? endOfCharacter(text, start + room) };
  }
  // As much before as after; what one side does not need goes to the other.
  const beforeAtMost = highlight.start;
  const afterAtMost = text.length - highlight.end;
  const after = Math.min(afterAtMost, Math.max(Math.ceil(spare / 2), spare - beforeAtMost));
  const before = Math.min(beforeAtMost, spare - after);
  return {
    start: startOfWord(text, highlight.start - before, highlight.start),
    end: endOfWord(text, highlight.end, highlight.end + after) ?? highlight.end,
  };
}

/** The first start of a word from `position` on; `latest` when there is none before it. */
function startOfWord(text: string, position: number, latest: number): number {
  if (position === 0) return 0;
  for (let start = position; start < latest; start++) {
    if (isSpace(text, start - 1) && !isSpace(text, start)) return start;
  }
  return latest;
}

/** The last end of a word after `earliest` and up to `latest`; `undefined` when there is none. */
function endOfWord(text: string, earliest: number, latest: number): number | undefined {
  if (latest >= text.length) return text.length;
  for (let end = latest; end > earliest; end--) {
    if (isSpace(text, end) && !isSpace(text, end - 1)) return end;
  }
  return undefined;
}

/** In a word longer than all the room: the last place up to `latest` that is not inside a character. */
function endOfCharacter(text: string, latest: number): number {
  return splitsPair(text, latest) ? latest - 1 : latest;
}

function isSpace(text: string, position: number): boolean {
  return /\s/.test(text.charAt(position));
}

function splitsPair(text: string, position: number): boolean {
  return position > 0 && (text.codePointAt(position - 1) ?? 0) > 0xffff;
}
