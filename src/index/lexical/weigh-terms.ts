import { inverseDocumentFrequency, K1 } from "./bm25.ts";
import { documentFrequency, type Postings } from "./postings.ts";

/** A term of a question in one stream, and how much it counts. */
export interface WeighedTerm {
  readonly id: number;
  /** How many passages hold it. */
  readonly frequency: number;
  /** What it gives a passage is this times its saturated frequency. */
  readonly factor: number;
}

/**
 * Weighs the terms of a question so that a passage's BM25 score is a share of the largest score that they could attain,
 * `Σ idf(t)·(k1 + 1)`: a number from 0 to 1 that compares between questions. The rarest comes first; terms that no
 * passage holds count against the share and are left out.
 *
 * @param ids each term once; -1 for one that no passage has
 */
export function weighTerms(postings: Postings, ids: readonly number[], passageCount: number): WeighedTerm[] {
  const found = ids.map((id) => ({ id, frequency: documentFrequency(postings, id) }));
  const idfOf = (frequency: number) => inverseDocumentFrequency(passageCount, frequency);
  const attainable = found.reduce((sum, { frequency }) => sum + idfOf(frequency) * (K1 + 1), 0);
  return found
    .filter(({ frequency }) => frequency > 0)
    .map(({ id, frequency }) => ({ id, frequency, factor: idfOf(frequency) / attainable }))
    .sort((a, b) => a.frequency - b.frequency);
}
