import { normaliseText } from "../language/normalise.ts";
import { readByteOrderMark } from "./charset.ts";
import { type Ungarbled, ungarble, ungarbleBytes } from "./encodings/ungarble.ts";
import { SkipError } from "./skip.ts";

/** No news article comes near this; a larger file is a dump or a mistake. */
export const MAX_ARTICLE_BYTES = 10 * 1024 * 1024;

/** More than one control character in this many is no text. */
const CONTROL_CHARACTER_SHARE = 0.02;
// biome's noControlCharactersInRegex is kept by naming the class: every control but tab and line ends.
const CONTROL_CHARACTER = /[^\P{Cc}\t\n\r]/gu;

/**
 * The text of a file, normalised: UTF-8, or what a byte-order mark names, or an old encoding of Vietnamese when it is
 * sure which.
 * @throws SkipError when it is empty, binary or in no known encoding
 */
export function decodeArticle(bytes: Uint8Array): Ungarbled {
  if (bytes.length > MAX_ARTICLE_BYTES) throw new SkipError("too-large", formatMegabytes(bytes.length));
  const { text: raw, garbling } = decodeBytes(bytes);
  const text = normaliseText(raw);
  if (text.trim() === "") throw new SkipError("empty", formatBytes(bytes.length));
  const controls = text.match(CONTROL_CHARACTER)?.length ?? 0;
  if (controls > text.length * CONTROL_CHARACTER_SHARE)
    throw new SkipError("binary", `${controls} control characters`);
  return { text, garbling };
}

export function formatMegabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

function formatBytes(bytes: number): string {
  return `${bytes} bytes`;
}

function decodeBytes(bytes: Uint8Array): Ungarbled {
  const mark = readByteOrderMark(bytes);
  if (mark === "utf-16le" || mark === "utf-16be") return decodeMarked(bytes, mark);
  if (bytes.includes(0)) throw new SkipError("binary", "NUL");
  try {
    return ungarble(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch (cause) {
    const legacy = ungarbleBytes(bytes);
    if (legacy) return legacy;
    throw new SkipError("not-utf8", firstBadByte(bytes), { cause });
  }
}

/** What Windows' editor calls "Unicode". */
function decodeMarked(bytes: Uint8Array, label: string): Ungarbled {
  try {
    return { text: new TextDecoder(label, { fatal: true }).decode(bytes), garbling: null };
  } catch (cause) {
    throw new SkipError("binary", label, { cause });
  }
}

/** The place of the first byte that breaks UTF-8, found by halving. */
function firstBadByte(bytes: Uint8Array): string {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isUtf8Prefix(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  return `byte ${good}`;
}

function isUtf8Prefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
