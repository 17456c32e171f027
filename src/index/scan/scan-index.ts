import type { Dense, Neighbour } from "../dense.ts";
import { findLargest } from "../find-largest.ts";
import { multiplyRow } from "../multiply-row.ts";
import { ByteRows } from "./byte-rows.ts";

/** Between two slices of rows the event loop turns: a running bot opens indexes beside its own. */
const SLICE = 2_048;

/**
 * Exact search in two steps: the products with all rows as bytes, which are off by a known error at most, and then the
 * exact ones of the few rows that may be among the nearest for all that.
 */
export class ScanIndex implements Dense {
  readonly kind = "scan";
  readonly #vectors: Float32Array;
  readonly #dimension: number;
  #rows: ByteRows;

  private constructor(vectors: Float32Array, dimension: number, rows: ByteRows) {
    this.#vectors = vectors;
    this.#dimension = dimension;
    this.#rows = rows;
  }

  /** @param vectors row by row, unit length; kept, not copied */
  static async build(
    vectors: Float32Array,
    dimension: number,
    onProgress: (done: number) => void = () => {},
  ): Promise<ScanIndex> {
    const count = vectors.length / dimension;
    const rows = new ByteRows(count, dimension);
    for (let row = 0; row < count; row++) {
      rows.set(row, vectors.subarray(row * dimension, (row + 1) * dimension));
      if (row % SLICE === SLICE - 1) {
        onProgress(row + 1);
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
    onProgress(count);
    return new ScanIndex(vectors, dimension, rows);
  }

  get count(): number {
    return this.#rows.count;
  }

  search(vector: Float32Array, k: number): Neighbour[] {
    const wanted = Math.min(k, this.count);
    if (wanted === 0) return [];
    const { products, error } = this.#rows.multiply(vector);
    const least = leastOfLargest(products, wanted);
    const near: Neighbour[] = [];
    // What is among the nearest has an exact product of at least `least - error`, and a product no further below that.
    for (let row = 0; row < products.length; row++) {
      if ((products[row] ?? 0) >= least - 2 * error)
        near.push({ passage: row, cosine: multiplyRow(this.#vectors, row, vector) });
    }
    return near.sort((a, b) => b.cosine - a.cosine || a.passage - b.passage).slice(0, wanted);
  }

  close(): void {
    this.#rows = new ByteRows(0, this.#dimension);
  }
}

/** The least of the `k` largest; where fewer than `k` are above 0, everything may be among them. */
function leastOfLargest(values: Float32Array, k: number): number {
  const largest = findLargest(values, k);
  if (largest.length < k) return Number.NEGATIVE_INFINITY;
  return largest.reduce((least, at) => Math.min(least, values[at] ?? 0), Number.POSITIVE_INFINITY);
}
