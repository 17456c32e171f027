import { createHash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import type { FileDigest } from "./durable.ts";

/** Between two slices the event loop turns: hashing one takes a few milliseconds. */
const SLICE_BYTES = 1 << 20;

/** The whole file and its digest, read and hashed in slices, so that a bot answers meanwhile. */
export async function readWithDigest(path: string): Promise<{ bytes: Buffer; digest: FileDigest }> {
  return whileOpen(path, async (handle) => {
    const bytes = Buffer.alloc((await handle.stat()).size);
    const digest = await hashSlices(handle, (at) => bytes.subarray(at, at + SLICE_BYTES));
    return { bytes, digest };
  });
}

/**
 * Lets something that can only read paths read the very file that was checked. On Linux it is given a path to
 * the open file itself, so that a file put in its place between check and reading is not read instead.
 *
 * @param check throws when the digest is not the right one
 * @throws also when the file was written to while it was read
 */
export async function readChecked<T>(
  path: string,
  check: (digest: FileDigest) => void,
  read: (path: string) => Promise<T>,
): Promise<T> {
  return whileOpen(path, async (handle) => {
    const before = await handle.stat({ bigint: true });
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

async function whileOpen<T>(path: string, use: (handle: FileHandle) => Promise<T>): Promise<T> {
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
