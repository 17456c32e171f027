import { foldDiacritics, isBare } from "./fold.ts";
import { isEnglishOnly } from "./function-words.ts";
import { loadKnownSyllables } from "./known-syllables.ts";
import { hasSyllableShape } from "./syllable-shape.ts";
import { splitSyllables } from "./syllables.ts";

/** Acute, grave, hook, tilde and dot below, in the order in which both ways of typing count them. */
const TONES = ["\u0301", "\u0300", "\u0309", "\u0303", "\u0323"];
const CIRCUMFLEX = "\u0302";
/** Horn and breve are one key in Telex. */
const HORN_OR_BREVE = "w";
const BAR = "đ";
const MARKS: ReadonlyMap<string, string> = new Map([
  ["\u031b", HORN_OR_BREVE],
  ["\u0306", HORN_OR_BREVE],
  [CIRCUMFLEX, CIRCUMFLEX],
  ...TONES.map((tone) => [tone, tone] as const),
]);

/** What a figure does to the syllable before it in VNI. */
const FIGURES = new Map(
  [...TONES, CIRCUMFLEX, HORN_OR_BREVE, HORN_OR_BREVE, BAR].map((mark, at) => [String(at + 1), mark]),
);
/** What a letter behind a vowel does in Telex: no syllable ends in one of these. */
const TONE_LETTERS = new Map([..."sfrxj"].map((letter, at) => [letter, TONES[at] ?? ""]));

/** A syllable as keys: its bare letters, and the marks on them. */
interface Keyed {
  readonly letters: string;
  readonly marks: ReadonlySet<string>;
}

function readTelex(word: string): Keyed {
  let letters = "";
  const marks = new Set<string>();
  for (const key of word) {
    const tone = TONE_LETTERS.get(key);
    if (tone !== undefined && /[aeiouy]/.test(letters)) {
      for (const other of TONES) marks.delete(other);
      marks.add(tone);
    } else if (key === "w" && /[aou]/.test(letters)) marks.add(HORN_OR_BREVE);
    else if (key === "d" && letters.startsWith("d") && !marks.has(BAR)) marks.add(BAR);
    else if (/[aeo]/.test(key) && letters.includes(key) && !marks.has(CIRCUMFLEX)) marks.add(CIRCUMFLEX);
    else if (key === "w") {
      letters += "u";
      marks.add(HORN_OR_BREVE);
    } else letters += key;
  }
  return { letters, marks };
}

function readVni(word: string): Keyed {
  let letters = "";
  const marks = new Set<string>();
  for (const key of word) {
    const mark = FIGURES.get(key);
    if (mark === undefined) letters += key;
    else marks.add(mark);
  }
  return { letters, marks };
}

function nameKeys({ letters, marks }: Keyed): string {
  return [letters, ...[...marks].sort()].join(" ");
}

/** The syllables of the language by their keys, and the words that are typed without any. */
interface Syllables {
  readonly byKeys: ReadonlyMap<string, string>;
  readonly bare: ReadonlySet<string>;
}

let known: Syllables | undefined;

function loadSyllables(): Syllables {
  const byKeys = new Map<string, string>();
  const bare = new Set<string>();
  for (const syllable of loadKnownSyllables()) {
    const letters = foldDiacritics(syllable);
    bare.add(letters);
    if (letters === syllable) continue;
    const marks = new Set([...syllable.normalize("NFD")].flatMap((character) => MARKS.get(character) ?? []));
    if (syllable.startsWith(BAR)) marks.add(BAR);
    const keys = nameKeys({ letters, marks });
    // The list begins with the most frequent.
    if (!byKeys.has(keys)) byKeys.set(keys, syllable);
  }
  return { byKeys, bare };
}

const TELEX_WORD = /^[a-z]{3,10}$/;
const VNI_WORD = /^[a-z]{2,7}[1-9]{1,2}[a-z]{0,3}[1-5]?$/;
/** `TMĐT` */
const SHORT_FORM = /^\p{Lu}*DD\p{Lu}*$/u;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** Of a text with fewer words that look Vietnamese, or would, nothing is one. */
const VIETNAMESE_SHARE = 0.7;
/** Where somebody's keyboard does write diacritics, one mark alone is rather a slip. */
const SURE_MARKS = 2;
/** `co2` alone is no `cò`. */
const SURE_WORDS = 2;

/**
 * Writes syllables that were typed with the keyboard's Vietnamese switched off, in Telex or VNI: `coong nghieepj` and
 * `co6ng nghie65p` are `công nghiệp`. What is a word as it stands is left.
 * @param text NFC
 */
export function readRawKeys(text: string): string {
  const words = text.match(WORD) ?? [];
  if (!words.some((word) => TELEX_WORD.test(word.toLowerCase()) || VNI_WORD.test(word))) return text;
  if (splitSyllables(text).some(isEnglishOnly)) return text;
  known ??= loadSyllables();
  const { byKeys, bare } = known;
  const leastMarks = isBare(text) ? 1 : SURE_MARKS;
  const decode = (word: string): string | undefined => {
    const lower = word.toLowerCase();
    const keyed = VNI_WORD.test(word) ? readVni(word) : TELEX_WORD.test(lower) ? readTelex(lower) : null;
    return keyed === null || keyed.marks.size < leastMarks ? undefined : byKeys.get(nameKeys(keyed));
  };
  const isRaw = (word: string) => !bare.has(word.toLowerCase()) && decode(word) !== undefined;
  const raw = words.filter(isRaw);
  const lettered = words.filter((word) => /^\p{L}/u.test(word));
  const vietnamese = lettered.filter((word) => hasSyllableShape(word.toLowerCase()) || isRaw(word));
  if (vietnamese.length < VIETNAMESE_SHARE * lettered.length) return text;
  const isSure = raw.length >= SURE_WORDS;
  return text.replace(WORD, (word) => {
    if (isSure && SHORT_FORM.test(word)) return word.replace("DD", BAR.toUpperCase());
    const isForeign = isSure && !hasSyllableShape(word.toLowerCase());
    if (!isRaw(word) && !isForeign) return word;
    if (VNI_WORD.test(word) && !isSure) return word;
    const syllable = decode(word);
    if (syllable === undefined) return word;
    return word[0] === word[0]?.toUpperCase()
      ? syllable.charAt(0).toUpperCase() + syllable.slice(1)
      : syllable;
  });
}
