import { foldDiacritics } from "../fold.ts";
import { isEnglishOnly } from "../function-words.ts";

/** Which syllables there are, and how probable they are alone and side by side. */
export interface SyllableProbabilities {
  /** Whether a syllable is one of the language, as it is written or, when it is bare, with some diacritics. */
  isKnown(syllable: string): boolean;
  /** The syllables that look like this one without diacritics. */
  candidates(folded: string): readonly string[];
  /** Above 0 for every syllable. */
  unigram(syllable: string): number;
  /** The probability of `second` right after `first`; 0 when never seen. */
  bigram(first: string, second: string): number;
}

/** Below this share of words that look Vietnamese, a question is of another language. */
const VIETNAMESE_SHARE = 0.7;

/**
 * Whether syllables are Vietnamese, with diacritics or bare; numbers tell nothing. News write of `Who`, so that having
 * been seen is not enough: one English function word shows English, unless something has diacritics.
 */
export function looksVietnamese(model: SyllableProbabilities, syllables: readonly string[]): boolean {
  const lettered = syllables.filter((syllable) => /^\p{L}/u.test(syllable));
  const isBare = lettered.every((syllable) => foldDiacritics(syllable) === syllable);
  if (isBare && lettered.some(isEnglishOnly)) return false;
  const vietnamese = lettered.filter(
    (syllable) => foldDiacritics(syllable) !== syllable || model.candidates(syllable).length > 0,
  );
  return vietnamese.length >= VIETNAMESE_SHARE * lettered.length;
}

/** The share of the pair in a syllable's probability; the rest is the syllable's own (measured: 95% restored). */
const PAIR_SHARE = 0.9;

/**
 * The most probable syllables with diacritics for typed ones, by Viterbi over the candidates of each: what was
 * typed with diacritics stays, and so does what no Vietnamese syllable looks like.
 *
 * @param syllables lower case, NFC, tone marks in the old style
 */
export function restoreDiacritics(model: SyllableProbabilities, syllables: readonly string[]): string[] {
  let paths: Path[] = [{ score: 0, syllable: "", before: null }];
  for (const typed of syllables) {
    const found = model.candidates(typed);
    const candidates = found.length > 0 ? found : [typed];
    paths = candidates.map((syllable) => bestPathTo(model, syllable, paths));
  }
  const restored: string[] = [];
  const best = paths.reduce((winner, path) => (path.score > winner.score ? path : winner));
  for (let path: Path | null = best; path?.before; path = path.before) restored.push(path.syllable);
  return restored.reverse();
}

interface Path {
  /** Log probability. */
  readonly score: number;
  readonly syllable: string;
  readonly before: Path | null;
}

function bestPathTo(model: SyllableProbabilities, syllable: string, paths: readonly Path[]): Path {
  const own = (1 - PAIR_SHARE) * model.unigram(syllable);
  let best: Path | undefined;
  for (const before of paths) {
    const score = before.score + Math.log(own + PAIR_SHARE * model.bigram(before.syllable, syllable));
    if (best === undefined || score > best.score) best = { score, syllable, before };
  }
  if (best === undefined) throw new RangeError("There is no path to a syllable.");
  return best;
}
