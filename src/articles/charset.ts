import { normaliseText } from "../language/normalise.ts";
import { type Ungarbled, ungarble, ungarbleBytes } from "./encodings/ungarble.ts";
import { SkipError } from "./skip.ts";

/** Where a page must name its encoding (HTML standard, 13.2.3.2); saved pages put a comment or two before it. */
const PRESCAN_BYTES = 4096;

/** The encoding that a byte-order mark names. */
export function readByteOrderMark(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return null;
}

/**
 * The text of a web page. Its encoding is that of the byte-order mark, or what the page names, or UTF-8; or an old
 * one of Vietnamese when that is sure.
 * @throws SkipError for an encoding that is not known, or bytes that it does not fit
 */
export function decodePage(bytes: Uint8Array): Ungarbled {
  const label = readByteOrderMark(bytes) ?? readNamedCharset(bytes) ?? "utf-8";
  const { text, garbling } = decodeAs(label, bytes);
  return { text: normaliseText(text), garbling };
}

function decodeAs(label: string, bytes: Uint8Array): Ungarbled {
  try {
    return ungarble(new TextDecoder(label, { fatal: true }).decode(bytes));
  } catch (cause) {
    const legacy = ungarbleBytes(bytes);
    if (legacy) return legacy;
    throw new SkipError("bad-encoding", label, { cause });
  }
}

/** The encoding that a page names in its head; `null` when it names none. */
export function readNamedCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, PRESCAN_BYTES)).toString("latin1");
  const label = /(?:<meta[^>]+charset|<\?xml[^>]+encoding)\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1];
  // A page that can be read as ASCII to this point is no UTF-16, whatever it says.
  return label ? (/^utf-?16/i.test(label) ? "utf-8" : label) : null;
}
