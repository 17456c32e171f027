import { isBare } from "./fold.ts";
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

/**
 * What the syllables of a Vietnamese question probably are: as typed, or with the diacritics that they lack. What was typed
 * with diacritics is sure where it was ever seen beside a neighbour (`công nhận`, and not `cụm công nghiêp`), what was guessed
 * only where it makes a word with one.
 * @param typed lower case, NFC, tone marks in the old style
 * @param restored the same with the diacritics that they probably lack, where there are any to add
 */
export function findLikelySyllables(
  language: SyllableProbabilities,
  typed: readonly string[],
  restored: readonly string[] | null,
): LikelySyllable[] {
  const likely = restored ?? typed;
  const isNear = (first: string | undefined, second: string | undefined, isGuessed: boolean): boolean =>
    first !== undefined &&
    second !== undefined &&
    (isGuessed ? areBound(language, first, second) : language.bigram(first, second) > 0);
  return likely.map((text, at) => {
    const isGuessed = isBare(typed[at] ?? "");
    const isAlone = likely.length === 1 && language.isKnown(text);
    const isSure =
      isAlone || isNear(likely[at - 1], text, isGuessed) || isNear(text, likely[at + 1], isGuessed);
    return { text, isSure };
  });
}
