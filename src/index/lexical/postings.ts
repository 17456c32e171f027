import { findSorted } from "../../language/find-sorted.ts";
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

/** A term whose postings were too many to go through: what it gives a passage is asked for passage by passage. */
export interface UncountedTerm {
  readonly id: number;
  /** What it gives is this times its saturated frequency. */
  readonly factor: number;
}

/**
 * Adds to `scores` each passage's BM25 score as a share of the largest score that the terms could attain,
 * `Σ idf(t)·(k1 + 1)`: a number from 0 to 1 that compares between questions.
 *
 * @param damping of each passage, see `dampingOf`
 * @param mostEntries about so many postings are gone through, those of the rarest terms, at least of one
 * @returns the terms left out, with which `shareOfUncounted` makes a passage's score whole
 */
export function addShares(
  postings: Postings,
  terms: readonly WeightedTerm[],
  damping: Float64Array,
  scores: Float32Array,
  mostEntries = Number.POSITIVE_INFINITY,
): UncountedTerm[] {
  const found = terms.map(({ id, weight }) => {
    const frequency = documentFrequency(postings, id);
    return { id, frequency, gain: weight * inverseDocumentFrequency(damping.length, frequency) };
  });
  const attainable = found.reduce((sum, { gain }) => sum + gain * (K1 + 1), 0);
  if (attainable <= 0) return [];
  const uncounted: UncountedTerm[] = [];
  let entries = 0;
  for (const { id, frequency, gain } of found.sort((a, b) => a.frequency - b.frequency)) {
    if (frequency === 0) continue;
    const term = { id, factor: gain / attainable };
    if (entries > 0 && entries + frequency > mostEntries) {
      uncounted.push(term);
      continue;
    }
    entries += frequency;
    addTerm(postings, term, damping, scores);
  }
  return uncounted;
}

function addTerm(
  { passages, frequencies, offsets }: Postings,
  { id, factor }: UncountedTerm,
  damping: Float64Array,
  scores: Float32Array,
): void {
  const end = offsets[id + 1] ?? 0;
  for (let entry = offsets[id] ?? 0; entry < end; entry++) {
    const passage = passages[entry] ?? 0;
    const gain = saturate(frequencies[entry] ?? 0, damping[passage] ?? 0);
    scores[passage] = (scores[passage] ?? 0) + factor * gain;
  }
}

/** What terms that were left out give one passage. */
export function shareOfUncounted(
  { passages, frequencies, offsets }: Postings,
  terms: readonly UncountedTerm[],
  damping: Float64Array,
  passage: number,
): number {
  let share = 0;
  for (const { id, factor } of terms) {
    const entry = findSorted(passages, passage, offsets[id], (offsets[id + 1] ?? 0) - 1);
    if (entry >= 0) share += factor * saturate(frequencies[entry] ?? 0, damping[passage] ?? 0);
  }
  return share;
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
