import type { NearWords } from "../language/near-words.ts";
import type { SyllableProbabilities } from "../language/restoration/restore.ts";
import { hasSyllableShape } from "../language/syllable-shape.ts";

/** How many times oftener than by chance two syllables stand side by side that are one word: set by hand, 20 to 100 do as well. */
const BOUND = 55;

/**
 * Whether a syllable is but a part of the word that it makes with one beside it: in `ngân sách` there is no `ngàn`, in
 * `ban hành` no English `ban`. What has not the shape of a syllable, as `FDI`, is a word by itself.
 * @param syllables lower case, with diacritics
 */
export function isPartOfWord(
  nearWords: NearWords,
  language: SyllableProbabilities,
  syllables: readonly string[],
  at: number,
): boolean {
  const makesWord = (first: string | undefined, second: string | undefined): boolean =>
    first !== undefined &&
    second !== undefined &&
    hasSyllableShape(first) &&
    hasSyllableShape(second) &&
    language.bigram(first, second) > BOUND * language.unigram(second) &&
    nearWords.find([first, second]) !== null;
  return makesWord(syllables[at - 1], syllables[at]) || makesWord(syllables[at], syllables[at + 1]);
}
