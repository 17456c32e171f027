import { foldDiacritics, isBare } from "./fold.ts";
import { isEnglishOnly } from "./function-words.ts";
import { BAR, type Keyed, keysOf, nameKeys, readTelex, readVni, TONES } from "./keyed.ts";
import { isKnownSyllable, loadKnownSyllables } from "./known-syllables.ts";
import { loadNearWords } from "./near-words.ts";
import { hasSyllableShape } from "./syllable-shape.ts";
import { splitSyllables } from "./syllables.ts";

const TELEX_WORD = /^[a-z]{2,10}$/;
const VNI_WORD = /^(?=[a-z]+\d)[a-z][a-z1-9]{1,9}$/;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const CAPITALS = /^\p{Lu}{2,}$/u;
/** Gases, and no `cò` or `sò`. */
const FORMULA = /^(?:co2|so2|no2)$/;
/** Short forms that do have two D. */
const OWN_CAPITALS = /^(?:DDCI|DDOS)$/;
/** Of a text with fewer words that look Vietnamese, or would, none is typed so. */
const VIETNAMESE_SHARE = 0.7;
/** Where the keyboard does write diacritics, a word with fewer marks is rather a slip. */
const MARKS_AMONG_DIACRITICS = 2;
/** One word alone may be a slip or a name. */
const SURE_WORDS = 2;
/** So much further behind in the list of syllables stands a foreign word like `gif` that is rather `gì` among such words. */
const MUCH_RARER = 100;

/** What a word is, when it was typed with the keyboard's Vietnamese switched off. */
interface RawWord {
  readonly syllable: string;
  readonly keyed: Keyed;
  readonly isVni: boolean;
}

/**
 * Writes syllables that were typed with the keyboard's Vietnamese switched off, in Telex or VNI: `coong nghieepj` and
 * `co6ng nghie65p` are `công nghiệp`. What is a word as it stands is left, unless the others tell that it is none.
 * @param text NFC
 */
export function readRawKeys(text: string): string {
  const words = new Map((text.match(WORD) ?? []).map((word) => [word, decode(word)]));
  const raw = [...words].flatMap(([word, found]) => (found !== null && !isWord(word) ? [found] : []));
  if (!raw.some(hasLetterMark) || !mayBeVietnamese(words)) return text;
  const isSure = raw.length >= SURE_WORDS;
  if (!isSure && splitSyllables(text).some(isEnglishOnly)) return text;
  const leastMarks = isBare(text) ? 1 : MARKS_AMONG_DIACRITICS;
  return text.replace(WORD, (word) => {
    if (isSure && CAPITALS.test(word) && !OWN_CAPITALS.test(word))
      return word.replaceAll("DD", BAR.toUpperCase());
    const found = words.get(word) ?? null;
    if (found === null || found.keyed.marks.size < leastMarks) return word;
    if (isWord(word) && !(isSure && isMuchRarer(word, found.syllable))) return word;
    if (isSure) return withCapital(word, found.syllable);
    if (found.isVni) return word;
    // One mark alone tells little: restoration knows better with the others.
    const isClear = found.keyed.marks.size >= MARKS_AMONG_DIACRITICS;
    return withCapital(word, isClear ? found.syllable : foldDiacritics(found.syllable));
  });
}

function decode(word: string): RawWord | null {
  const lower = word.toLowerCase();
  const isVni = VNI_WORD.test(lower);
  if ((!isVni && !TELEX_WORD.test(lower)) || CAPITALS.test(word) || FORMULA.test(lower)) return null;
  const keyed = isVni ? readVni(lower) : readTelex(lower);
  const syllable = keyed.marks.size === 0 ? undefined : loadByKeys().get(nameKeys(keyed));
  return syllable === undefined ? null : { syllable, keyed, isVni };
}

/** Vietnamese, English or a name that is often written. */
function isWord(word: string): boolean {
  const lower = word.toLowerCase();
  return isKnownSyllable(lower) || loadNearWords().find([lower]) !== null;
}

function hasLetterMark({ keyed: { marks } }: RawWord): boolean {
  return [...marks].some((mark) => !TONES.includes(mark));
}

function mayBeVietnamese(words: ReadonlyMap<string, RawWord | null>): boolean {
  const lettered = [...words].filter(([word]) => /^\p{L}/u.test(word) && !CAPITALS.test(word));
  const vietnamese = lettered.filter(([word, raw]) => raw !== null || hasSyllableShape(word.toLowerCase()));
  return vietnamese.length >= VIETNAMESE_SHARE * lettered.length;
}

function isMuchRarer(word: string, syllable: string): boolean {
  const rankOf = loadRanks();
  const rank = (one: string) => 1 + (rankOf.get(one) ?? rankOf.size);
  return !hasSyllableShape(word.toLowerCase()) && rank(word.toLowerCase()) > MUCH_RARER * rank(syllable);
}

function withCapital(word: string, syllable: string): string {
  const isCapital = word[0] !== word[0]?.toLowerCase();
  return isCapital ? syllable.charAt(0).toUpperCase() + syllable.slice(1) : syllable;
}

let byKeys: ReadonlyMap<string, string> | undefined;

/** The syllables that have marks, by their keys; of several the most frequent. */
function loadByKeys(): ReadonlyMap<string, string> {
  if (byKeys === undefined) {
    const all = [...loadKnownSyllables()]
      .filter((syllable) => foldDiacritics(syllable) !== syllable)
      .reverse();
    byKeys = new Map(all.map((syllable) => [nameKeys(keysOf(syllable)), syllable]));
  }
  return byKeys;
}

let ranks: ReadonlyMap<string, number> | undefined;

/** The place of each syllable in the list, which begins with the most frequent. */
function loadRanks(): ReadonlyMap<string, number> {
  ranks ??= new Map([...loadKnownSyllables()].map((syllable, at) => [syllable, at]));
  return ranks;
}
