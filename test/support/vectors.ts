/** Random numbers from 0 to 1, the same for the same seed (mulberry32), so that a failure happens again. */
export function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A vector of length 1 in any direction. */
export function makeUnitVector(dimension: number, random: () => number): Float32Array {
  const vector = Float32Array.from({ length: dimension }, () => {
    // Box and Muller 1958: normally distributed numbers make directions even.
    return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  });
  const norm = Math.hypot(...vector);
  return vector.map((value) => value / norm);
}

/** Vectors row by row, as the index keeps them. */
export function joinRows(rows: readonly Float32Array[]): Float32Array {
  return Float32Array.from(rows.flatMap((row) => [...row]));
}

export function dotProduct(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}
