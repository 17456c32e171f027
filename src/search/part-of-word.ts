import { areBound } from "../language/likely-syllables.ts";
import type { NearWords } from "../language/near-words.ts";
import type { SyllableProbabilities } from "../language/restoration/restore.ts";
import { hasSyllableShape } from "../language/syllable-shape.ts";

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
    areBound(language, first, second) &&
    nearWords.find([first, second]) !== null;
  return makesWord(syllables[at - 1], syllables[at]) || makesWord(syllables[at], syllables[at + 1]);
}
