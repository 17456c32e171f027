import { poolMean } from "../embedding/pooling.ts";
import { ArrayFile, type StoredArray } from "./array-file.ts";
import { Hubness } from "./hubness.ts";
import { multiplyRow } from "./multiply-row.ts";

/** Signed bytes hold -127 to 127. */
const LEVELS = 127;
/** Bytes of a passage's key: half a SHA-256 is far beyond chance. */
export const KEY_BYTES = 16;

/**
 * The vectors of passages, as they are, and of sentences, in one byte a number: sentences are many and are only
 * compared among the passages that were found, where an error of 1% in a cosine does not matter.
 */
export class VectorTable {
  readonly dimension: number;
  /** Row by row. */
  readonly passages: Float32Array;
  /** What each passage's vectors were made from, `KEY_BYTES` a passage. */
  readonly keys: Uint8Array;
  readonly #sentences: Int8Array;
  readonly #scales: Float32Array;
  #centroid: Float32Array | undefined;
  #hubness: Hubness | undefined;

  constructor(
    dimension: number,
    passages: Float32Array,
    keys: Uint8Array,
    sentences: Int8Array,
    scales: Float32Array,
  ) {
    this.dimension = dimension;
    this.passages = passages;
    this.keys = keys;
    this.#sentences = sentences;
    this.#scales = scales;
  }

  /** An empty table, to be filled by `setPassage` and `setSentence`. */
  static allocate(dimension: number, passages: number, sentences: number): VectorTable {
    return new VectorTable(
      dimension,
      new Float32Array(passages * dimension),
      new Uint8Array(passages * KEY_BYTES),
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

  /** How near a passage is to the others nearest to it, see `Hubness`. */
  hubness(passage: number): number {
    this.#hubness ??= new Hubness(this.passages, this.dimension);
    return this.#hubness.of(passage);
  }

  passageCosine(passage: number, vector: Float32Array): number {
    return multiplyRow(this.passages, passage, vector);
  }

  sentenceCosine(sentence: number, vector: Float32Array): number {
    let dot = 0;
    const offset = sentence * this.dimension;
    for (let i = 0; i < this.dimension; i++) dot += (this.#sentences[offset + i] ?? 0) * (vector[i] ?? 0);
    return dot * (this.#scales[sentence] ?? 0);
  }

  store(): Record<string, StoredArray> {
    return { passages: this.passages, keys: this.keys, sentences: this.#sentences, scales: this.#scales };
  }

  static read(bytes: Uint8Array, dimension: number): VectorTable {
    const file = new ArrayFile(bytes);
    return new VectorTable(
      dimension,
      file.get("passages", "Float32Array"),
      file.get("keys", "Uint8Array"),
      file.get("sentences", "Int8Array"),
      file.get("scales", "Float32Array"),
    );
  }
}
