import { findLargest } from "../index/find-largest.ts";
import { multiplyRow } from "../index/multiply-row.ts";

/** As deep as the tables say. */
export const RECALL_DEPTH = 10;
/** Sums of 384 products in single and in double precision differ by less. */
const ROUNDING = 1e-6;

/** The cosine of each row with a question, all of them unit vectors: what exact search looks at. */
export function scoreRows(rows: Float32Array, question: Float32Array): Float32Array {
  const cosines = new Float32Array(rows.length / question.length);
  for (let row = 0; row < cosines.length; row++) cosines[row] = multiplyRow(rows, row, question);
  return cosines;
}

/**
 * The share of the 10 nearest rows that was found. A row counts when it is as near as the tenth nearest one, so
 * that of equal rows (the same report in two papers) any will do.
 *
 * @param cosines of all rows with the question
 * @param found the first rows of an index, nearest first
 */
export function measureRecall(cosines: Float32Array, found: readonly number[]): number {
  const wanted = Math.min(RECALL_DEPTH, cosines.length);
  if (wanted === 0) return 1;
  const least = findDepth(cosines, wanted) - ROUNDING;
  const near = new Set(found.slice(0, wanted));
  return [...near].filter((row) => (cosines[row] ?? 0) >= least).length / wanted;
}

/** The cosine of the row at a depth. Heaps find the largest above 0 only, hence 2 on top of each. */
function findDepth(cosines: Float32Array, depth: number): number {
  const raised = cosines.map((cosine) => cosine + 2);
  return Math.min(...findLargest(raised, depth).map((row) => cosines[row] ?? 0));
}
