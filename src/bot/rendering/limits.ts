import type { Html } from "./html.ts";

/** Telegram's limit for the text of a message, in UTF-16 code units after parsing. */
export const MAX_MESSAGE_LENGTH = 4096;

/** Telegram reads 32 KiB of markup at most; a list of long web addresses reaches that before 4,096 visible units. */
export const MAX_SOURCE_BYTES = 32_000;

/** Says whether Telegram takes the text as one message. */
export function fitsMessage(html: Html): boolean {
  return html.length <= MAX_MESSAGE_LENGTH && Buffer.byteLength(html.source) <= MAX_SOURCE_BYTES;
}

/** Telegram's limit for what an inline result shows in its list; longer texts are cut by clients anyway. */
export const MAX_INLINE_RESULTS = 50;

/** Telegram shows about so many characters of a toast; its limit is 200. */
export const MAX_NOTE_LENGTH = 200;

/** Telegram's limit for a button's label is not written down; clients cut what does not fit into a row. */
export const MAX_BUTTON_LENGTH = 64;
