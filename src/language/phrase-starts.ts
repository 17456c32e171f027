/**
 * How long the phrases of a list can be that begin with a word: most words begin none, so that looking them up need
 * not try every length.
 */
export class PhraseStarts {
  readonly #longest = new Map<string, number>();

  /** @param words of a phrase, as they will be looked up */
  add(words: readonly string[]): void {
    const [first] = words;
    if (first !== undefined) this.#longest.set(first, Math.max(this.longestFrom(first), words.length));
  }

  /** How many words the longest phrase has that begins with this one; 0 when none does. */
  longestFrom(word: string | undefined): number {
    return (word !== undefined && this.#longest.get(word)) || 0;
  }
}
