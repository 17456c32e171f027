/** Numbers from 0 up to 1, the same for the same seed: mulberry32, a 32-bit mixer with a counter. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Draws places 0 to `count - 1`, the place `r` with a probability that falls as `1 / (r + 1)` does: Zipf's law, by
 * which words are used.
 */
export function createZipf(count: number, random: () => number): () => number {
  return createDraw(
    Array.from({ length: count }, (_, rank) => 1 / (rank + 1)),
    random,
  );
}

/** Draws places of a list, each as often as its weight says beside the others. */
export function createDraw(weights: readonly number[], random: () => number): () => number {
  const cumulative = new Float64Array(weights.length);
  let sum = 0;
  for (const [place, weight] of weights.entries()) {
    sum += weight;
    cumulative[place] = sum;
  }
  return () => {
    const drawn = random() * sum;
    let [low, high] = [0, weights.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((cumulative[middle] ?? 0) > drawn) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}
