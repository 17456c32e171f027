import { readFileSync } from "node:fs";
import { findSorted } from "../find-sorted.ts";
import { foldDiacritics } from "../fold.ts";
import { placeTone } from "../tone.ts";
import type { SyllableProbabilities } from "./restore.ts";

/**
 * How often Vietnamese syllables stand alone and side by side, in news. Counts of pairs are kept as bytes,
 * `round(LOG_STEPS · ln count)`, which is exact to 5%.
 */
export class SyllableModel implements SyllableProbabilities {
  readonly #ids: ReadonlyMap<string, number>;
  readonly #syllables: readonly string[];
  readonly #counts: Float64Array;
  readonly #candidates = new Map<string, number[]>();
  readonly #pairs: Uint32Array;
  readonly #logs: Uint8Array;
  readonly #total: number;

  /**
   * @param unigrams a syllable, a tab and its count a line
   * @param pairs sorted keys `first · 2^16 + second`, by the places of the syllables among the lines
   * @param logs a byte for each pair
   */
  constructor(unigrams: string, pairs: Uint32Array, logs: Uint8Array) {
    const rows = unigrams
      .trimEnd()
      .split("\n")
      .map((line) => line.split("\t"));
    this.#syllables = rows.map(([syllable = ""]) => placeTone(syllable));
    this.#counts = Float64Array.from(rows, ([, count = "0"]) => Number(count));
    this.#ids = new Map(this.#syllables.map((syllable, id) => [syllable, id]));
    this.#total = this.#counts.reduce((sum, count) => sum + count, 0);
    this.#pairs = pairs;
    this.#logs = logs;
    for (const [id, syllable] of this.#syllables.entries()) {
      const folded = foldDiacritics(syllable);
      const known = this.#candidates.get(folded);
      if (known) known.push(id);
      else this.#candidates.set(folded, [id]);
    }
  }

  /** Whether a syllable is one of the language, as it is written or, when it is bare, with some diacritics. */
  isKnown(syllable: string): boolean {
    return this.#ids.has(syllable) || this.#candidates.has(syllable);
  }

  /** The syllables that look like this one without diacritics, the more frequent first. */
  candidates(folded: string): string[] {
    return (this.#candidates.get(folded) ?? []).map((id) => this.#syllables[id] ?? "");
  }

  /** The probability of a syllable on its own; a little above 0 for an unknown one. */
  unigram(syllable: string): number {
    const id = this.#ids.get(syllable);
    return ((id === undefined ? 0 : (this.#counts[id] ?? 0)) + 0.5) / this.#total;
  }

  /** The probability of `second` right after `first`, 0 for a pair that was not counted. */
  bigram(first: string, second: string): number {
    const a = this.#ids.get(first);
    const b = this.#ids.get(second);
    if (a === undefined || b === undefined) return 0;
    const log = this.#logs[findSorted(this.#pairs, a * 2 ** 16 + b)];
    return log === undefined ? 0 : Math.exp(log / LOG_STEPS) / (this.#counts[a] ?? 1);
  }
}

/** So many steps of a byte to a factor of e: counts up to e^18 fit. */
export const LOG_STEPS = 14;

const UNIGRAMS = new URL("./unigrams.tsv", import.meta.url);
const BIGRAMS = new URL("./bigrams.bin", import.meta.url);

/** Reads the counts that come with the product: about 2 MB. */
export function loadSyllableModel(): SyllableModel {
  const bytes = readFileSync(BIGRAMS);
  const count = bytes.byteLength / 5;
  const aligned = new Uint8Array(bytes);
  return new SyllableModel(
    readFileSync(UNIGRAMS, "utf8"),
    new Uint32Array(aligned.buffer, 0, count),
    aligned.subarray(count * 4),
  );
}
