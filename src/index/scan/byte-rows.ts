import { readFileSync } from "node:fs";
import { z } from "zod";

/** Signed bytes hold -127 to 127. */
const BYTE_LEVELS = 127;
/** Added before the fraction is cut off, so that negative numbers are rounded to the nearest, too. */
const HALF = BYTE_LEVELS + 0.5;
/** A question is held more exactly than the rows: what its rounding changes is nothing beside theirs. */
const QUESTION_LEVELS = 32_767;
/** What adding up floats in one order or another changes, and more. */
const ROUNDING = 1e-5;
/** Numbers that are multiplied at once. */
const LANES = 16;
const PAGE_BYTES = 65_536;
/** WebAssembly addresses 4 GB. */
const MOST_BYTES = 2 ** 32 - PAGE_BYTES;

const exportsSchema = z.object({
  memory: z.instanceof(WebAssembly.Memory),
  multiply: z.custom<(...parameters: number[]) => void>((value) => typeof value === "function"),
});

const compiled = new WebAssembly.Module(readFileSync(new URL("./dot-products.wasm", import.meta.url)));

/**
 * Rows of numbers, kept in one byte each with a scale a row, which are multiplied with a question sixteen numbers at a
 * time: a quarter of the memory of floats, and as memory is what a scan waits for, of its time.
 */
export class ByteRows {
  readonly count: number;
  /** The largest length of what rounding took from a row, which bounds the error of every product with a unit vector. */
  #largestError = 0;
  readonly #dimension: number;
  /** Rows are padded with zeros to a multiple of `LANES`. */
  readonly #stride: number;
  readonly #bytes: Int8Array;
  readonly #scales: Float32Array;
  readonly #question: Int16Array;
  readonly #products: Float32Array;
  readonly #multiply: (...parameters: number[]) => void;

  /** @throws RangeError for more rows than WebAssembly can address */
  constructor(count: number, dimension: number) {
    this.count = count;
    this.#dimension = dimension;
    this.#stride = Math.ceil(dimension / LANES) * LANES;
    const bytes = count * this.#stride + this.#stride * 2 + count * 8;
    if (bytes > MOST_BYTES)
      throw new RangeError(`${count} rows of ${dimension} numbers are too many to scan.`);
    const { memory, multiply } = exportsSchema.parse(new WebAssembly.Instance(compiled).exports);
    memory.grow(Math.ceil(bytes / PAGE_BYTES));
    this.#multiply = multiply;
    this.#bytes = new Int8Array(memory.buffer, 0, count * this.#stride);
    this.#question = new Int16Array(memory.buffer, this.#bytes.byteLength, this.#stride);
    const afterQuestion = this.#question.byteOffset + this.#question.byteLength;
    this.#scales = new Float32Array(memory.buffer, afterQuestion, count);
    this.#products = new Float32Array(memory.buffer, afterQuestion + count * 4, count);
  }

  /** @param values as many as the dimension */
  set(row: number, values: Float32Array): void {
    const scale = largestOf(values) / BYTE_LEVELS;
    this.#scales[row] = scale;
    if (scale === 0) return;
    const [bytes, offset, perLevel] = [this.#bytes, row * this.#stride, 1 / scale];
    let squares = 0;
    for (let at = 0; at < this.#dimension; at++) {
      const levels = (values[at] ?? 0) * perLevel;
      // Cutting the fraction off is many times as quick as Math.round.
      const level = (levels + HALF) | 0;
      bytes[offset + at] = level - BYTE_LEVELS;
      const lost = levels + BYTE_LEVELS - level;
      squares += lost * lost;
    }
    squares *= scale * scale;
    this.#largestError = Math.max(this.#largestError, Math.sqrt(squares));
  }

  /** Takes over a row that is in bytes already. @param bytes as many as the dimension */
  copy(row: number, bytes: Int8Array, scale: number): void {
    this.#bytes.set(bytes, row * this.#stride);
    this.#scales[row] = scale;
  }

  /**
   * The product of a vector with every row, or the first ones, in a list that the next question changes.
   * @returns the products, each of a row that was `set` as far from the exact one as `error` at most
   */
  multiply(
    vector: Float32Array,
    count = this.count,
  ): { readonly products: Float32Array; readonly error: number } {
    const scale = largestOf(vector) / QUESTION_LEVELS;
    if (scale === 0) return { products: this.#products.fill(0), error: 0 };
    for (let at = 0; at < this.#dimension; at++) this.#question[at] = Math.round((vector[at] ?? 0) / scale);
    this.#multiply(
      this.#bytes.byteOffset,
      count,
      this.#stride,
      this.#question.byteOffset,
      this.#scales.byteOffset,
      this.#products.byteOffset,
      scale,
    );
    // Of the question, each number is rounded by half a level; rows are unit vectors.
    return {
      products: this.#products,
      error: this.#largestError + (scale / 2) * Math.sqrt(this.#dimension) + ROUNDING,
    };
  }
}

function largestOf(values: Float32Array): number {
  let largest = 0;
  for (let at = 0; at < values.length; at++) largest = Math.max(largest, Math.abs(values[at] ?? 0));
  return largest;
}
