import { extname } from "node:path";
import type { Reader } from "../block.ts";
import { SkipError } from "../skip.ts";
import { docxReader } from "./docx.ts";
import { htmlReader } from "./html.ts";
import { markdownReader } from "./markdown.ts";
import { pdfReader } from "./pdf.ts";
import { textReader } from "./text.ts";

/** Every format that can be read. */
const READERS: readonly Reader[] = [textReader, markdownReader, htmlReader, docxReader, pdfReader];

/** The extensions of the formats that are read. */
export const READABLE_EXTENSIONS: readonly string[] = READERS.flatMap(({ extensions }) => extensions);

/**
 * The reader for a file, by its extension in any case.
 * @throws SkipError for a format that is not read
 */
export function chooseReader(file: string): Reader {
  const extension = extname(file);
  const reader = READERS.find(({ extensions }) => extensions.includes(extension.toLowerCase()));
  if (reader) return reader;
  throw extension === "" ? new SkipError("no-extension") : new SkipError("unsupported-format", extension);
}
