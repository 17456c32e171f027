import { normaliseText } from "../../language/normalise.ts";
import type { Block } from "../block.ts";

/** A piece of a document, before it has a place in the text. */
export interface Piece {
  readonly kind: Block["kind"];
  readonly content: string;
}

/** Pieces in their places. */
export interface Assembled {
  readonly text: string;
  readonly blocks: readonly Block[];
}

const BETWEEN_BLOCKS = "\n\n";

/** Puts pieces into one text, an empty line between them; white space inside a piece becomes one space. */
export function assembleText(pieces: Iterable<Piece>): Assembled {
  const parts: string[] = [];
  const blocks: Block[] = [];
  let start = 0;
  for (const { kind, content } of pieces) {
    const words = tidyWords(content);
    if (words === "") continue;
    blocks.push({ kind, start, end: start + words.length });
    parts.push(words);
    start += words.length + BETWEEN_BLOCKS.length;
  }
  return { text: parts.join(BETWEEN_BLOCKS), blocks };
}

/** NFC, one space for any white space, no invisible marks that a layout leaves between letters. */
export function tidyWords(content: string): string {
  return normaliseText(content)
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, "")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .normalize("NFC");
}
