import { type FileHandle, open } from "node:fs/promises";
import type { NativeKind } from "./dense-index.ts";

/** The header of hnswlib's exact index: the room, the bytes of an element, and the number of elements. */
const EXACT_HEADER_BYTES = 24;
/** That of its graph: six sizes of 8 bytes, two numbers of 4, three sizes, a double and a size. */
const HEADER_BYTES = 96;
const ID_BYTES = 4;
const LABEL_BYTES = 8;
const FLOAT_BYTES = 4;
/** So much is read at once when the links are walked. */
const SLICE_BYTES = 1 << 20;

/** What the vectors of a file of hnswlib must be like; an exact index has no links. */
export interface DenseShape {
  readonly dimension: number;
  readonly m: number;
}

/**
 * How many vectors a file of hnswlib holds: its header says so, and the file ends where its last list of links
 * does. hnswlib itself believes a header, aborts the process on some, reads vectors of another dimension from
 * wherever they would lie, and does not notice a full disk while it writes.
 *
 * @returns `null` for a file that hnswlib did not write so, or not to its end
 */
export async function countDense(path: string, shape: DenseShape, kind: NativeKind): Promise<number | null> {
  const handle = await open(path, "r");
  try {
    return await (kind === "graph" ? countGraph(handle, shape) : countExact(handle, shape));
  } finally {
    await handle.close();
  }
}

async function countExact(handle: FileHandle, { dimension }: DenseShape): Promise<number | null> {
  const header = Buffer.alloc(EXACT_HEADER_BYTES);
  if ((await handle.read(header, 0, EXACT_HEADER_BYTES, 0)).bytesRead < EXACT_HEADER_BYTES) return null;
  const [room, elementBytes, count] = [0, 8, 16].map((field) => Number(header.readBigUInt64LE(field)));
  if (room === undefined || count === undefined || room !== Math.max(1, count)) return null;
  if (elementBytes !== dimension * FLOAT_BYTES + LABEL_BYTES) return null;
  return (await handle.stat()).size === EXACT_HEADER_BYTES + room * elementBytes ? count : null;
}

async function countGraph(handle: FileHandle, { dimension, m }: DenseShape): Promise<number | null> {
  const header = Buffer.alloc(HEADER_BYTES);
  if ((await handle.read(header, 0, HEADER_BYTES, 0)).bytesRead < HEADER_BYTES) return null;
  const size = (field: number) => Number(header.readBigUInt64LE(field));
  const count = size(16);
  const linkBytes = ID_BYTES + 2 * m * ID_BYTES;
  const elementBytes = linkBytes + dimension * FLOAT_BYTES + LABEL_BYTES;
  const isAsWritten =
    size(0) === 0 &&
    size(8) === count &&
    size(24) === elementBytes &&
    size(32) === linkBytes + dimension * FLOAT_BYTES &&
    size(40) === linkBytes &&
    (count === 0 || header.readUInt32LE(52) < count) &&
    size(56) === m &&
    size(64) === 2 * m &&
    size(72) === m;
  if (!isAsWritten) return null;
  const start = {
    at: HEADER_BYTES + count * elementBytes,
    level: header.readInt32LE(48),
    entry: header.readUInt32LE(52),
  };
  return (await areLinksWhole(handle, start, count, m)) ? count : null;
}

/**
 * Each element's links above the ground: their size in bytes, then for each level a list of `m` ids and a count. No
 * element stands higher than the one where every search begins.
 */
async function areLinksWhole(
  handle: FileHandle,
  { at: start, level, entry }: { at: number; level: number; entry: number },
  count: number,
  m: number,
): Promise<boolean> {
  const bytes = (await handle.stat()).size;
  if (start > bytes) return false;
  const listBytes = ID_BYTES + m * ID_BYTES;
  const slice = Buffer.alloc(SLICE_BYTES);
  let sliceStart = 0;
  let sliceEnd = 0;
  let at = start;
  for (let element = 0; element < count; element++) {
    if (at + ID_BYTES > sliceEnd) {
      sliceStart = at;
      sliceEnd = at + (await handle.read(slice, 0, SLICE_BYTES, at)).bytesRead;
      if (at + ID_BYTES > sliceEnd) return false;
    }
    const own = slice.readUInt32LE(at - sliceStart);
    const levels = own / listBytes;
    if (!Number.isInteger(levels) || levels > level || (element === entry && levels !== level)) return false;
    at += ID_BYTES + own;
  }
  return at === bytes;
}
