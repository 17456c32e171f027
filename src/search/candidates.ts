import type { Generation } from "../index/generation.ts";
import type { LexicalQuery } from "../index/lexical/lexical-index.ts";

/**
 * Passages taken from each side before they are looked at closely. Of the dense side more, because English questions
 * depend on it; with 50 and 50 the right passage comes first no more often, on any benchmark.
 */
export const FROM_DENSE = 36;
export const FROM_LEXICAL = 12;

/**
 * The passages that may answer, ascending: the best of the dense index and the best of the lexical one.
 * @param queries the readings of the question
 */
export function gatherCandidates(
  { dense, lexical }: Generation,
  queries: readonly LexicalQuery[],
  vector: Float32Array,
): number[] {
  const passages = new Set(lexical.findBest(queries, FROM_LEXICAL));
  for (const { passage } of dense.search(vector, FROM_DENSE)) passages.add(passage);
  return [...passages].sort((a, b) => a - b);
}
