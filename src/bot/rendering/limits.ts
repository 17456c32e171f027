import type { Html } from "./html.ts";

/** Telegram's limit for the text of a message, in UTF-16 code units after parsing. */
export const MAX_MESSAGE_LENGTH = 4096;

/** Telegram reads 32 KiB of markup at most; a list of long web addresses reaches that before 4,096 visible units. */
const MAX_SOURCE_BYTES = 32_000;

/** Says whether Telegram takes the text as one message. */
export function fitsMessage(html: Html): boolean {
  return html.length <= MAX_MESSAGE_LENGTH && Buffer.byteLength(html.source) <= MAX_SOURCE_BYTES;
}
