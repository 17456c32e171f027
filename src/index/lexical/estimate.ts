import { addShares, type Postings, shareOfUncounted, type WeightedTerm } from "./postings.ts";

/** The scores of one stream, by passage; they may lack what common words give until they are completed. */
export interface StreamEstimate {
  readonly scores: Float32Array;
  /** Makes the scores of these passages whole. */
  complete(passages: readonly number[]): void;
}

/**
 * Scores every passage by the one of several readings of a question that it fits best.
 *
 * @param readings the terms of each @param damping of each passage, see `dampingOf`
 * @param mostEntries about so many postings a reading are gone through, see `addShares`
 */
export function estimateStream(
  postings: Postings,
  readings: readonly (readonly WeightedTerm[])[],
  damping: Float64Array,
  mostEntries: number,
): StreamEstimate {
  // Readings of one question often differ in diacritics only: without them they are one.
  const distinct = new Map(readings.map((terms) => [JSON.stringify(terms), terms]));
  const counted = [...distinct.values()].map((terms) => {
    const scores = new Float32Array(damping.length);
    return { scores, uncounted: addShares(postings, terms, damping, scores, mostEntries) };
  });
  const best = counted[0]?.scores.slice() ?? new Float32Array(damping.length);
  for (const { scores } of counted.slice(1)) raiseTo(best, scores);
  return {
    scores: best,
    complete(passages) {
      for (const passage of passages) {
        for (const { scores, uncounted } of counted) {
          const whole = (scores[passage] ?? 0) + shareOfUncounted(postings, uncounted, damping, passage);
          if (whole > (best[passage] ?? 0)) best[passage] = whole;
        }
      }
    },
  };
}

function raiseTo(scores: Float32Array, others: Float32Array): void {
  for (let passage = 0; passage < scores.length; passage++) {
    const other = others[passage] ?? 0;
    if (other > (scores[passage] ?? 0)) scores[passage] = other;
  }
}
