import { foldDiacritics, isBare } from "./fold.ts";
import type { SyllableProbabilities } from "./restoration/restore.ts";

/** What a syllable of a question probably is. */
export interface LikelySyllable {
  /** With its diacritics. */
  readonly text: string;
  /** Whether it stands beside its neighbours as words do; otherwise a slip, or a guess gone wrong. */
  readonly isSure: boolean;
}

/** How many times oftener than by chance syllables stand side by side that are one word: set by hand, 20 to 100 do as well. */
const BOUND = 55;

/** Whether two syllables stand side by side so often that they are one word, or of one phrase. */
export function areBound(language: SyllableProbabilities, first: string, second: string): boolean {
  return language.bigram(first, second) > BOUND * language.unigram(second);
}

/** `phố` is a hundred times as frequent as `phở`, and the slips of news a thousand times rarer than what was meant. */
const MUCH_COMMONER = 1000;
/** Beside a neighbour slips show sooner: `mặt băng` is five hundred times rarer than `mặt bằng`, `công nhận` half as frequent as `công nhân`. */
const MUCH_COMMONER_THERE = 100;

/** Whether a syllable is so much rarer than others with some letters that it is a slip for one: `nghêp` for `nghiep`. */
export function isSlipFor(language: SyllableProbabilities, syllable: string, letters: string): boolean {
  const often = Math.max(0, ...language.candidates(letters).map((other) => language.unigram(other)));
  return language.unigram(syllable) * MUCH_COMMONER < often;
}

/**
 * What the syllables of a Vietnamese question probably are: as typed, or with the diacritics that they lack. What was typed
 * with diacritics is sure where none with the same letters stands far oftener beside a neighbour, what was guessed only
 * where it makes a word with one: `cong nhan` may be `công nhân`, whatever is guessed.
 * @param typed lower case, NFC, tone marks in the old style
 * @param restored the same with the diacritics that they probably lack, where there are any to add
 */
export function findLikelySyllables(
  language: SyllableProbabilities,
  typed: readonly string[],
  restored: readonly string[] | null,
): LikelySyllable[] {
  const likely = restored ?? typed;
  return likely.map((text, at) => {
    const [before, after] = [likely[at - 1], likely[at + 1]];
    const isGuessed = isBare(typed[at] ?? "");
    const isSure = isGuessed
      ? (before !== undefined && areBound(language, before, text)) ||
        (after !== undefined && areBound(language, text, after))
      : standsBeside(language, text, before, after);
    return { text, isSure: isSure || likely.length === 1 };
  });
}

function standsBeside(
  language: SyllableProbabilities,
  text: string,
  before: string | undefined,
  after: string | undefined,
): boolean {
  const others = language.candidates(foldDiacritics(text));
  const isUsual = (often: (syllable: string) => number): boolean => {
    const own = often(text);
    return own > 0 && others.every((other) => often(other) <= MUCH_COMMONER_THERE * own);
  };
  return (
    (before !== undefined && isUsual((syllable) => language.bigram(before, syllable))) ||
    (after !== undefined &&
      isUsual((syllable) => language.unigram(syllable) * language.bigram(syllable, after)))
  );
}
