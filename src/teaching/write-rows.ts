import { readOnnxGraph } from "../embedding/onnx-graph.ts";

/** Signed bytes hold -127 to 127. */
const BYTE_LEVELS = 127;

/**
 * The weights file of a static model with other rows for some tokens: each in signed bytes and one scale. Every other
 * byte stays as it was.
 * @param bytes a file that `readTokenTable` can read
 */
export function writeRows(bytes: Buffer, rows: ReadonlyMap<number, Float32Array>): Buffer {
  const written = Buffer.from(bytes);
  const { tensors } = readOnnxGraph(written);
  // Views of the copy.
  const [table, scale] = [tensors.get("table"), tensors.get("scale")];
  if (!table || !scale) throw new RangeError("The weights are not those of a static model.");
  for (const [token, row] of rows) {
    let largest = 0;
    for (const value of row) largest = Math.max(largest, Math.abs(value));
    const level = Math.fround(largest / BYTE_LEVELS);
    scale.raw.writeFloatLE(level, token * Float32Array.BYTES_PER_ELEMENT);
    for (const [at, value] of row.entries()) {
      table.raw.writeInt8(level === 0 ? 0 : Math.round(value / level), token * row.length + at);
    }
  }
  return written;
}
