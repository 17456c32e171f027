import { createHash } from "node:crypto";
import { type FileHandle, open, stat } from "node:fs/promises";
import type { FileDigest } from "./durable.ts";

/** Between two slices the event loop turns: hashing one takes a few milliseconds. */
const SLICE_BYTES = 1 << 20;

/**
 * The whole file and its digest, read and hashed in slices, so that a bot answers meanwhile.
 *
 * @param checkSize throws when the size is not the right one, before memory is asked for
 */
export async function readWithDigest(
  path: string,
  checkSize: (bytes: number) => void,
): Promise<{ bytes: Buffer; digest: FileDigest }> {
  return whileOpen(path, async (handle) => {
    const { size } = await handle.stat();
    checkSize(size);
    // Not filled with zeros, which would hold up the event loop in a large index; what is not read is not hashed.
    const bytes = Buffer.allocUnsafeSlow(size);
    const digest = await hashSlices(handle, (at) => bytes.subarray(at, at + SLICE_BYTES));
    return { bytes, digest };
  });
}

/**
 * Lets something that can only read paths read the very file that was checked. On Linux it is given a path to
 * the open file itself, so that a file put in its place between check and reading is not read instead.
 *
 * @param checkSize throws when the size is not the right one, before all is read
 * @param check throws when the digest is not the right one
 * @throws also when the file was written to while it was read
 */
export async function readChecked<T>(
  path: string,
  checkSize: (bytes: number) => void,
  check: (digest: FileDigest) => void,
  read: (path: string) => Promise<T>,
): Promise<T> {
  return whileOpen(path, async (handle) => {
    const before = await handle.stat({ bigint: true });
    checkSize(Number(before.size));
    const slice = Buffer.alloc(SLICE_BYTES);
    check(await hashSlices(handle, () => slice));
    const result = await read(process.platform === "linux" ? `/proc/self/fd/${handle.fd}` : path);
    const after = await handle.stat({ bigint: true });
    if (before.size !== after.size || before.mtimeNs !== after.mtimeNs) {
      throw new Error("it was written to while it was read");
    }
    return result;
  });
}

/** Is said of a folder, a pipe or a device: opening a pipe would wait for ever. */
export class NoFileError extends Error {}

/** @throws NoFileError for what is there and no file */
async function checkIsFile(path: string): Promise<void> {
  if (!(await stat(path)).isFile()) throw new NoFileError("it is no ordinary file");
}

/** A text file, or its first bytes when it is larger than it can be: whatever lies there, it fits into memory. */
export async function readStart(path: string, maxBytes: number): Promise<string> {
  return whileOpen(path, async (handle) => {
    const bytes = Buffer.alloc(Math.min((await handle.stat()).size, maxBytes));
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0);
    return bytes.toString("utf8", 0, bytesRead);
  });
}

async function whileOpen<T>(path: string, use: (handle: FileHandle) => Promise<T>): Promise<T> {
  await checkIsFile(path);
  const handle = await open(path, "r");
  try {
    return await use(handle);
  } finally {
    await handle.close();
  }
}

async function hashSlices(handle: FileHandle, sliceAt: (at: number) => Buffer): Promise<FileDigest> {
  const hash = createHash("sha256");
  let at = 0;
  for (;;) {
    const slice = sliceAt(at);
    if (slice.length === 0) break;
    const { bytesRead } = await handle.read(slice, 0, slice.length, at);
    if (bytesRead === 0) break;
    hash.update(slice.subarray(0, bytesRead));
    at += bytesRead;
  }
  return { bytes: at, sha256: hash.digest("hex") };
}
