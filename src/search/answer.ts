import type { ArticleReference } from "../articles/article.ts";
import type { Span } from "../language/span.ts";

/** A passage as shown: word for word, with the sentence that answers marked. */
export interface Quote {
  /** Counted from 1. */
  readonly rank: number;
  /** The calibrated probability, 0 to 1, that this quote answers the question. */
  readonly score: number;
  /** `article.text.slice(start, end)`. */
  readonly text: string;
  /** The answering sentence, relative to `text`. */
  readonly highlight: Span;
  readonly article: ArticleReference;
  /** The paragraph in which the answering sentence stands, counted from 1 as a reader counts. */
  readonly paragraph: number;
  /** The page on which the answering sentence begins, counted from 1; `null` for formats without pages. */
  readonly page: number | null;
  readonly start: number;
  readonly end: number;
  /** Other articles that say the same. */
  readonly alsoIn: ReadonlyArray<Pick<ArticleReference, "id" | "title" | "opening">>;
}

/**
 * How an answer is to be taken: the articles answer; they speak of it and perhaps do not answer (the quotes are
 * shown, marked so); they do not answer (quotes are the nearest there are, of little use).
 */
export type Outcome = "answered" | "related" | "not-found";

/** What the articles say to a question. */
export interface Answer {
  readonly question: string;
  /** The question before, where this one was understood as going on from it. */
  readonly context: string | null;
  /** Whether the outcome is `answered`. */
  readonly answered: boolean;
  readonly outcome: Outcome;
  /** The calibrated probability, 0 to 1, that the first quote answers the question. */
  readonly confidence: number;
  readonly elapsedMs: number;
  readonly quotes: readonly Quote[];
  /** When not answered: a few phrases near the question that the articles do speak of, to ask instead. */
  readonly topics: readonly string[];
}

export interface SearchOptions {
  /** At most this many quotes. Default 5. */
  readonly limit?: number;
  /** The question that the same person asked before: a follow-up such as "còn năm 2019?" is read with it. */
  readonly previousQuestion?: string;
}

/** What stands right before and after a quote in its article; `null` at either end. */
export interface Surroundings {
  readonly before: string | null;
  readonly after: string | null;
}

/** Answers questions from one generation of the index. */
export interface Search {
  search(question: string, options?: SearchOptions): Promise<Answer>;
  /** The articles that answers can come from, newest first, those without a date last. */
  articles(): readonly ArticleReference[];
  /** What stands around a passage, by the article's id and the passage's start; `null` when it is no longer there. */
  surroundings(articleId: string, start: number): Surroundings | null;
}
