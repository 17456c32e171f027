import { readdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { SkipError, type SkippedFile } from "./skip.ts";

/**
 * The files under a folder by their paths in it, with `/` between folders, in the order of their names; names that
 * begin with a dot are not looked at.
 * @param skip is given what is no file, and folders that cannot be listed
 */
export async function listFiles(root: string, skip: (skipped: SkippedFile) => void): Promise<string[]> {
  return (await listFolder(root, root, skip)).sort(compareNames);
}

async function listFolder(
  root: string,
  folder: string,
  skip: (skipped: SkippedFile) => void,
): Promise<string[]> {
  const files: string[] = [];
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    skip(new SkipError("unreadable", errorCode(error)).toSkippedFile(toName(root, folder)));
    return [];
  });
  for (const entry of entries) {
    if (entry.name.startsWith(".")) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) files.push(...(await listFolder(root, path, skip)));
    else if (entry.isFile() || entry.isSymbolicLink()) files.push(toName(root, path));
    else skip(new SkipError("not-a-file").toSkippedFile(toName(root, path)));
  }
  return files;
}

function toName(root: string, path: string): string {
  return relative(root, path).split(sep).join("/") || ".";
}

export function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}

/** By code unit, so that every machine lists in the same order. */
export function compareNames(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
