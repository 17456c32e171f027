import { type OnnxTensor, readOnnxGraph } from "./onnx-graph.ts";

/**
 * How the weights of a static model are written: a row of signed bytes and a scale for each token, looked up and
 * multiplied. Of a model that computes anything else the runtime must be asked.
 */
const LOOK_UP = [
  "q = Gather(table, input_ids)",
  "s = Gather(scale, input_ids)",
  "f = Cast(q)",
  "h = Mul(f, s)",
  "m = Cast(attention_mask)",
  "m3 = Unsqueeze(m, ax)",
  "last_hidden_state = Mul(h, m3)",
].join("\n");

/** Of ONNX's `TensorProto.DataType`. */
const FLOAT = 1;
const INT8 = 3;

/** The vectors of a static model's tokens. */
export class TokenTable {
  readonly dimension: number;
  /** How many tokens there are. */
  readonly count: number;
  readonly #rows: Int8Array;
  readonly #scales: Float32Array;

  constructor(rows: Int8Array, scales: Float32Array) {
    this.count = scales.length;
    this.dimension = rows.length / scales.length;
    this.#rows = rows;
    this.#scales = scales;
  }

  /** The sum of the vectors of tokens, rounded where the runtime and `poolMean` round: to the last bit the same. */
  sum(tokens: readonly number[]): Float32Array {
    const { dimension } = this;
    const rows = this.#rows;
    const sum = new Float32Array(dimension);
    const [offset, scale] = [(at: number) => (tokens[at] ?? 0) * dimension, this.#scaleOf(tokens)];
    let at = 0;
    for (; at + 3 < tokens.length; at += 4) {
      const [a, b, c, d] = [offset(at), offset(at + 1), offset(at + 2), offset(at + 3)];
      const [ofA, ofB, ofC, ofD] = [scale(at), scale(at + 1), scale(at + 2), scale(at + 3)];
      for (let i = 0; i < dimension; i++) {
        sum[i] =
          (sum[i] ?? 0) +
          (Math.fround((rows[a + i] ?? 0) * ofA) +
            Math.fround((rows[b + i] ?? 0) * ofB) +
            Math.fround((rows[c + i] ?? 0) * ofC) +
            Math.fround((rows[d + i] ?? 0) * ofD));
      }
    }
    for (; at < tokens.length; at++) {
      const [a, ofA] = [offset(at), scale(at)];
      for (let i = 0; i < dimension; i++) sum[i] = (sum[i] ?? 0) + Math.fround((rows[a + i] ?? 0) * ofA);
    }
    return sum;
  }

  #scaleOf(tokens: readonly number[]): (at: number) => number {
    return (at) => this.#scales[tokens[at] ?? 0] ?? 0;
  }
}

/** The table in a model's weights file; `null` where the model is more than a table. */
export function readTokenTable(bytes: Buffer): TokenTable | null {
  const graph = readGraph(bytes);
  const table = graph?.tensors.get("table");
  const scale = graph?.tensors.get("scale");
  if (graph?.nodes.join("\n") !== LOOK_UP || !table || !scale) return null;
  const [count = 0, dimension = 0] = table.dims;
  const isWhole =
    isShaped(table, INT8, [count, dimension], 1) && isShaped(scale, FLOAT, [count, 1], 4) && count > 0;
  if (!isWhole) return null;
  const { buffer, byteOffset, byteLength } = table.raw;
  // A copy, because numbers of four bytes must lie at a multiple of four.
  const scales = new Float32Array(new Uint8Array(scale.raw).buffer);
  return new TokenTable(new Int8Array(buffer, byteOffset, byteLength), scales);
}

function readGraph(bytes: Buffer): ReturnType<typeof readOnnxGraph> | null {
  try {
    return readOnnxGraph(bytes);
  } catch {
    return null;
  }
}

function isShaped(
  { type, dims, raw }: OnnxTensor,
  of: number,
  as: readonly number[],
  bytes: number,
): boolean {
  const numbers = as.reduce((product, size) => product * size, 1);
  return type === of && dims.join() === as.join() && raw.byteLength === numbers * bytes;
}
