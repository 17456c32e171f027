import { loadKnownSyllables } from "../../language/known-syllables.ts";
import { placeTone } from "../../language/tone.ts";
import { createMojibakeReader } from "./mojibake.ts";
import { readTcvn3 } from "./tcvn3.ts";
import { readVni } from "./vni.ts";

/** What was wrong with a text's letters. */
export type Garbling =
  /** It was in this encoding, and is put right. */
  | { readonly kind: "converted"; readonly detail: string }
  /** Something is wrong, but what is not sure; some of the words. */
  | { readonly kind: "garbled"; readonly detail: string };

export interface Ungarbled {
  readonly text: string;
  readonly garbling: Garbling | null;
}

/** Gives a line as it was meant, `null` where it cannot have been written so. */
type LineReader = (line: string) => string | null;

const READERS: Readonly<Record<string, () => LineReader>> = {
  TCVN3: () => readTcvn3,
  VNI: () => readVni,
  "UTF-8/windows-1252": () => createMojibakeReader("windows-1252"),
  "UTF-8/windows-1258": () => createMojibakeReader("windows-1258"),
};

/** Letters and signs of western Europe that Vietnamese does not have; any text may hold one or two. */
const FOREIGN =
  /[\u00a1-\u00bf\u00c4-\u00c7\u00cb\u00ce-\u00d1\u00d6-\u00d8\u00db\u00dc\u00de\u00df\u00e4-\u00e7\u00eb\u00ee-\u00f1\u00f6-\u00f8\u00fb\u00fc\u00fe\u00ff\ufffd]/g;
/** Letters that only a text in Unicode can have. */
const UNICODE_LETTER = /[ĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9]/;

/** Of Vietnamese words two in three have marks, of French ones a fifth: those are not garbled. */
const LEAST_MARKED = 0.4;
/** So many words with marks must speak for an encoding. */
const FEWEST_WORDS = 5;
/** Of a text as it should be nearly all words with marks are known. */
const MOST_KNOWN = 0.9;
/** Of a garbled one some may look like words by chance. */
const FEW_KNOWN = 0.5;
/** One encoding must fit that much better than any other. */
const MARGIN = 0.1;
const SAMPLE_WORDS = 3;

/**
 * Puts a text right whose letters were read in a wrong encoding, when it is sure which one; else it stays as it
 * is, and what looks wrong is told. A line that has letters of Unicode is left alone by the old encodings.
 */
export function ungarble(text: string): Ungarbled {
  if ((text.match(FOREIGN)?.length ?? 0) < FEWEST_WORDS) return { text, garbling: findLost(text) };
  const known = loadKnownSyllables();
  const lines = text.split("\n");
  // Some lines may be as they should be, or the marks of 1258 look like letters of Unicode: either is looked at.
  const without = lines.filter((line) => !UNICODE_LETTER.test(line)).join("\n");
  const now = [without, text].map((part) => countKnown(part, known)).find(isOdd);
  if (!now) return { text, garbling: findLost(text) };
  const candidates = Object.entries(READERS).map(([encoding, createReader]) => {
    const read = createReader();
    const meant = lines.map((line) => readLine(line, read, known)).join("\n");
    const { words, distinct, known: knownWords } = countKnown(meant, known);
    return { encoding, meant, distinct, share: words === 0 ? 0 : knownWords / words };
  });
  const [best, second] = candidates.sort((a, b) => b.share - a.share);
  const isSure =
    best &&
    best.distinct >= FEWEST_WORDS &&
    best.share >= MOST_KNOWN &&
    best.share - (second?.share ?? 0) >= MARGIN;
  if (isSure) return { text: best.meant, garbling: { kind: "converted", detail: best.encoding } };
  if (now.words < now.all * LEAST_MARKED) return { text, garbling: findLost(text) };
  return { text, garbling: { kind: "garbled", detail: sample(now.unknown) } };
}

/** The text of bytes that are no UTF-8, when it is sure which of the encodings of Vietnamese they are in. */
export function ungarbleBytes(bytes: Uint8Array): Ungarbled | null {
  const seen = ungarble(new TextDecoder("windows-1252").decode(bytes));
  if (seen.garbling?.kind === "converted") return seen;
  const text = new TextDecoder("windows-1258").decode(bytes).normalize("NFC");
  const { words, known } = countKnown(text, loadKnownSyllables());
  if (words < FEWEST_WORDS || known < words * MOST_KNOWN) return null;
  return { text, garbling: { kind: "converted", detail: "windows-1258" } };
}

function isOdd({ words, known }: Counted): boolean {
  return words >= FEWEST_WORDS && known <= words * FEW_KNOWN;
}

function readLine(line: string, read: LineReader, known: ReadonlySet<string>): string {
  if (UNICODE_LETTER.test(line) && (read === readTcvn3 || read === readVni)) return line;
  const meant = read(line);
  if (meant === null || meant === line) return line;
  const share = (counted: Counted) => counted.known / Math.max(1, counted.words);
  return share(countKnown(line, known)) > share(countKnown(meant, known)) ? line : meant;
}

interface Counted {
  readonly all: number;
  /** Different ones of those with letters beyond ASCII. */
  readonly distinct: number;
  /** With letters beyond ASCII. */
  readonly words: number;
  readonly known: number;
  readonly unknown: readonly string[];
}

/** What stands between white space and the marks of ASCII, and holds more than ASCII. */
const WORD = /[^\s\u0021-\u0040\u005b-\u0060\u007b-\u007e\u2010-\u2027\u2030-\u205e]+/g;

/** Longer ones are none; and the pattern below would go through a long row of signs again and again. */
const LONGEST_WORD = 40;
/** Signs of western Europe that may stand around a word. */
const SIGNS_AROUND = /^[«»©®°±·]+|[«»©®°·]+$/g;

function countKnown(text: string, syllables: ReadonlySet<string>): Counted {
  const all = (text.normalize("NFC").match(WORD) ?? []).filter((word) => /\p{L}/u.test(word));
  const words = all.filter((word) => /[\u0080-\uffff]/.test(word));
  const isKnown = (word: string) => syllables.has(placeTone(word));
  const unknown = words.filter((word) => {
    if (word.length > LONGEST_WORD) return true;
    const plain = word.toLowerCase();
    return !isKnown(plain) && !isKnown(plain.replace(SIGNS_AROUND, ""));
  });
  const known = words.length - unknown.length;
  return { all: all.length, words: words.length, known, distinct: new Set(words).size, unknown };
}

function sample(words: readonly string[]): string {
  const few = words.slice(0, SAMPLE_WORDS);
  return few.map((word) => word.slice(0, LONGEST_WORD)).join(" ");
}

/** What a decoder puts where it has no letter. */
const LOST = "\ufffd";

/** Letters that an earlier conversion has lost are gone for good. */
function findLost(text: string): Garbling | null {
  const lost = text.includes(LOST) ? text.split(/\s+/).filter((word) => word.includes(LOST)) : [];
  return lost.length === 0 ? null : { kind: "garbled", detail: sample(lost) };
}
