import { findLargest } from "../find-largest.ts";
import { K1 } from "./bm25.ts";
import type { Postings } from "./postings.ts";
import type { WeighedTerm } from "./weigh-terms.ts";

/**
 * A number for each passage, nearly all of them 0. Which are not is kept, so that a question over a large corpus costs
 * what its words do; made once and used again, so that it leaves nothing to collect.
 */
export class SparseScores {
  readonly #values: Float32Array;
  /** The first `#count` are the passages above 0, each once. */
  readonly #passages: Uint32Array;
  #count = 0;

  constructor(passageCount: number) {
    this.#values = new Float32Array(passageCount);
    this.#passages = new Uint32Array(passageCount);
  }

  /** Adds what a term gives each passage that holds it. @param damping of each passage, see `dampingOf` */
  addTerm({ passages, frequencies, offsets }: Postings, term: WeighedTerm, damping: Float64Array): void {
    const [values, known] = [this.#values, this.#passages];
    const gain = term.factor * (K1 + 1);
    const end = offsets[term.id + 1] ?? 0;
    let count = this.#count;
    for (let entry = offsets[term.id] ?? 0; entry < end; entry++) {
      const passage = passages[entry] ?? 0;
      const frequency = frequencies[entry] ?? 0;
      const before = values[passage] ?? 0;
      if (before === 0) known[count++] = passage;
      values[passage] = before + (gain * frequency) / (frequency + (damping[passage] ?? 0));
    }
    this.#count = count;
  }

  /** Adds others to what is there; they are empty then. */
  add(others: SparseScores): void {
    const [values, known, added] = [this.#values, this.#passages, others.#values];
    let count = this.#count;
    for (let at = 0; at < others.#count; at++) {
      const passage = others.#passages[at] ?? 0;
      const before = values[passage] ?? 0;
      if (before === 0) known[count++] = passage;
      values[passage] = before + (added[passage] ?? 0);
      added[passage] = 0;
    }
    this.#count = count;
    others.#count = 0;
  }

  /** Keeps the larger of what is there and others; they are empty then. */
  raise(others: SparseScores): void {
    const [values, known, raised] = [this.#values, this.#passages, others.#values];
    let count = this.#count;
    for (let at = 0; at < others.#count; at++) {
      const passage = others.#passages[at] ?? 0;
      const before = values[passage] ?? 0;
      const value = raised[passage] ?? 0;
      if (before === 0) known[count++] = passage;
      if (value > before) values[passage] = value;
      raised[passage] = 0;
    }
    this.#count = count;
    others.#count = 0;
  }

  /** The passages of the `k` largest, in no order; is empty then. */
  takeLargest(k: number): number[] {
    const passages = this.#passages.subarray(0, this.#count);
    const values = new Float32Array(passages.length);
    for (let at = 0; at < values.length; at++) {
      const passage = passages[at] ?? 0;
      values[at] = this.#values[passage] ?? 0;
      this.#values[passage] = 0;
    }
    this.#count = 0;
    return findLargest(values, k).map((at) => passages[at] ?? 0);
  }

  /** All of them by passage; is empty then. */
  takeAll(): Float32Array {
    const values = this.#values.slice();
    this.#values.fill(0);
    this.#count = 0;
    return values;
  }
}
