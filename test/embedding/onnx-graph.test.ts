import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readOnnxGraph } from "../../src/embedding/onnx-graph.ts";

/** A field of bytes or text, as Protocol Buffers write it. */
function field(number: number, content: string | Buffer): Buffer {
  const bytes = Buffer.from(content);
  return Buffer.concat([Buffer.from([number * 8 + 2]), varint(bytes.length), bytes]);
}

function varint(value: number): Buffer {
  return value < 128
    ? Buffer.from([value])
    : Buffer.concat([Buffer.from([(value % 128) + 128]), varint(Math.floor(value / 128))]);
}

function numberField(number: number, value: number): Buffer {
  return Buffer.concat([Buffer.from([number * 8]), varint(value)]);
}

const NODE = Buffer.concat([field(1, "table"), field(1, "input_ids"), field(2, "q"), field(4, "Gather")]);
const RAW = Buffer.from([1, 2, 3, 4, 5, 6]);
const TENSOR = [numberField(2, 3), field(8, "table"), field(9, RAW)];
const APART = Buffer.concat([numberField(1, 300), numberField(1, 2), ...TENSOR]);
const PACKED = Buffer.concat([field(1, Buffer.concat([varint(300), varint(2)])), ...TENSOR]);
/** A number of eight bytes and one of four, which nobody asked for. */
const OTHERS = Buffer.concat([
  Buffer.from([9 * 8 + 1]),
  RAW,
  RAW.subarray(4),
  Buffer.from([10 * 8 + 5]),
  RAW.subarray(2),
]);

function model(tensor: Buffer): Buffer {
  return Buffer.concat([
    numberField(1, 8),
    OTHERS,
    field(7, Buffer.concat([field(1, NODE), field(2, "encoder"), field(5, tensor)])),
  ]);
}

describe("a model's file", () => {
  test.each([
    ["apart", APART],
    ["packed", PACKED],
  ])("says what is computed, and from which numbers, its sizes %s", (_, tensor) => {
    const { nodes, tensors } = readOnnxGraph(model(tensor));
    expect(nodes).toEqual(["q = Gather(table, input_ids)"]);
    expect([...tensors]).toEqual([["table", { type: 3, dims: [300, 2], raw: RAW }]]);
  });

  test("that ends too early is not read", () => {
    const whole = model(APART);
    for (const length of [1, 3, 20, whole.length - 1]) {
      expect(() => readOnnxGraph(whole.subarray(0, length))).toThrow("The ONNX file is not whole.");
    }
  });

  test("of any bytes is read, or refused with a sentence", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          readOnnxGraph(Buffer.from(bytes));
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
    );
  });
});
