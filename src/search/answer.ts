import type { ArticleReference } from "../articles/article.ts";
import type { Span } from "../language/span.ts";

/** A passage as shown: word for word, with the sentence that answers marked. */
export interface Quote {
  /** Counted from 1. */
  readonly rank: number;
  /** Between 0 and 1; comparable between the quotes of one answer and between answers. */
  readonly score: number;
  /** `article.text.slice(start, end)`. */
  readonly text: string;
  /** The answering sentence, relative to `text`. */
  readonly highlight: Span;
  readonly article: ArticleReference;
  /** The paragraph in which the answering sentence stands, counted from 1 as a reader counts. */
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  /** Other articles that say the same. */
  readonly alsoIn: ReadonlyArray<Pick<ArticleReference, "id" | "title">>;
}

/** What the articles say to a question. `answered: false` may still carry the nearest quotes. */
export interface Answer {
  readonly question: string;
  readonly answered: boolean;
  /** The calibrated probability, 0 to 1, that the first quote answers the question. */
  readonly confidence: number;
  readonly elapsedMs: number;
  readonly quotes: readonly Quote[];
}

export interface SearchOptions {
  /** At most this many quotes. Default 5. */
  readonly limit?: number;
}

/** Answers questions from one generation of the index. */
export interface Search {
  search(question: string, options?: SearchOptions): Promise<Answer>;
  /** The articles that answers can come from, newest first, those without a date last. */
  articles(): readonly ArticleReference[];
}
