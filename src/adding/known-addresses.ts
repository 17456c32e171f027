import { open, readdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { readFrontMatter } from "../articles/front-matter.ts";
import { addressKey } from "./web-address.ts";

/** Front matter is a few lines; what is longer is read by nobody here. */
const FRONT_MATTER_BYTES = 8 * 1024;

/**
 * The addresses that the Markdown files of a folder name in their front matter, as `addressKey` writes them, with the
 * file of each. A folder that is not there holds none.
 */
export async function findKnownAddresses(folder: string): Promise<Map<string, string>> {
  const known = new Map<string, string>();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    const file = relative(folder, path).split(sep).join("/");
    if (!entry.isFile() || !/\.(?:md|markdown)$/i.test(entry.name) || /(?:^|\/)\./.test(file)) continue;
    const url = await readAddress(path);
    if (url !== null) known.set(addressKey(url), file);
  }
  return known;
}

/** Broken front matter is told by `npm run index`; here it only names no address. */
async function readAddress(path: string): Promise<string | null> {
  try {
    const handle = await open(path);
    try {
      const { buffer, bytesRead } = await handle.read(
        Buffer.alloc(FRONT_MATTER_BYTES),
        0,
        FRONT_MATTER_BYTES,
        0,
      );
      const text = buffer
        .toString("utf8", 0, bytesRead)
        .replace(/\r\n?/g, "\n")
        .replace(/^\uFEFF/, "");
      return readFrontMatter(text).metadata.url ?? null;
    } finally {
      await handle.close();
    }
  } catch {
    return null;
  }
}
