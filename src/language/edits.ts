const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/**
 * Every word one slip away from a folded one: a letter left out, added, changed, or two neighbours swapped
 * (Damerau 1964). 54n + 25 words for n letters.
 */
export function* singleEdits(word: string): Generator<string> {
  for (let at = 0; at <= word.length; at++) {
    const before = word.slice(0, at);
    const after = word.slice(at);
    if (after.length > 0) yield before + after.slice(1);
    if (after.length > 1) yield `${before}${after[1]}${after[0]}${after.slice(2)}`;
    for (const letter of LETTERS) {
      yield before + letter + after;
      if (after.length > 0) yield before + letter + after.slice(1);
    }
  }
}
