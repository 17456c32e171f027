/** The dot product of one row of a table with a vector as long: their cosine, where both are unit vectors. */
export function multiplyRow(rows: Float32Array, row: number, vector: Float32Array): number {
  const offset = row * vector.length;
  let product = 0;
  for (let at = 0; at < vector.length; at++) product += (rows[offset + at] ?? 0) * (vector[at] ?? 0);
  return product;
}
