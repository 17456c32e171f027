import { foldDiacritics } from "./fold.ts";

/** An initial, one to three vowels and a final, without diacritics. */
const SHAPE =
  /^(?:b|ch?|d|gh?|gi|h|kh?|l|m|ngh?|nh|n|ph?|qu|r|s|th|tr|t|v|x)?[aeiouy]{1,3}(?:ch?|m|ng|nh|n|p|t)?$/;

/** Whether a word has the shape of a Vietnamese syllable, whatever it means: `cum` has, `evfta` and `5s3d` have not. */
export function hasSyllableShape(word: string): boolean {
  return SHAPE.test(foldDiacritics(word));
}
