import { constants } from "node:fs";
import { open, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { setTimeout } from "node:timers/promises";
import { formatMegabytes, MAX_ARTICLE_BYTES } from "./decode.ts";
import { errorCode } from "./list-files.ts";
import { SkipError } from "./skip.ts";

/** A file that changes while it is read is read again after each of these waits: most are saved in an instant. */
const PATIENCE_MS = [50, 200, 500];

/**
 * The bytes of one file as they were at one moment. Links out of the folder are not followed.
 *
 * @param root the real path of the folder
 * @param permit throws a SkipError for a file that is not to be opened
 * @throws SkipError when it is no file, too large, cannot be read, or is being written all the while
 */
export async function readBytes(
  root: string,
  file: string,
  permit: () => void = () => {},
): Promise<Uint8Array> {
  for (const wait of PATIENCE_MS) {
    const bytes = await readOnce(root, file, permit);
    if (bytes !== null) return bytes;
    await setTimeout(wait);
  }
  const bytes = await readOnce(root, file, permit);
  if (bytes === null) throw new SkipError("changed-while-read");
  return bytes;
}

/** `null` when the file changed meanwhile. */
async function readOnce(root: string, file: string, permit: () => void): Promise<Uint8Array | null> {
  try {
    const path = await realpath(join(root, file));
    if (!path.startsWith(root + sep)) throw new SkipError("outside-folder", path);
    if ((await stat(path)).isDirectory()) throw new SkipError("link-to-folder");
    permit();
    const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const before = await handle.stat();
      if (!before.isFile()) throw new SkipError("not-a-file");
      if (before.size > MAX_ARTICLE_BYTES) throw new SkipError("too-large", formatMegabytes(before.size));
      const bytes = await handle.readFile();
      const after = await handle.stat();
      return after.mtimeMs === before.mtimeMs && after.size === bytes.length ? bytes : null;
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof SkipError) throw error;
    throw new SkipError("unreadable", errorCode(error), { cause: error });
  }
}
