import type { Html } from "./html.ts";

/** Telegram's limit for the text of a message, in UTF-16 code units after parsing. */
export const MAX_MESSAGE_LENGTH = 4096;

/** Telegram reads 32 KiB of markup at most; a list of long web addresses reaches that before 4,096 visible units. */
export const MAX_SOURCE_BYTES = 32_000;

/** Says whether Telegram takes the text as one message. */
export function fitsMessage(html: Html): boolean {
  return html.length <= MAX_MESSAGE_LENGTH && Buffer.byteLength(html.source) <= MAX_SOURCE_BYTES;
}

/** A note at the top of the screen, after a button was pressed. */
export const MAX_NOTE_LENGTH = 200;

/** What a button may carry. */
export const MAX_CALLBACK_BYTES = 64;

/** The button above inline results. Its limit is not written down; clients show about so much. */
export const MAX_INLINE_BUTTON_LENGTH = 64;

/** A command's line in the menu. */
export const MAX_COMMAND_DESCRIPTION_LENGTH = 256;

/** A button's label has no limit that is written down; clients cut what does not fit into a row. */
export const MAX_BUTTON_LENGTH = 64;
