import hnswlib from "hnswlib-node";
import type { Manifest } from "./manifest.ts";

/** A passage and the cosine of its vector with the question's. */
export interface Neighbour {
  readonly passage: number;
  readonly cosine: number;
}

export type DenseParameters = Manifest["dense"];

/**
 * HNSW (Malkov & Yashunin 2018) over unit vectors. `ip` is 1 minus the dot product, which for unit vectors is
 * the cosine distance without dividing again. `efSearch` is not stored in hnswlib's file and is set at opening:
 * with the library's 10, recall at 20,000 vectors falls to 0.90.
 */
export const DENSE_PARAMETERS: DenseParameters = { space: "ip", m: 16, efConstruction: 200, efSearch: 200 };

/** The same graph for the same vectors. */
const SEED = 100;
/** Between two slices of insertions the event loop turns, for the progress bar and the lock's heartbeat. */
const SLICE = 256;

/** Approximate nearest neighbours among the passages' vectors. */
export class DenseIndex {
  readonly #graph: hnswlib.HierarchicalNSW;
  readonly #efSearch: number;

  private constructor(graph: hnswlib.HierarchicalNSW, efSearch: number) {
    this.#graph = graph;
    this.#efSearch = efSearch;
    graph.setEf(efSearch);
  }

  get count(): number {
    return this.#graph.getCurrentCount();
  }

  /** The `k` nearest passages, nearest first. Blocks until found. */
  search(vector: Float32Array, k: number): Neighbour[] {
    const count = Math.min(k, this.count);
    if (count === 0) return [];
    if (count > this.#efSearch) this.#graph.setEf(count);
    const { neighbors, distances } = this.#graph.searchKnn(Array.from(vector), count);
    if (count > this.#efSearch) this.#graph.setEf(this.#efSearch);
    return neighbors.map((passage, at) => ({ passage, cosine: 1 - (distances[at] ?? 1) }));
  }

  /**
   * Gives the graph's memory back; nothing is found any more. It lies outside of JavaScript's heap, so that the
   * garbage collector does not see its size and would let many pile up.
   */
  close(): void {
    this.#graph.initIndex(1);
  }

  /** @param path a new file: hnswlib writes in place */
  write(path: string): void {
    this.#graph.writeIndexSync(path);
  }

  /**
   * @param vectors row by row, unit length
   * @param onProgress is told how many are in
   */
  static async build(
    vectors: Float32Array,
    dimension: number,
    parameters: DenseParameters = DENSE_PARAMETERS,
    onProgress: (done: number) => void = () => {},
  ): Promise<DenseIndex> {
    const count = vectors.length / dimension;
    const graph = new hnswlib.HierarchicalNSW(parameters.space, dimension);
    graph.initIndex(count, parameters.m, parameters.efConstruction, SEED);
    for (let row = 0; row < count; row++) {
      graph.addPoint(Array.from(vectors.subarray(row * dimension, (row + 1) * dimension)), row);
      if (row % SLICE === SLICE - 1) {
        onProgress(row + 1);
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
    onProgress(count);
    return new DenseIndex(graph, parameters.efSearch);
  }

  /**
   * Reads a graph. hnswlib aborts the process on a damaged header and takes wrong dimensions silently, so the
   * file's size and hash must have been checked against the manifest before.
   */
  static async read(path: string, dimension: number, parameters: DenseParameters): Promise<DenseIndex> {
    const graph = new hnswlib.HierarchicalNSW(parameters.space, dimension);
    await graph.readIndex(path);
    return new DenseIndex(graph, parameters.efSearch);
  }
}
