import { DENSE_PARAMETERS, DenseIndex } from "./dense-index.ts";
import { ScanIndex } from "./scan/scan-index.ts";

/** A passage and the cosine of its vector with the question's. */
export interface Neighbour {
  readonly passage: number;
  readonly cosine: number;
}

/**
 * How the nearest passages are found: `exact` and `scan` look at every vector, `graph` follows links between near ones
 * and may miss some.
 */
export type DenseKind = "exact" | "scan" | "graph";

/** Nearest neighbours among the passages' vectors. */
export interface Dense {
  readonly kind: DenseKind;
  readonly count: number;
  /** The `k` nearest passages, nearest first. Blocks until found. */
  search(vector: Float32Array, k: number): Neighbour[];
  /** Gives the memory back; nothing is found any more. */
  close(): void;
}

/** Up to so many passages hnswlib's exact index takes less than half a millisecond. */
export const EXACT_UP_TO = 5_000;
/**
 * Beyond, a scan of their bytes is quicker: 3 ms for 100,000 where that takes 9; up to so many about 10 ms, with nothing missed and nothing to connect when the index is
 * built; a graph that misses less than one neighbour in a hundred takes as long, and `npm run benchmark -- --sweep`
 * compares them.
 */
export const SCAN_UP_TO = 300_000;

export function chooseKind(passages: number): DenseKind {
  if (passages <= EXACT_UP_TO) return "exact";
  return passages <= SCAN_UP_TO ? "scan" : "graph";
}

/**
 * @param vectors row by row, unit length; a scan keeps them
 * @param onProgress is told how many are in
 */
export async function buildDense(
  vectors: Float32Array,
  dimension: number,
  onProgress: (done: number) => void = () => {},
  kind: DenseKind = chooseKind(vectors.length / dimension),
): Promise<Dense> {
  return kind === "scan"
    ? ScanIndex.build(vectors, dimension, onProgress)
    : DenseIndex.build(vectors, dimension, DENSE_PARAMETERS, onProgress, kind);
}
