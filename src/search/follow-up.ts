import { foldDiacritics } from "../language/fold.ts";
import { matchFunctionPhrase } from "../language/function-words.ts";
import { splitSyllables } from "../language/syllables.ts";

/** Words with which a question leans on the one before, without diacritics. */
const LEANS =
  /^(con|the con|vay con|the thi|vay thi|the|vay|roi|nhung|con nua|ngoai ra|tai sao vay|sao vay|o dau vay|and|but|what about|how about|why|also|then|so)\b/;
/** Words that point back at something said before. */
const POINTS_BACK =
  /\b(do|nay|kia|ay|no|vay|nhu vay|nhu the|cai do|viec do|ong ay|ba ay|ho|that|this|those|these|it|they|them|he|she|there|then)\b/;
/** A question with more content words than this stands on its own, however it begins. */
const MOST_LEANING_WORDS = 4;
/** A question that only points back is longer than that at most. */
const MOST_POINTING_WORDS = 3;

/**
 * Whether a question needs the one before to be understood: it is short, and leans on it (`còn năm 2019?`, `and
 * exports?`) or points back at it (`ai nói vậy?`).
 */
export function isFollowUp(question: string): boolean {
  const folded = splitSyllables(question).map(foldDiacritics);
  const text = folded.join(" ");
  const content = countContentWords(folded);
  return (
    (LEANS.test(text) && content <= MOST_LEANING_WORDS) ||
    (POINTS_BACK.test(text) && content <= MOST_POINTING_WORDS)
  );
}

function countContentWords(folded: readonly string[]): number {
  let count = 0;
  for (let at = 0; at < folded.length; ) {
    const length = matchFunctionPhrase(folded, at);
    if (length === 0) count++;
    at += Math.max(1, length);
  }
  return count;
}

/** A question with the one before it as its context, where it needs that; else the question alone. */
export function readInContext(question: string, previous: string | undefined): string {
  return previous !== undefined && isFollowUp(question) ? `${previous} ${question}` : question;
}
