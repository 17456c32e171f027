import { findLargest } from "./find-largest.ts";
import { ByteRows } from "./scan/byte-rows.ts";

/** Rows that each one is compared with: with more of them the ranking is no better. */
const MOST_SAMPLED = 512;
/** How many of the nearest count. */
const NEAREST = 10;
/** From this cosine on two passages say the same: a copy in another paper makes no hub. */
const SAME = 0.98;

/**
 * How near each row of a table is to the rows nearest to it. In many dimensions some vectors, the hubs, are near to
 * nearly everything, and so to any question (Radovanović et al. 2010); what is near for that reason says little
 * (CSLS, Conneau et al. 2018).
 */
export class Hubness {
  readonly #rows: Float32Array;
  readonly #dimension: number;
  readonly #sample: ByteRows;

  /** @param rows row by row, unit length; kept, not copied */
  constructor(rows: Float32Array, dimension: number) {
    this.#rows = rows;
    this.#dimension = dimension;
    this.#sample = this.#takeSample();
  }

  /** The mean cosine of a row with the nearest others of an even sample of all rows; 0 where there are no others. */
  of(row: number): number {
    const { products } = this.#sample.multiply(this.#row(row));
    const others = products.map((cosine) => (cosine < SAME ? cosine : 0));
    const nearest = findLargest(others, NEAREST);
    return nearest.reduce((sum, at) => sum + (others[at] ?? 0), 0) / Math.max(1, nearest.length);
  }

  #takeSample(): ByteRows {
    const count = this.#rows.length / this.#dimension;
    const size = Math.min(count, MOST_SAMPLED);
    const sample = new ByteRows(size, this.#dimension);
    for (let at = 0; at < size; at++) sample.set(at, this.#row(Math.floor((at * count) / size)));
    return sample;
  }

  #row(row: number): Float32Array {
    return this.#rows.subarray(row * this.#dimension, (row + 1) * this.#dimension);
  }
}
