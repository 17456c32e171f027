import { z } from "zod";

/**
 * Several named typed arrays in one file: a length, a JSON header, then the arrays, each at a multiple of
 * 8 bytes so that it can be used where it lies. Numbers are little-endian, as on every machine Node runs on.
 */
interface ArrayTypes {
  Uint8Array: Uint8Array;
  Int8Array: Int8Array;
  Uint32Array: Uint32Array;
  Float32Array: Float32Array;
  Float64Array: Float64Array;
}

type TypeName = keyof ArrayTypes;
export type StoredArray = ArrayTypes[TypeName];

type View<T extends TypeName> = (buffer: ArrayBufferLike, offset: number, length: number) => ArrayTypes[T];

const VIEWS: { readonly [T in TypeName]: View<T> } = {
  Uint8Array: (buffer, offset, length) => new Uint8Array(buffer, offset, length),
  Int8Array: (buffer, offset, length) => new Int8Array(buffer, offset, length),
  Uint32Array: (buffer, offset, length) => new Uint32Array(buffer, offset, length),
  Float32Array: (buffer, offset, length) => new Float32Array(buffer, offset, length),
  Float64Array: (buffer, offset, length) => new Float64Array(buffer, offset, length),
};

const BYTES_PER_NUMBER: { readonly [T in TypeName]: number } = {
  Uint8Array: 1,
  Int8Array: 1,
  Uint32Array: 4,
  Float32Array: 4,
  Float64Array: 8,
};

const ALIGNMENT = 8;

const count = z.number().int().nonnegative();
/** What each array is, how far from the first it begins (in bytes), and how many numbers it has. */
const headerSchema = z.record(z.string(), z.object({ type: z.string(), offset: count, length: count }));
type Header = z.output<typeof headerSchema>;

/** The bytes of an array file, in parts to be written one after another. */
export function packArrays(arrays: Readonly<Record<string, StoredArray>>): Uint8Array[] {
  const entries: Header = {};
  let offset = 0;
  for (const [name, array] of Object.entries(arrays)) {
    entries[name] = { type: array.constructor.name, offset, length: array.length };
    offset += pad(array.byteLength);
  }
  const header = new TextEncoder().encode(JSON.stringify(entries));
  const head = new Uint8Array(pad(4 + header.length));
  new DataView(head.buffer).setUint32(0, header.length, true);
  head.set(header, 4);
  const parts: Uint8Array[] = [head];
  for (const array of Object.values(arrays)) {
    parts.push(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
    parts.push(new Uint8Array(pad(array.byteLength) - array.byteLength));
  }
  return parts;
}

/** Reads an array file's bytes; the arrays are views of them, not copies. */
export class ArrayFile {
  readonly #bytes: Uint8Array;
  readonly #entries: Header;
  readonly #start: number;

  /** @throws when the bytes do not begin as an array file does */
  constructor(bytes: Uint8Array) {
    // A small file may come from Node's pool of buffers, at any address; views want a multiple of their size.
    this.#bytes = bytes.byteOffset % ALIGNMENT === 0 ? bytes : new Uint8Array(bytes);
    try {
      const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true);
      this.#start = pad(4 + length);
      this.#entries = headerSchema.parse(JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))));
    } catch (cause) {
      throw new Error("The index file has no list of its arrays.", { cause });
    }
  }

  /** @throws when the file has no such array of that type, or is shorter than it says */
  get<T extends TypeName>(name: string, type: T): ArrayTypes[T] {
    const entry = this.#entries[name];
    if (entry?.type !== type) throw new Error(`The index file has no ${type} "${name}".`);
    const start = this.#start + entry.offset;
    const bytes = entry.length * BYTES_PER_NUMBER[type];
    // The buffer may be larger than the file, so that a view alone would not tell.
    if (start + bytes > this.#bytes.byteLength)
      throw new Error(`The index file ends before the end of "${name}".`);
    const view = VIEWS[type];
    return view(this.#bytes.buffer, this.#bytes.byteOffset + start, entry.length);
  }
}

function pad(length: number): number {
  return Math.ceil(length / ALIGNMENT) * ALIGNMENT;
}
