import type { TokenTable } from "../embedding/token-table.ts";

/** How a row follows its gradient: Adam (Kingma & Ba 2015). */
const BETA_1 = 0.9;
const BETA_2 = 0.999;
const EPSILON = 1e-8;
/** How strongly rows are drawn back to where they were. */
const ANCHOR = 1e-6;
/** Keeps the direction of an empty sum defined. */
const LEAST_NORM = 1e-6;

/** Texts as the model sees them: unit vectors, row by row, and how long the sums of their tokens' rows were. */
export interface Encoded {
  readonly texts: readonly (readonly number[])[];
  readonly units: Float32Array;
  readonly norms: Float32Array;
}

/** The rows of a token table while they are taught. */
export class TrainedRows {
  readonly dimension: number;
  readonly #count: number;
  readonly #values: Float32Array;
  readonly #origin: Float32Array;
  readonly #gradient: Float32Array;
  readonly #first: Float32Array;
  readonly #second: Float32Array;
  #steps = 0;

  constructor(table: TokenTable) {
    const { count, dimension } = table;
    this.dimension = dimension;
    this.#count = count;
    this.#origin = new Float32Array(count * dimension);
    for (let token = 0; token < count; token++) this.#origin.set(table.sum([token]), token * dimension);
    this.#values = this.#origin.slice();
    this.#gradient = new Float32Array(count * dimension);
    this.#first = new Float32Array(count * dimension);
    this.#second = new Float32Array(count * dimension);
  }

  /** The rows that moved, by their tokens, each a part of the way from where it was to where it was taught to be. */
  movedRows(way: number): Map<number, Float32Array> {
    const moved = new Map<number, Float32Array>();
    for (let token = 0; token < this.#count; token++) {
      const offset = token * this.dimension;
      const row = this.#origin.slice(offset, offset + this.dimension);
      let isMoved = false;
      for (let i = 0; i < row.length; i++) {
        const origin = row[i] ?? 0;
        const value = this.#values[offset + i] ?? 0;
        isMoved ||= value !== origin;
        row[i] = origin + way * (value - origin);
      }
      if (isMoved) moved.set(token, row);
    }
    return moved;
  }

  /** What was added to the gradient of a token's row since the last step; a view. */
  gradient(token: number): Float32Array {
    const offset = this.#offset(token);
    return this.#gradient.subarray(offset, offset + this.dimension);
  }

  /** @param texts their tokens */
  encode(texts: readonly (readonly number[])[]): Encoded {
    const { dimension } = this;
    const units = new Float32Array(texts.length * dimension);
    const norms = new Float32Array(texts.length);
    for (const [at, tokens] of texts.entries()) {
      const unit = units.subarray(at * dimension, (at + 1) * dimension);
      for (const token of tokens) addTo(unit, this.#values, this.#offset(token));
      const norm = Math.max(LEAST_NORM, Math.hypot(...unit));
      norms[at] = norm;
      for (let i = 0; i < dimension; i++) unit[i] = (unit[i] ?? 0) / norm;
    }
    return { texts, units, norms };
  }

  /**
   * Adds to the rows' gradient what comes of the gradient of texts' unit vectors. A unit vector `u` of a sum `s` follows
   * it by `du = (ds - u (u · ds)) / |s|`, and so does the gradient go back.
   */
  addGradient({ texts, units, norms }: Encoded, ofUnits: Float32Array): void {
    const { dimension } = this;
    const ofSum = new Float32Array(dimension);
    for (const [at, tokens] of texts.entries()) {
      const offset = at * dimension;
      let along = 0;
      for (let i = 0; i < dimension; i++) along += (units[offset + i] ?? 0) * (ofUnits[offset + i] ?? 0);
      const norm = norms[at] ?? 1;
      for (let i = 0; i < dimension; i++) {
        ofSum[i] = ((ofUnits[offset + i] ?? 0) - (units[offset + i] ?? 0) * along) / norm;
      }
      for (const token of tokens) {
        const place = this.#offset(token);
        for (let i = 0; i < dimension; i++)
          this.#gradient[place + i] = (this.#gradient[place + i] ?? 0) + (ofSum[i] ?? 0);
      }
    }
  }

  /** Moves the rows against the gradient that was added since the last step. */
  step(rate: number): void {
    this.#steps++;
    const ofFirst = 1 - BETA_1 ** this.#steps;
    const ofSecond = 1 - BETA_2 ** this.#steps;
    for (let i = 0; i < this.#values.length; i++) {
      const value = this.#values[i] ?? 0;
      const slope = (this.#gradient[i] ?? 0) + ANCHOR * (value - (this.#origin[i] ?? 0));
      const first = BETA_1 * (this.#first[i] ?? 0) + (1 - BETA_1) * slope;
      const second = BETA_2 * (this.#second[i] ?? 0) + (1 - BETA_2) * slope * slope;
      this.#first[i] = first;
      this.#second[i] = second;
      this.#values[i] = value - (rate * (first / ofFirst)) / (Math.sqrt(second / ofSecond) + EPSILON);
    }
    this.#gradient.fill(0);
  }

  #offset(token: number): number {
    if (token >= this.#count) throw new RangeError(`The table has no row for token ${token}.`);
    return token * this.dimension;
  }
}

function addTo(sum: Float32Array, values: Float32Array, offset: number): void {
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (values[offset + i] ?? 0);
}
