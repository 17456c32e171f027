/** Rows that are multiplied at once: each number that is read serves several products. */
const LEFT = 2;
const RIGHT = 4;

/** `A Bᵀ` of matrices whose rows have `width` numbers. */
export function multiplyTransposed(a: Float32Array, b: Float32Array, width: number): Float32Array {
  const [rows, columns] = [a.length / width, b.length / width];
  // As doubles, and with rows of zeros to a whole block: neither is to be seen to at every number.
  const [left, right] = [pad(a, rows, width, LEFT), pad(b, columns, width, RIGHT)];
  const product = new Float32Array(rows * columns);
  const block = new Float64Array(LEFT * RIGHT);
  for (let column = 0; column < columns; column += RIGHT) {
    for (let row = 0; row < rows; row += LEFT) {
      multiplyBlock(left, row * width, right, column * width, width, block);
      for (let i = 0; i < LEFT && row + i < rows; i++) {
        for (let j = 0; j < RIGHT && column + j < columns; j++)
          product[(row + i) * columns + column + j] = block[i * RIGHT + j] ?? 0;
      }
    }
  }
  return product;
}

/** The products of two rows with four. */
function multiplyBlock(
  left: Float64Array,
  a0: number,
  right: Float64Array,
  b0: number,
  width: number,
  into: Float64Array,
): void {
  const a1 = a0 + width;
  const [b1, b2, b3] = [b0 + width, b0 + 2 * width, b0 + 3 * width];
  let p00 = 0;
  let p01 = 0;
  let p02 = 0;
  let p03 = 0;
  let p10 = 0;
  let p11 = 0;
  let p12 = 0;
  let p13 = 0;
  for (let i = 0; i < width; i++) {
    const u = left[a0 + i] ?? 0;
    const v = left[a1 + i] ?? 0;
    const w = right[b0 + i] ?? 0;
    const x = right[b1 + i] ?? 0;
    const y = right[b2 + i] ?? 0;
    const z = right[b3 + i] ?? 0;
    p00 += u * w;
    p01 += u * x;
    p02 += u * y;
    p03 += u * z;
    p10 += v * w;
    p11 += v * x;
    p12 += v * y;
    p13 += v * z;
  }
  into[0] = p00;
  into[1] = p01;
  into[2] = p02;
  into[3] = p03;
  into[4] = p10;
  into[5] = p11;
  into[6] = p12;
  into[7] = p13;
}

/** `A B`, where `B` has rows of `width` numbers, as many as `A` has columns. */
export function multiply(a: Float32Array, b: Float32Array, width: number): Float32Array {
  return multiplyTransposed(a, transpose(b, width), b.length / width);
}

/** @param matrix with rows of `width` numbers */
export function transpose(matrix: Float32Array, width: number): Float32Array {
  const turned = new Float32Array(matrix.length);
  const rows = matrix.length / width;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < width; column++)
      turned[column * rows + row] = matrix[row * width + column] ?? 0;
  }
  return turned;
}

function pad(matrix: Float32Array, rows: number, width: number, multiple: number): Float64Array {
  const padded = new Float64Array(Math.ceil(rows / multiple) * multiple * width);
  padded.set(matrix);
  return padded;
}
