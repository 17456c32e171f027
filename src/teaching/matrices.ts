/** Rows that are multiplied at once: each number that is read serves as many products. */
const BLOCK = 4;

/** `A Bᵀ` of matrices whose rows have `width` numbers. */
export function multiply(a: Float32Array, b: Float32Array, width: number): Float32Array {
  const [rows, columns] = [a.length / width, b.length / width];
  const product = new Float32Array(rows * columns);
  for (let column = 0; column < columns; column += BLOCK) {
    // Beyond the last row the last one is multiplied again, and not written.
    const [b0, b1, b2, b3] = blockOf(b, column, columns, width);
    for (let row = 0; row < rows; row++) {
      const left = row * width;
      let [p0, p1, p2, p3] = [0, 0, 0, 0];
      for (let i = 0; i < width; i++) {
        const value = a[left + i] ?? 0;
        p0 += value * (b0[i] ?? 0);
        p1 += value * (b1[i] ?? 0);
        p2 += value * (b2[i] ?? 0);
        p3 += value * (b3[i] ?? 0);
      }
      const place = row * columns + column;
      product[place] = p0;
      if (column + 1 < columns) product[place + 1] = p1;
      if (column + 2 < columns) product[place + 2] = p2;
      if (column + 3 < columns) product[place + 3] = p3;
    }
  }
  return product;
}

/** `A B`, where `B` has rows of `width` numbers, as many as `A` has columns. */
export function combine(a: Float32Array, b: Float32Array, width: number): Float32Array {
  const columns = b.length / width;
  const rows = a.length / columns;
  const product = new Float32Array(rows * width);
  for (let column = 0; column < columns; column += BLOCK) {
    const [b0, b1, b2, b3] = blockOf(b, column, columns, width);
    for (let row = 0; row < rows; row++) {
      const factors = row * columns + column;
      const f0 = a[factors] ?? 0;
      const f1 = column + 1 < columns ? (a[factors + 1] ?? 0) : 0;
      const f2 = column + 2 < columns ? (a[factors + 2] ?? 0) : 0;
      const f3 = column + 3 < columns ? (a[factors + 3] ?? 0) : 0;
      const offset = row * width;
      for (let i = 0; i < width; i++) {
        product[offset + i] =
          (product[offset + i] ?? 0) +
          (f0 * (b0[i] ?? 0) + f1 * (b1[i] ?? 0) + f2 * (b2[i] ?? 0) + f3 * (b3[i] ?? 0));
      }
    }
  }
  return product;
}

/** A block of rows from one on; beyond the last, the last again. */
function blockOf(
  matrix: Float32Array,
  from: number,
  rows: number,
  width: number,
): readonly [Float32Array, Float32Array, Float32Array, Float32Array] {
  const rowAt = (row: number): Float32Array => {
    const offset = Math.min(row, rows - 1) * width;
    return matrix.subarray(offset, offset + width);
  };
  return [rowAt(from), rowAt(from + 1), rowAt(from + 2), rowAt(from + 3)];
}

/** @param square of `count` rows and columns */
export function transpose(square: Float32Array, count: number): Float32Array {
  const turned = new Float32Array(square.length);
  for (let row = 0; row < count; row++) {
    for (let column = 0; column < count; column++)
      turned[column * count + row] = square[row * count + column] ?? 0;
  }
  return turned;
}
