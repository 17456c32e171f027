import { findSorted } from "../../language/find-sorted.ts";
import type { ArrayFile, StoredArray } from "../array-file.ts";

/**
 * Pairs of neighbouring terms and their ids. A pair is one number, `first · size + second`, exact while the
 * vocabulary has under 94 million terms (2^53); the numbers are sorted, and a pair's id is its place among them.
 */
export class BigramIndex {
  readonly #keys: Float64Array;
  readonly #vocabularySize: number;

  private constructor(keys: Float64Array, vocabularySize: number) {
    this.#keys = keys;
    this.#vocabularySize = vocabularySize;
  }

  get size(): number {
    return this.#keys.length;
  }

  static build(sequences: Iterable<ArrayLike<number>>, vocabularySize: number): BigramIndex {
    const keys = new Set<number>();
    for (const terms of sequences) {
      for (let at = 1; at < terms.length; at++)
        keys.add((terms[at - 1] ?? 0) * vocabularySize + (terms[at] ?? 0));
    }
    return new BigramIndex(Float64Array.from(keys).sort(), vocabularySize);
  }

  /** The id of a pair of term ids, -1 when no passage has it. */
  find(first: number, second: number): number {
    if (first < 0 || second < 0) return -1;
    return findSorted(this.#keys, first * this.#vocabularySize + second);
  }

  /** The ids of the pairs in a sequence of terms: one fewer than there are terms. */
  *pairsOf(terms: ArrayLike<number>): Generator<number> {
    for (let at = 1; at < terms.length; at++) yield this.find(terms[at - 1] ?? -1, terms[at] ?? -1);
  }

  store(name: string): Record<string, StoredArray> {
    return { [name]: this.#keys };
  }

  static read(file: ArrayFile, name: string, vocabularySize: number): BigramIndex {
    return new BigramIndex(file.get(name, "Float64Array"), vocabularySize);
  }
}
