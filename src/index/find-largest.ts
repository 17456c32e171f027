/** The places of the `k` largest numbers above 0, in no order: a heap whose root is the least of them. */
export function findLargest(values: Float32Array, k: number): number[] {
  const heap: number[] = [];
  // Nearly every number is below the least that is kept, and needs no more than this comparison.
  let least = 0;
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? 0;
    if (value <= least) continue;
    if (heap.length < k) {
      heap.push(at);
      rise(values, heap);
    } else {
      heap[0] = at;
      sink(values, heap);
    }
    if (heap.length === k) least = values[heap[0] ?? 0] ?? 0;
  }
  return heap;
}

function rise(values: Float32Array, heap: number[]): void {
  for (let place = heap.length - 1; place > 0; ) {
    const parent = (place - 1) >> 1;
    if (valueAt(values, heap, parent) <= valueAt(values, heap, place)) return;
    swap(heap, place, parent);
    place = parent;
  }
}

function sink(values: Float32Array, heap: number[]): void {
  for (let place = 0; ; ) {
    const left = 2 * place + 1;
    if (left >= heap.length) return;
    const isRightLess =
      left + 1 < heap.length && valueAt(values, heap, left + 1) < valueAt(values, heap, left);
    const least = isRightLess ? left + 1 : left;
    if (valueAt(values, heap, place) <= valueAt(values, heap, least)) return;
    swap(heap, place, least);
    place = least;
  }
}

function valueAt(values: Float32Array, heap: readonly number[], place: number): number {
  return values[heap[place] ?? 0] ?? 0;
}

function swap(heap: number[], a: number, b: number): void {
  const held = heap[a] ?? 0;
  heap[a] = heap[b] ?? 0;
  heap[b] = held;
}
