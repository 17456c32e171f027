import type { Answer, Quote } from "../../search/answer.ts";

/** Below this probability a further quote is shown as one that may not answer: it fails more often than not. */
const MIN_ANSWERING_SCORE = 0.5;

/**
 * The quotes of an answer, the best first, one a page. Where the articles do not answer, what comes nearest is of no
 * use, and there are none.
 *
 * All of them, however small their scores: beside a better quote a score only says that there is a better one, and who
 * turns the page wants to see what else there is.
 */
export function listPages({ outcome, quotes }: Answer): readonly Quote[] {
  return outcome === "not-found" ? [] : quotes;
}

/** Brings a page number of an old button to what there is now. Pages count from 0. */
export function choosePage(answer: Answer, page: number): number {
  return Math.max(0, Math.min(page, listPages(answer).length - 1));
}

/** Says whether a page may be shown as an answer, and not only as something related. */
export function isAnswering(answer: Answer, page: number): boolean {
  const score = listPages(answer)[page]?.score ?? 0;
  return answer.outcome === "answered" && (page === 0 || score >= MIN_ANSWERING_SCORE);
}
