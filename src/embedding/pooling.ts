/**
 * The mean of the token vectors, scaled to length 1; the zero vector when there are none or they cancel out.
 *
 * @param tokens row by row, `count` rows of `dimension` numbers
 */
export function poolMean(tokens: Float32Array, count: number, dimension: number): Float32Array {
  const mean = new Float32Array(dimension);
  for (let row = 0; row < count; row++) {
    const offset = row * dimension;
    for (let i = 0; i < dimension; i++) mean[i] = (mean[i] ?? 0) + (tokens[offset + i] ?? 0);
  }
  // The sum has the direction of the mean, so dividing by `count` first would change nothing.
  return scaleToUnit(mean);
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
