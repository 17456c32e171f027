import { COURTESIES, type Courtesies } from "./courtesy-phrases.ts";
import { countAsking, isCourtesy, type Typed } from "./courtesy-words.ts";
import { isBare } from "./fold.ts";
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
}

/** Where courtesies stand, in texts of one kind. */
interface Places {
  readonly typed: Typed;
  readonly before: readonly Named[];
  readonly thanks: readonly Named[];
  readonly endings: readonly Named[];
  readonly endsWhoKnows: RegExp;
  readonly endsMay: RegExp;
}

const WRITTEN = placeAll("written", COURTESIES.written);
const BARE = placeAll("bare", COURTESIES.bare);

function placeAll(typed: Typed, courtesies: Courtesies): Places {
  const first = (name: string, pattern: string) => ({
    name,
    pattern: new RegExp(`^(?:${pattern})(?: |$)`, "u"),
  });
  const last = (name: string, pattern: string) => ({ name, pattern: new RegExp(`(?:${pattern})$`, "u") });
  return {
    typed,
    before: [
      first("agrees", courtesies.agreement),
      first("greets", courtesies.greeting),
      first("knows", courtesies.asksWhoKnows),
      first("asks", courtesies.asksToAsk),
      first("thanks", `${courtesies.thanks}(?= ,|$)`),
      first("calls", courtesies.call),
      first("pause", ","),
    ],
    thanks: [
      // Somebody else may be thanked: only what stands apart is said to the bot.
      last("thanks", `(?:^|(?<=(?:, |(?:^| )(?:ạ|à|nha|nhé|nhỉ|vậy|thế|z|không) )))${courtesies.thanks}`),
      last("thanks", `(?:^| )${courtesies.plainThanks}`),
    ],
    endings: [last("ending", `(?:^| )${courtesies.ending}`)],
    endsWhoKnows: new RegExp(` ${courtesies.endsWhoKnows}$`, "u"),
    endsMay: new RegExp(` ${courtesies.endsMay}$`, "u"),
  };
}

const FINAL_PAUSES = /(?:^| ),(?: ,)*$/u;
/** `Bạn có thể cho tôi biết … được không?` */
const MAY = /(?:có thể|co the)/u;
/** `… có vay được không` asks whether. */
const ASKS_WHETHER = /(?:^| )(?:có|co) /u;

/** What joins a courtesy to the question: `sorry to bother you, but …`. */
const JOINTS = /^(?:(?:but|so|that|nhưng|mà|thì|rằng|là) )+/u;

/** A term, as in `splitSyllables` but for `R&D`, or what separates sentences or clauses; the hyphen of `hi-tech` does not. */
const TERM_OR_PAUSE =
  /(\p{N}+(?:[.,]\p{N}+)+|[\p{L}\p{M}\p{N}]+(?:&[\p{L}\p{M}\p{N}]+)*)|(?:[,.;:!?…\n–—]|(?<!\S)-(?!\S)|[\p{Extended_Pictographic}\p{Emoji_Modifier}]|\uFE0F|\u200D)+/gu;
/** What is written close to a word and belongs to it: `9%`, `(5% tấm)`. */
const CLOSE_BEFORE = /[^\s,.;:!?…]+$/u;
const CLOSE_AFTER = /^(?:\s?%|[^\s,.;:!?…\p{L}\p{N}]+)/u;
/** In capitals it is no `bot` and no `ai`. */
const CAPITALS = /^\p{Lu}{2,}$/u;
/** Courtesies are short; what comes later is no longer looked at. */
const MOST_ROUNDS = 16;

/**
 * Takes a text apart into what it asks and the courtesies around it: `Chào ad, cho em hỏi … ạ? Em cảm ơn` asks what
 * stands between. Words of courtesy would be looked for in the articles, and make a question look less met than it is.
 * @param text NFC
 */
export function stripCourtesies(text: string): StrippedText {
  const places = isBare(text) ? BARE : WRITTEN;
  const { line, spans } = writeLine(text);
  const said = new Set<string>();
  let rest = line;
  let first = 0;
  let ends: RegExp | null = null;
  for (let round = 0; round < MOST_ROUNDS && rest !== ""; round++) {
    const found =
      find(places.before, rest) ??
      findFirstClause(rest, places.typed, said.size > 0) ??
      findAsking(rest, places.typed);
    if (found === undefined) break;
    said.add(found.name);
    if (found.name === "knows") ends = places.endsWhoKnows;
    if (found.name === "asks" && MAY.test(found.text)) ends = places.endsMay;
    first += countParts(found.text);
    rest = rest.slice(found.text.length);
  }
  if (said.size === 1 && said.has("pause")) [first, rest] = [0, line];
  const joint = first > 0 ? (JOINTS.exec(rest)?.[0] ?? "") : "";
  first += countParts(joint);
  rest = rest.slice(joint.length);
  const kept = stripEnd(rest, places, ASKS_WHETHER.test(rest) ? null : ends, said);
  return {
    question: cut(text, spans, { first, end: first + countParts(kept), isWholeEnd: kept === rest }),
    greets: said.has("greets"),
    thanks: said.has("thanks"),
    asksToAsk: said.has("asks") || said.has("knows") || said.has("calls"),
  };
}

