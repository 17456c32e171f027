import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ArrayFile, packArrays, type StoredArray } from "../../src/index/array-file.ts";

function pack(arrays: Readonly<Record<string, StoredArray>>): Uint8Array {
  return new Uint8Array(Buffer.concat(packArrays(arrays)));
}

const arrays = fc.record({
  bytes: fc.uint8Array(),
  signed: fc.int8Array(),
  whole: fc.uint32Array(),
  single: fc.float32Array(),
  double: fc.float64Array(),
});

describe("an array file", () => {
  test("gives back every array, wherever in memory the file lies", () => {
    fc.assert(
      fc.property(arrays, fc.nat(16), (stored, shift) => {
        const packed = pack(stored);
        const shifted = new Uint8Array(packed.length + shift + 8).fill(255);
        shifted.set(packed, shift);
        const file = new ArrayFile(shifted.subarray(shift, shift + packed.length));
        expect(file.get("bytes", "Uint8Array")).toEqual(stored.bytes);
        expect(file.get("signed", "Int8Array")).toEqual(stored.signed);
        expect(file.get("whole", "Uint32Array")).toEqual(stored.whole);
        expect(file.get("single", "Float32Array")).toEqual(stored.single);
        expect(file.get("double", "Float64Array")).toEqual(stored.double);
      }),
    );
  });

  test("stores what is a view of a larger buffer without the rest of it", () => {
    const view = Uint32Array.of(1, 2, 3, 4).subarray(1, 3);
    expect([...new ArrayFile(pack({ view })).get("view", "Uint32Array")]).toEqual([2, 3]);
  });

  test("says which array it does not have", () => {
    const file = new ArrayFile(pack({ a: Uint8Array.of(1) }));
    expect(() => file.get("b", "Uint8Array")).toThrow('The index file has no Uint8Array "b".');
    expect(() => file.get("a", "Float32Array")).toThrow('The index file has no Float32Array "a".');
  });

  test("says that it is cut off, even where the memory goes on", () => {
    const packed = pack({ a: Float64Array.of(1, 2, 3) });
    const cut = new ArrayFile(packed.subarray(0, packed.length - 8));
    expect(() => cut.get("a", "Float64Array")).toThrow('The index file ends before the end of "a".');
  });

  test.each([
    ["nothing", new Uint8Array()],
    ["a list longer than the file", Uint8Array.of(255, 255, 255, 255, 0)],
    ["no JSON", Uint8Array.of(4, 0, 0, 0, 1, 2, 3, 4)],
    ["other JSON", Uint8Array.of(2, 0, 0, 0, 0x5b, 0x5d)],
  ])("refuses %s", (_, bytes) => {
    expect(() => new ArrayFile(bytes)).toThrow("The index file has no list of its arrays.");
  });
});
