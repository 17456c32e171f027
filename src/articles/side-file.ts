import { extname } from "node:path";
import { type DeclaredFields, readDeclaredFields } from "./declared-fields.ts";
import { decodeArticle } from "./decode.ts";

/** `bao-cao.yaml` says of `bao-cao.pdf` what is to be known of it; the first that is there counts. */
export const SIDE_FILE_EXTENSIONS: readonly string[] = [".yaml", ".yml"];

export function isSideFile(file: string): boolean {
  return SIDE_FILE_EXTENSIONS.includes(extname(file).toLowerCase());
}

/** A file's name without its extension: what an article and its side file share. */
export function stemOf(file: string): string {
  return file.slice(0, file.length - extname(file).length);
}

/**
 * Reads what a side file says of its article. A field of an unknown name is told: it is most often a slip.
 * @throws SkipError when the bytes are no text
 */
export function readSideFile(bytes: Uint8Array): DeclaredFields {
  return readDeclaredFields(decodeArticle(bytes).text, 1, true);
}
