import { extname } from "node:path";
import { readByteOrderMark, readNamedCharset } from "../articles/charset.ts";
import { ungarbleBytes } from "../articles/encodings/ungarble.ts";
import { AddRefusal } from "./refusal.ts";

/** What can be made an article: the extensions of the readers, without the dot. */
export type ContentFormat = "html" | "pdf" | "docx" | "md" | "txt";

const FORMAT_OF_TYPE: Readonly<Record<string, ContentFormat>> = {
  "text/html": "html",
  "application/xhtml+xml": "html",
  "application/pdf": "pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
  "text/markdown": "md",
  "text/x-markdown": "md",
  "text/plain": "txt",
};

const FORMAT_OF_EXTENSION: Readonly<Record<string, ContentFormat>> = {
  ".html": "html",
  ".htm": "html",
  ".xhtml": "html",
  ".pdf": "pdf",
  ".docx": "docx",
  ".md": "md",
  ".markdown": "md",
  ".txt": "txt",
};

/** Types that servers give to everything that they do not know. */
const ANY_TYPE = new Set(["", "application/octet-stream", "binary/octet-stream", "application/download"]);
/** What a file is shows at its beginning. */
const SNIFFED_BYTES = 1024;
/** A Word document is a ZIP archive with this name in it. */
const WORD_PART = "word/document.xml";

/**
 * What the bytes are. Their first ones say more than the server, the server more than the name.
 * @param name a path, for its extension
 * @throws AddRefusal when it is nothing that is read
 */
export function decideFormat(bytes: Uint8Array, contentType: string | null, name: string): ContentFormat {
  const type = (contentType ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
  const byType = FORMAT_OF_TYPE[type];
  const byName = FORMAT_OF_EXTENSION[extname(name).toLowerCase()];
  const sniffed = sniffFormat(bytes);
  if (sniffed) return sniffed;
  // Plain text is what many servers call Markdown.
  const declared =
    byType === "txt" && byName === "md" ? "md" : (byType ?? (ANY_TYPE.has(type) ? byName : undefined));
  if (declared === undefined || declared === "pdf" || declared === "docx")
    throw new AddRefusal("unsupported-content", type || extname(name) || "?");
  return declared;
}

function sniffFormat(bytes: Uint8Array): ContentFormat | undefined {
  const head = latin1(bytes.subarray(0, SNIFFED_BYTES));
  if (head.startsWith("%PDF-")) return "pdf";
  if (head.startsWith("PK\u0003\u0004")) return Buffer.from(bytes).includes(WORD_PART) ? "docx" : undefined;
  const start = head.replace(/^(?:\u00ef\u00bb\u00bf)?(?:\s|<!--.*?-->|<\?xml.*?\?>)*/su, "");
  return /^<(?:!doctype html|html|head|body)[\s>]/i.test(start) ? "html" : undefined;
}

/**
 * The same text as UTF-8. The encoding is that of the byte-order mark, the server, or the page, in this order; UTF-8
 * without any; an old one of Vietnamese when the bytes do not fit and it is sure which.
 * @throws AddRefusal for an encoding that is not known, or bytes that it does not fit
 */
export function toUtf8(bytes: Uint8Array, contentType: string | null): string {
  const served = /charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(contentType ?? "")?.[1];
  const label = readByteOrderMark(bytes) ?? served ?? readNamedCharset(bytes) ?? "utf-8";
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch (cause) {
    const legacy = ungarbleBytes(bytes);
    if (legacy) return legacy.text;
    throw new AddRefusal("unsupported-encoding", label, { cause });
  }
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("latin1");
}
