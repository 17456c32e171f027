import type { Reader } from "../block.ts";
import { markdownReader } from "./markdown.ts";
import { textReader } from "./text.ts";

/** Every format that can be read. */
const READERS: readonly Reader[] = [textReader, markdownReader];

/** The reader for a file extension such as `.txt`, in any case; `undefined` for a format that is not read. */
export function findReader(extension: string): Reader | undefined {
  return READERS.find((reader) => reader.extensions.includes(extension.toLowerCase()));
}

/** The extensions that can be read, for messages. */
export function readableExtensions(): string[] {
  return READERS.flatMap((reader) => reader.extensions);
}
