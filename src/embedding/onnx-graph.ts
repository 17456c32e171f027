/** What is done with what, in an ONNX model: `h = Mul(f, s)`. */
export type OnnxNode = string;

/** Numbers that a model was trained to: its type is that of ONNX (`TensorProto.DataType`). */
export interface OnnxTensor {
  readonly type: number;
  readonly dims: readonly number[];
  /** Little-endian, row by row. */
  readonly raw: Buffer;
}

/** A model as its file says it. */
export interface OnnxGraph {
  readonly nodes: readonly OnnxNode[];
  readonly tensors: ReadonlyMap<string, OnnxTensor>;
}

/** The numbers of the fields that are read, of `onnx.proto3`. */
const MODEL = { graph: 7 };
const GRAPH = { node: 1, initializer: 5 };
const NODE = { input: 1, output: 2, operator: 4 };
const TENSOR = { dims: 1, type: 2, name: 8, raw: 9 };

/**
 * Reads the graph of a small ONNX file: enough to know whether it is one that can be computed without a runtime.
 * @throws RangeError when the bytes are no ONNX file, or not all of one
 */
export function readOnnxGraph(bytes: Buffer): OnnxGraph {
  const nodes: OnnxNode[] = [];
  const tensors = new Map<string, OnnxTensor>();
  for (const graph of partsOf(bytes, MODEL.graph)) {
    for (const node of partsOf(graph, GRAPH.node)) nodes.push(describeNode(node));
    for (const part of partsOf(graph, GRAPH.initializer)) {
      const { name, ...tensor } = readTensor(part);
      tensors.set(name, tensor);
    }
  }
  return { nodes, tensors };
}

function describeNode(node: Buffer): OnnxNode {
  const list = (field: number) => partsOf(node, field).join(", ");
  return `${list(NODE.output)} = ${list(NODE.operator)}(${list(NODE.input)})`;
}

function readTensor(bytes: Buffer): OnnxTensor & { readonly name: string } {
  const dims: number[] = [];
  let type = 0;
  let name = "";
  let raw: Buffer = Buffer.alloc(0);
  for (const { field, value } of fieldsOf(bytes)) {
    if (typeof value === "number") {
      if (field === TENSOR.dims) dims.push(value);
      if (field === TENSOR.type) type = value;
    } else if (field === TENSOR.name) name = value.toString("utf8");
    else if (field === TENSOR.raw) raw = value;
    // Several dims may be packed into one field.
    else if (field === TENSOR.dims) for (let at = 0; at < value.length; ) at = readPacked(value, at, dims);
  }
  return { type, dims, raw, name };
}

function readPacked(bytes: Buffer, at: number, into: number[]): number {
  const { value, end } = readVarint(bytes, at);
  into.push(value);
  return end;
}

function partsOf(bytes: Buffer, wanted: number): Buffer[] {
  const parts: Buffer[] = [];
  for (const { field, value } of fieldsOf(bytes))
    if (field === wanted && typeof value !== "number") parts.push(value);
  return parts;
}

interface Field {
  readonly field: number;
  /** Bytes are a view. */
  readonly value: number | Buffer;
}

/** The fields of a message of Protocol Buffers (its wire format: a key, then what its lowest three bits say). */
function* fieldsOf(bytes: Buffer): Generator<Field> {
  for (let at = 0; at < bytes.length; ) {
    const key = readVarint(bytes, at);
    const [field, wire] = [Math.floor(key.value / 8), key.value % 8];
    at = key.end;
    if (wire === 0) {
      const { value, end } = readVarint(bytes, at);
      yield { field, value };
      at = end;
      continue;
    }
    const length = wire === 2 ? readVarint(bytes, at) : { value: FIXED_BYTES[wire] ?? Number.NaN, end: at };
    at = length.end + length.value;
    if (!(at <= bytes.length)) throw new RangeError("The ONNX file is not whole.");
    yield { field, value: bytes.subarray(length.end, at) };
  }
}

/** How long values of the other kinds are. */
const FIXED_BYTES: Readonly<Record<number, number>> = { 1: 8, 5: 4 };

function readVarint(bytes: Buffer, start: number): { value: number; end: number } {
  let value = 0;
  for (let at = start, factor = 1; at < bytes.length; at++, factor *= 128) {
    const byte = bytes[at] ?? 0;
    value += (byte & 127) * factor;
    if (byte < 128) return { value, end: at + 1 };
  }
  throw new RangeError("The ONNX file is not whole.");
}
