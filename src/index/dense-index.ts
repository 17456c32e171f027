import hnswlib from "hnswlib-node";
import type { Dense, DenseKind, Neighbour } from "./dense.ts";
import type { Manifest } from "./manifest.ts";

/** The kinds of index that hnswlib makes. */
export type NativeKind = Exclude<DenseKind, "scan">;

/** How a graph is built and searched. */
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

/** hnswlib's indexes: the graph, and the one that looks at every vector. */
export class DenseIndex implements Dense {
  readonly kind: NativeKind;
  readonly #native: hnswlib.HierarchicalNSW | hnswlib.BruteforceSearch;
  readonly #efSearch: number;

  private constructor(native: hnswlib.HierarchicalNSW | hnswlib.BruteforceSearch, efSearch: number) {
    this.kind = native instanceof hnswlib.HierarchicalNSW ? "graph" : "exact";
    this.#native = native;
    this.#efSearch = efSearch;
    this.#widen(efSearch);
  }

  get count(): number {
    return this.#native.getCurrentCount();
  }

  search(vector: Float32Array, k: number): Neighbour[] {
    const count = Math.min(k, this.count);
    if (count === 0) return [];
    if (count > this.#efSearch) this.#widen(count);
    const { neighbors, distances } = this.#native.searchKnn(Array.from(vector), count);
    if (count > this.#efSearch) this.#widen(this.#efSearch);
    return neighbors.map((passage, at) => ({ passage, cosine: 1 - (distances[at] ?? 1) }));
  }

  /** How many vectors of a graph are kept in view. */
  #widen(ef: number): void {
    if (this.#native instanceof hnswlib.HierarchicalNSW) this.#native.setEf(ef);
  }

  /**
   * Native memory lies outside of JavaScript's heap, so that the
   * garbage collector does not see its size and would let many pile up.
   */
  close(): void {
    this.#native.initIndex(1);
  }

  /** @param path a new file: hnswlib writes in place */
  write(path: string): void {
    this.#native.writeIndexSync(path);
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
    kind: NativeKind = "exact",
  ): Promise<DenseIndex> {
    const count = vectors.length / dimension;
    const native = createNative(kind, dimension, parameters, count);
    for (let row = 0; row < count; row++) {
      native.addPoint(Array.from(vectors.subarray(row * dimension, (row + 1) * dimension)), row);
      if (row % SLICE === SLICE - 1) {
        onProgress(row + 1);
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
    onProgress(count);
    return new DenseIndex(native, parameters.efSearch);
  }

  /**
   * Reads what `write` wrote. hnswlib aborts the process on a damaged header and takes wrong dimensions and another
   * kind silently, so the file's size and hash must have been checked against the manifest before.
   */
  static async read(
    path: string,
    dimension: number,
    parameters: DenseParameters,
    kind: NativeKind,
  ): Promise<DenseIndex> {
    const native =
      kind === "graph"
        ? new hnswlib.HierarchicalNSW(parameters.space, dimension)
        : new hnswlib.BruteforceSearch(parameters.space, dimension);
    await native.readIndex(path);
    return new DenseIndex(native, parameters.efSearch);
  }
}

function createNative(
  kind: NativeKind,
  dimension: number,
  { space, m, efConstruction }: DenseParameters,
  count: number,
): hnswlib.HierarchicalNSW | hnswlib.BruteforceSearch {
  if (kind === "exact") {
    const exact = new hnswlib.BruteforceSearch(space, dimension);
    exact.initIndex(Math.max(1, count));
    return exact;
  }
  const graph = new hnswlib.HierarchicalNSW(space, dimension);
  graph.initIndex(count, m, efConstruction, SEED);
  return graph;
}
