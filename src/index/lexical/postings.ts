import type { ArrayFile, StoredArray } from "../array-file.ts";
import { inverseDocumentFrequency, K1, saturate } from "./bm25.ts";

/** Term frequencies above this count as this: saturation makes them alike. */
const MAX_TERM_FREQUENCY = 255;

/**
 * In which passages each term of one stream stands, and how often: for term `t` the entries
 * `offsets[t] .. offsets[t + 1]` of `passages` and `frequencies`.
 */
export interface Postings {
  readonly offsets: Uint32Array;
  readonly passages: Uint32Array;
  readonly frequencies: Uint8Array;
}

/** Term ids of one passage after another; `-1` stands for "no term here" and is passed over. */
export type TermSequences = Iterable<Iterable<number>>;

/** @param termCount ids are below this @param sequences must give the same twice */
export function buildPostings(termCount: number, sequences: TermSequences): Postings {
  const sizes = new Uint32Array(termCount + 1);
  forEachPosting(sequences, (term) => {
    sizes[term + 1] = (sizes[term + 1] ?? 0) + 1;
  });
  const offsets = sizes;
  for (let term = 1; term <= termCount; term++)
    offsets[term] = (offsets[term] ?? 0) + (offsets[term - 1] ?? 0);
  const total = offsets[termCount] ?? 0;
  const passages = new Uint32Array(total);
  const frequencies = new Uint8Array(total);
  const next = offsets.slice();
  forEachPosting(sequences, (term, passage, frequency) => {
    const at = next[term] ?? 0;
    passages[at] = passage;
    frequencies[at] = Math.min(frequency, MAX_TERM_FREQUENCY);
    next[term] = at + 1;
  });
  return { offsets, passages, frequencies };
}

function forEachPosting(
  sequences: TermSequences,
  visit: (term: number, passage: number, frequency: number) => void,
): void {
  let passage = 0;
  for (const sequence of sequences) {
    const frequencies = new Map<number, number>();
    for (const term of sequence) if (term >= 0) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
    for (const [term, frequency] of frequencies) visit(term, passage, frequency);
    passage++;
  }
}

/** How many passages hold the term. */
export function documentFrequency({ offsets }: Postings, term: number): number {
  return term < 0 ? 0 : (offsets[term + 1] ?? 0) - (offsets[term] ?? 0);
}

/** A term of a question in one stream: its id, -1 when no passage has it, and how much it counts. */
export interface WeightedTerm {
  readonly id: number;
  /** Usually 1; less for a term that the person did not type. */
  readonly weight: number;
}

/**
 * Adds to `scores` each passage's BM25 score as a share of the largest score that the terms could attain,
 * `Σ idf(t)·(k1 + 1)`: a number from 0 to 1 that compares between questions.
 *
 * @param damping of each passage, see `dampingOf`
 */
export function addShares(
  postings: Postings,
  terms: readonly WeightedTerm[],
  damping: Float64Array,
  scores: Float32Array,
): void {
  const idf = terms.map(({ id }) =>
    inverseDocumentFrequency(damping.length, documentFrequency(postings, id)),
  );
  const attainable = terms.reduce((sum, term, at) => sum + term.weight * (idf[at] ?? 0) * (K1 + 1), 0);
  if (attainable <= 0) return;
  for (const [at, { id, weight }] of terms.entries()) {
    if (id < 0) continue;
    const factor = (weight * (idf[at] ?? 0)) / attainable;
    const { passages, frequencies, offsets } = postings;
    const end = offsets[id + 1] ?? 0;
    for (let entry = offsets[id] ?? 0; entry < end; entry++) {
      const passage = passages[entry] ?? 0;
      const gain = saturate(frequencies[entry] ?? 0, damping[passage] ?? 0);
      scores[passage] = (scores[passage] ?? 0) + factor * gain;
    }
  }
}

/** Under `name`, for an array file. */
export function storePostings(name: string, postings: Postings): Record<string, StoredArray> {
  return {
    [`${name}.offsets`]: postings.offsets,
    [`${name}.passages`]: postings.passages,
    [`${name}.frequencies`]: postings.frequencies,
  };
}

export function readPostings(file: ArrayFile, name: string): Postings {
  return {
    offsets: file.get(`${name}.offsets`, "Uint32Array"),
    passages: file.get(`${name}.passages`, "Uint32Array"),
    frequencies: file.get(`${name}.frequencies`, "Uint8Array"),
  };
}
