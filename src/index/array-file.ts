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

const ALIGNMENT = 8;

interface Entry {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
}

/** The bytes of an array file, in parts to be written one after another. */
export function packArrays(arrays: Readonly<Record<string, StoredArray>>): Uint8Array[] {
  const entries: Record<string, Entry> = {};
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
  readonly #entries: Readonly<Record<string, Entry>>;
  readonly #start: number;

  constructor(bytes: Uint8Array) {
    const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true);
    // A small file may come from Node's pool of buffers, at any address; views want a multiple of their size.
    this.#bytes = bytes.byteOffset % ALIGNMENT === 0 ? bytes : new Uint8Array(bytes);
    this.#start = pad(4 + length);
    this.#entries = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length)));
  }

  /** @throws when the file has no such array of that type, or is shorter than it says */
  get<T extends TypeName>(name: string, type: T): ArrayTypes[T] {
    const entry = this.#entries[name];
    if (entry?.type !== type) throw new Error(`The index file has no ${type} "${name}".`);
    const start = this.#bytes.byteOffset + this.#start + entry.offset;
    const view = VIEWS[type];
    try {
      return view(this.#bytes.buffer, start, entry.length);
    } catch (cause) {
      throw new Error(`The index file ends before the end of "${name}".`, { cause });
    }
  }
}

function pad(length: number): number {
  return Math.ceil(length / ALIGNMENT) * ALIGNMENT;
}
