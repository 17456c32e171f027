import type { Span } from "../language/span.ts";
import type { ArticleMetadata } from "./article.ts";
import type { Garbling } from "./encodings/ungarble.ts";

/**
 * A piece of a file as its format separates it. `break` is what can never be prose (a table, code, an
 * image); a `heading` is one by the format's own mark; what `text` is, the words themselves must show.
 */
export interface Block extends Span {
  readonly kind: "text" | "heading" | "break";
}

/** What a reader makes of one file. */
export interface Draft {
  /** In the order of the text, not overlapping. */
  readonly blocks: readonly Block[];
  /** What the format itself says of the article; front matter and the words are read elsewhere. */
  readonly metadata: Partial<ArticleMetadata>;
}

/** A draft of a format whose text is not the file itself: the text was taken out of it. */
export interface Extract extends Draft {
  /** NFC, LF; all offsets point into it. */
  readonly text: string;
  /** What was wrong with the letters, if anything. */
  readonly garbling?: Garbling | null;
  /** Where each page begins in the text, for formats that have pages. */
  readonly pageStarts?: readonly number[];
}

interface Format {
  /** Lower case, with the dot. */
  readonly extensions: readonly string[];
}

/** Reads a format that is text: offsets point into the file. */
export interface TextReader extends Format {
  readonly kind: "text";
  /** @param text the whole normalised file @param bodyStart where the body begins, after any front matter */
  read(text: string, bodyStart: number): Draft;
}

/** Reads a format of which the words are only a part. */
export interface DocumentReader extends Format {
  readonly kind: "document";
  /** @throws SkipError when the words cannot be taken out */
  extract(bytes: Uint8Array): Promise<Extract>;
}

/** Reads one format. To add a format, write one and name it in `readers/registry.ts`. */
export type Reader = TextReader | DocumentReader;
