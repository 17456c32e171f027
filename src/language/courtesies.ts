import { COURTESIES } from "./courtesy-phrases.ts";
import type { Span } from "./span.ts";
import { placeTone } from "./tone.ts";

/** A text without the courtesies around it. */
export interface StrippedText {
  /** What is asked, as it was typed; empty when there is nothing besides courtesies. */
  readonly question: string;
  readonly greets: boolean;
  readonly thanks: boolean;
  /** Whether it says that a question comes, or calls somebody. */
  readonly asksToAsk: boolean;
  readonly agrees: boolean;
}

const BEFORE = anchor(
  [
    ["agrees", COURTESIES.agreement],
    ["greets", COURTESIES.greeting],
    ["knows", COURTESIES.asksWhoKnows],
    ["asks", COURTESIES.asksToAsk],
    ["thanks", `${COURTESIES.thanks}(?= ,|$)`],
    ["calls", COURTESIES.call],
    ["pause", ","],
  ],
  (pattern) => new RegExp(`^(?:${pattern})(?: |$)`, "u"),
);
const AFTER = anchor(
  [
    // Somebody else may be thanked: only what stands apart is said to the bot.
    ["thanks", `(?:^|(?<=(?:, |[ạéàa] |nha |nhỉ |vậy |thế |z |không )))${COURTESIES.thanks}`],
    ["thanks", `(?:^| )${COURTESIES.plainThanks}`],
    ["ending", `(?:^| )${COURTESIES.ending}`],
  ],
  (pattern) => new RegExp(`(?:${pattern})$`, "u"),
);
const FINAL_PAUSES = /(?:^| ),(?: ,)*$/u;
const WHO_KNOWS_ENDS = new RegExp(` ${COURTESIES.endsWhoKnows}$`, "u");
const MAY_ENDS = new RegExp(` ${COURTESIES.endsMay}$`, "u");
/** `Bạn có thể cho tôi biết … được không?` */
const MAY = /(?:có thể|co the)/u;

/** A term, as in `splitSyllables`, or what separates sentences or clauses. */
const TERM_OR_PAUSE = /(\p{N}+(?:[.,]\p{N}+)+|[\p{L}\p{M}\p{N}]+)|[,.;:!?…\n–—-]+/gu;
/** Courtesies are short; what comes later is no longer looked at. */
const MOST_ROUNDS = 16;

/**
 * Takes a text apart into what it asks and the courtesies around it: `Chào ad, cho em hỏi … ạ? Em cảm ơn` asks what
 * stands between. Words of courtesy would be looked for in the articles, and make a question look less met than it is.
 * @param text NFC
 */
export function stripCourtesies(text: string): StrippedText {
  const { line, spans } = writeLine(text);
  const said = new Set<string>();
  let rest = line;
  let first = 0;
  let ends: RegExp | null = null;
  for (let round = 0; round < MOST_ROUNDS && rest !== ""; round++) {
    const found = find(BEFORE, rest);
    if (found === undefined) break;
    said.add(found.name);
    if (found.name === "knows") ends = WHO_KNOWS_ENDS;
    if (found.name === "asks" && MAY.test(found.text)) ends = MAY_ENDS;
    first += countParts(found.text);
    rest = rest.slice(found.text.length);
  }
  const kept = stripEnd(rest, ends, said);
  const last = first + countParts(kept);
  const start = first === 0 ? 0 : (spans[first]?.start ?? text.length);
  const end = kept === rest ? text.length : (spans[last - 1]?.end ?? start);
  // What asks is told by its mark, too.
  const mark = text.includes("?", end) ? "?" : "";
  return {
    question: kept === "" ? "" : text.slice(start, end) + mark,
    greets: said.has("greets"),
    thanks: said.has("thanks"),
    asksToAsk: said.has("asks") || said.has("knows") || said.has("calls"),
    agrees: said.has("agrees"),
  };
}

/** @param ends what may end the question because of how it began */
function stripEnd(line: string, ends: RegExp | null, said: Set<string>): string {
  let rest = line;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const bare = rest.replace(FINAL_PAUSES, "");
    const found = find(AFTER, bare);
    if (found === undefined) break;
    said.add(found.name);
    rest = bare.slice(0, -found.text.length).trimEnd();
  }
  const bare = rest.replace(FINAL_PAUSES, "");
  if (bare === "") return "";
  if (ends?.test(bare)) return bare.replace(ends, "");
  return bare.length < line.replace(FINAL_PAUSES, "").length ? bare : rest;
}

interface Line {
  /** The syllables, and `,` for each pause, with a space between. */
  readonly line: string;
  /** Where each of them stands in the text. */
  readonly spans: readonly Span[];
}

function writeLine(text: string): Line {
  const spans: Span[] = [];
  const parts: string[] = [];
  for (const { 0: found, 1: term, index } of text.matchAll(TERM_OR_PAUSE)) {
    spans.push({ start: index, end: index + found.length });
    parts.push(term === undefined ? "," : placeTone(term.toLowerCase()));
  }
  return { line: parts.join(" "), spans };
}

function countParts(line: string): number {
  const trimmed = line.trim();
  return trimmed === "" ? 0 : trimmed.split(" ").length;
}

interface Named<T> {
  readonly name: string;
  readonly pattern: T;
}

function anchor(
  patterns: readonly (readonly [name: string, pattern: string])[],
  at: (pattern: string) => RegExp,
): Named<RegExp>[] {
  return patterns.map(([name, pattern]) => ({ name, pattern: at(pattern) }));
}

function find(patterns: readonly Named<RegExp>[], line: string): { name: string; text: string } | undefined {
  for (const { name, pattern } of patterns) {
    const text = pattern.exec(line)?.[0];
    if (text !== undefined && text !== "") return { name, text };
  }
  return undefined;
}
