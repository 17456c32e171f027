import { poolMean } from "../embedding/pooling.ts";
import { ArrayFile, type StoredArray } from "./array-file.ts";
import { multiplyRow } from "./multiply-row.ts";
import { ByteRows } from "./scan/byte-rows.ts";

/** Signed bytes hold -127 to 127. */
const LEVELS = 127;
/** Most questions are about as many sentences. */
const FEW_SENTENCES = 1_024;
/** Bytes of a passage's key: half a SHA-256 is far beyond chance. */
export const KEY_BYTES = 16;

/** How passages stand among all, whatever is asked: a number each. */
type Standing = Pick<VectorTable, "hubness" | "centrality">;

/**
 * The vectors of passages, as they are, and of sentences, in one byte a number: sentences are many and are only
 * compared among the passages that were found, where an error of 1% in a cosine does not matter.
 */
export class VectorTable {
  readonly dimension: number;
  /** Row by row. */
  readonly passages: Float32Array;
  /** How near each passage is to the others nearest to it, see `Hubness`. */
  readonly hubness: Float32Array;
  /** The cosine of each passage with the centroid. */
  readonly centrality: Float32Array;
  /** What each passage's vectors were made from, `KEY_BYTES` a passage. */
  readonly keys: Uint8Array;
  readonly #sentences: Int8Array;
  readonly #scales: Float32Array;
  #centroid: Float32Array | undefined;
  #gathered: ByteRows | undefined;
  /** By the first of their passages. */
  readonly #directions = new Map<number, Float32Array>();

  constructor(
    dimension: number,
    passages: Float32Array,
    keys: Uint8Array,
    standing: Standing,
    sentences: Int8Array,
    scales: Float32Array,
  ) {
    this.dimension = dimension;
    this.passages = passages;
    this.keys = keys;
    this.hubness = standing.hubness;
    this.centrality = standing.centrality;
    this.#sentences = sentences;
    this.#scales = scales;
  }

  /** An empty table, to be filled by `setPassage` and `setSentence`. */
  static allocate(dimension: number, passages: number, sentences: number): VectorTable {
    return new VectorTable(
      dimension,
      new Float32Array(passages * dimension),
      new Uint8Array(passages * KEY_BYTES),
      { hubness: new Float32Array(passages), centrality: new Float32Array(passages) },
      new Int8Array(sentences * dimension),
      new Float32Array(sentences),
    );
  }

  get sentenceCount(): number {
    return this.#sentences.length / this.dimension;
  }

  passage(passage: number): Float32Array {
    return this.passages.subarray(passage * this.dimension, (passage + 1) * this.dimension);
  }

  key(passage: number): Uint8Array {
    return this.keys.subarray(passage * KEY_BYTES, (passage + 1) * KEY_BYTES);
  }

  setPassage(passage: number, key: Uint8Array, vector: Float32Array): void {
    this.keys.set(key, passage * KEY_BYTES);
    this.passages.set(vector, passage * this.dimension);
  }

  setSentence(sentence: number, vector: Float32Array): void {
    let largest = 0;
    for (const value of vector) largest = Math.max(largest, Math.abs(value));
    const scale = largest / LEVELS;
    this.#scales[sentence] = scale;
    if (scale === 0) return;
    const offset = sentence * this.dimension;
    for (let i = 0; i < this.dimension; i++)
      this.#sentences[offset + i] = Math.round((vector[i] ?? 0) / scale);
  }

  copySentence(from: VectorTable, source: number, target: number): void {
    const row = from.#sentences.subarray(source * this.dimension, (source + 1) * this.dimension);
    this.#sentences.set(row, target * this.dimension);
    this.#scales[target] = from.#scales[source] ?? 0;
  }

  /** The direction that all passages have in common, a unit vector: what the whole corpus is about. */
  get centroid(): Float32Array {
    this.#centroid ??= poolMean(this.passages, this.passages.length / this.dimension, this.dimension);
    return this.#centroid;
  }

  /** The direction that the passages of an article have in common: a unit vector, made when it is first asked for. */
  direction(first: number, end: number): Float32Array {
    const known = this.#directions.get(first);
    if (known) return known;
    const rows = this.passages.subarray(first * this.dimension, end * this.dimension);
    const direction = poolMean(rows, end - first, this.dimension);
    this.#directions.set(first, direction);
    return direction;
  }

  passageCosine(passage: number, vector: Float32Array): number {
    return multiplyRow(this.passages, passage, vector);
  }

  /** The cosines of sentences with each of several vectors, in the order of the sentences. */
  sentenceCosines(sentences: readonly number[], vectors: readonly Float32Array[]): Float32Array[] {
    const rows = this.#gather(sentences);
    return vectors.map((vector) =>
      rows.multiply(vector, sentences.length).products.slice(0, sentences.length),
    );
  }

  /** Copies sentences to where they are multiplied: 400 bytes each, which is nothing beside multiplying them here. */
  #gather(sentences: readonly number[]): ByteRows {
    if (!this.#gathered || this.#gathered.count < sentences.length)
      this.#gathered = new ByteRows(Math.max(FEW_SENTENCES, 2 * sentences.length), this.dimension);
    for (const [at, sentence] of sentences.entries()) {
      const offset = sentence * this.dimension;
      const row = this.#sentences.subarray(offset, offset + this.dimension);
      this.#gathered.copy(at, row, this.#scales[sentence] ?? 0);
    }
    return this.#gathered;
  }

  store(): Record<string, StoredArray> {
    const { passages, hubness, centrality, keys } = this;
    return { passages, hubness, centrality, keys, sentences: this.#sentences, scales: this.#scales };
  }

  static read(bytes: Uint8Array, dimension: number): VectorTable {
    const file = new ArrayFile(bytes);
    return new VectorTable(
      dimension,
      file.get("passages", "Float32Array"),
      file.get("keys", "Uint8Array"),
      { hubness: file.get("hubness", "Float32Array"), centrality: file.get("centrality", "Float32Array") },
      file.get("sentences", "Int8Array"),
      file.get("scales", "Float32Array"),
    );
  }
}