interface Cut {
  /** The first part that is kept, and the one after the last. */
  readonly first: number;
  readonly end: number;
  readonly isWholeEnd: boolean;
}

/** What is kept of a text, with what is written close to its first and last word. */
function cut(text: string, spans: readonly Span[], { first, end, isWholeEnd }: Cut): string {
  const [from, to] = [spans[first], spans[end - 1]];
  if (from === undefined || to === undefined || end <= first) return "";
  const close =
    CLOSE_BEFORE.exec(text.slice(first === 0 ? 0 : spans[first - 1]?.end, from.start))?.[0].length ?? 0;
  const start = first === 0 ? 0 : from.start - close;
  if (isWholeEnd) return text.slice(start);
  const stop = to.end + (CLOSE_AFTER.exec(text.slice(to.end))?.[0].length ?? 0);
  // What asks is told by its mark, too.
  return text.slice(start, stop) + (text.includes("?", stop) ? "?" : "");
}

/** @param ends what may end the question because of how it began */
function stripEnd(line: string, places: Places, ends: RegExp | null, said: Set<string>): string {
  let rest = line;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const bare = rest.replace(FINAL_PAUSES, "");
    const found =
      find(places.thanks, bare) ??
      findLastClause(bare, places.typed, said.size > 0) ??
      find(places.endings, bare);
    if (found === undefined) break;
    said.add(found.name);
    rest = bare.slice(0, -found.text.length).trimEnd();
  }
  const bare = rest.replace(FINAL_PAUSES, "");
  if (bare === "") return "";
  if (ends?.test(bare)) return bare.replace(ends, "");
  return bare.length < line.replace(FINAL_PAUSES, "").length ? bare : rest;
}

interface Found {
  readonly name: string;
  readonly text: string;
}

function findAsking(line: string, typed: Typed): Found | undefined {
  const parts = line.split(" ");
  const length = countAsking(parts, typed);
  return length === 0 ? undefined : { name: "asks", text: joinFirst(parts, length) };
}

/** A courtesy that more follows: clauses alone never make a text ask nothing. */
function findFirstClause(line: string, typed: Typed, isAfterOthers: boolean): Found | undefined {
  const parts = line.split(" ");
  const pause = parts.indexOf(",");
  if (pause <= 0 || pause === parts.length - 1 || !isCourtesy(parts.slice(0, pause), typed, isAfterOthers))
    return undefined;
  return { name: "chats", text: joinFirst(parts, pause + 1) };
}

/** @param line without a pause at its end */
function findLastClause(line: string, typed: Typed, isAfterOthers: boolean): Found | undefined {
  const pause = line.lastIndexOf(" , ");
  if (pause <= 0) return undefined;
  const text = line.slice(pause);
  return isCourtesy(text.slice(" , ".length).split(" "), typed, isAfterOthers)
    ? { name: "chats", text }
    : undefined;
}

/** The first parts, and the space that parts them from the next. */
function joinFirst(parts: readonly string[], count: number): string {
  return parts.slice(0, count).join(" ") + (count < parts.length ? " " : "");
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
  const allCapitals = text === text.toUpperCase();
  for (const { 0: found, 1: term, index } of text.matchAll(TERM_OR_PAUSE)) {
    spans.push({ start: index, end: index + found.length });
    const isCapitals = term !== undefined && !allCapitals && CAPITALS.test(term);
    parts.push(term === undefined ? "," : isCapitals ? term : placeTone(term.toLowerCase()));
  }
  return { line: parts.join(" "), spans };
}

function countParts(line: string): number {
  const trimmed = line.trim();
  return trimmed === "" ? 0 : trimmed.split(" ").length;
}

interface Named {
  readonly name: string;
  readonly pattern: RegExp;
}

function find(patterns: readonly Named[], line: string): Found | undefined {
  for (const { name, pattern } of patterns) {
    const text = pattern.exec(line)?.[0];
    if (text !== undefined && text !== "") return { name, text };
  }
  return undefined;
}
