/**
 * How long the phrases of a list can be that begin with a word: most words begin none, so that looking them up need
 * not try every length.
 */
export class PhraseStarts {
  readonly #longest = new Map<string, number>();

  /** @param words of a phrase, as they will be looked up */
  add(words: readonly string[]): void {
    const [first] = words;
    if (first !== undefined) this.addLength(first, words.length);
  }

  /** A phrase of so many words, by its first one. */
  addLength(first: string, length: number): void {
    if (length > this.longestFrom(first)) this.#longest.set(first, length);
  }

  /** How many words the longest phrase has that begins with this one; 0 when none does. */
  longestFrom(word: string | undefined): number {
    return (word !== undefined && this.#longest.get(word)) || 0;
  }
}
