/**
 * The mean of the token vectors, scaled to length 1; the zero vector when there are none or they cancel out.
 *
 * @param tokens row by row, `count` rows of `dimension` numbers
 */
export function poolMean(tokens: Float32Array, count: number, dimension: number): Float32Array {
  const sum = new Float32Array(dimension);
  // Four rows at a time: the sum is read and written a quarter as often.
  let row = 0;
  for (; row + 3 < count; row += 4) {
    const a = row * dimension;
    const b = a + dimension;
    const c = b + dimension;
    const d = c + dimension;
    for (let i = 0; i < dimension; i++) {
      sum[i] =
        (sum[i] ?? 0) +
        ((tokens[a + i] ?? 0) + (tokens[b + i] ?? 0) + (tokens[c + i] ?? 0) + (tokens[d + i] ?? 0));
    }
  }
  for (; row < count; row++) {
    for (let i = 0; i < dimension; i++) sum[i] = (sum[i] ?? 0) + (tokens[row * dimension + i] ?? 0);
  }
  // The sum has the direction of the mean, so dividing by `count` first would change nothing.
  return scaleToUnit(sum);
}

/** Scales a vector to length 1 where it lies; one without a direction becomes the zero vector. */
export function scaleToUnit(vector: Float32Array): Float32Array {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const norm = Math.sqrt(squares);
  if (!Number.isFinite(norm) || norm < 1e-12) return vector.fill(0);
  for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] ?? 0) / norm;
  return vector;
}
