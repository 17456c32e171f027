import type { Span } from "../language/span.ts";

/** What is known of an article besides its text. Unknown is `null`; nothing is invented. */
export interface ArticleMetadata {
  readonly title: string | null;
  readonly publisher: string | null;
  /** ISO date, `YYYY-MM-DD`. */
  readonly publishedOn: string | null;
  readonly url: string | null;
  readonly author: string | null;
}

/** An article as answers and lists name it. */
export interface ArticleReference extends ArticleMetadata {
  /** The file's path under the articles folder, without its extension, with `/` between folders. */
  readonly id: string;
  /** The file's path under the articles folder. */
  readonly file: string;
  /** The first words of the prose: they stand in for a title where there is none. */
  readonly opening: string;
}

/** A paragraph of an article's prose, counted from 1 as a reader counts: title, captions and dates left out. */
export interface Paragraph extends Span {
  readonly number: number;
  /** Paragraphs of one section stand together: a passage never crosses from one section to the next. */
  readonly section: number;
}

/** One file of the articles folder: its text, its prose, and what is known of it. */
export interface Article extends ArticleReference {
  /**
   * The file without byte-order mark, LF line ends, NFC; of formats that are not text, the words taken out of it.
   * All offsets point into it.
   */
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  /** Where each page begins in the text; none for formats without pages. See `pageAt`. */
  readonly pageStarts: readonly number[];
}
