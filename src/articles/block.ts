import type { Span } from "../language/span.ts";
import type { ArticleMetadata } from "./article.ts";

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

/** Reads one format. To add a format, write one and name it in `readers/registry.ts`. */
export interface Reader {
  /** Lower case, with the dot. */
  readonly extensions: readonly string[];
  /** @param text the whole normalised file @param bodyStart where the body begins, after any front matter */
  read(text: string, bodyStart: number): Draft;
}
