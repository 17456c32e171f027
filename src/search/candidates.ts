import type { Generation } from "../index/generation.ts";
import { type LexicalScores, STREAMS } from "../index/lexical/lexical-index.ts";

/** Passages taken from each side before they are looked at closely. */
const CANDIDATES_PER_SIDE = 50;

/** The passages that may answer: the best of the dense index and the best of the lexical one. */
export function gatherCandidates(
  generation: Generation,
  scores: LexicalScores,
  vector: Float32Array,
): number[] {
  const passages = new Set<number>();
  for (const { passage } of generation.dense.search(vector, CANDIDATES_PER_SIDE)) passages.add(passage);
  const count = generation.passages.count;
  const sums = new Float32Array(count);
  for (const stream of STREAMS) {
    const shares = scores[stream];
    for (let passage = 0; passage < count; passage++) {
      sums[passage] = (sums[passage] ?? 0) + (shares[passage] ?? 0);
    }
  }
  for (const passage of findLargest(sums, CANDIDATES_PER_SIDE)) passages.add(passage);
  return [...passages].sort((a, b) => a - b);
}

/** The places of the `k` largest numbers above 0, in no order: a heap whose root is the least of them. */
export function findLargest(values: Float32Array, k: number): number[] {
  const heap: number[] = [];
  const valueAt = (place: number) => values[heap[place] ?? 0] ?? 0;
  const swap = (a: number, b: number) => {
    const held = heap[a] ?? 0;
    heap[a] = heap[b] ?? 0;
    heap[b] = held;
  };
  const sink = () => {
    for (let place = 0; ; ) {
      const left = 2 * place + 1;
      if (left >= heap.length) return;
      const least = left + 1 < heap.length && valueAt(left + 1) < valueAt(left) ? left + 1 : left;
      if (valueAt(place) <= valueAt(least)) return;
      swap(place, least);
      place = least;
    }
  };
  const rise = () => {
    for (let place = heap.length - 1; place > 0; ) {
      const parent = (place - 1) >> 1;
      if (valueAt(parent) <= valueAt(place)) return;
      swap(place, parent);
      place = parent;
    }
  };
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? 0;
    if (value <= 0) continue;
    if (heap.length < k) {
      heap.push(at);
      rise();
    } else if (value > valueAt(0)) {
      heap[0] = at;
      sink();
    }
  }
  return heap;
}
