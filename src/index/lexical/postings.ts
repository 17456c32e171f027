import type { ArrayFile, StoredArray } from "../array-file.ts";

/** Term frequencies above this count as this: saturation makes them alike. */
export const MAX_TERM_FREQUENCY = 255;

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
