import type { Answer, Quote } from "../../search/answer.ts";

/** A further quote that hardly ever answers only costs the reader time. */
const MIN_FURTHER_SCORE = 0.05;

/** Below this probability a further quote is shown as one that may not answer: it fails more often than not. */
const MIN_ANSWERING_SCORE = 0.5;

/**
 * The quotes of an answer that are worth a reader's time, the best first, one a page. Where the articles do not
 * answer, what comes nearest is of no use, and there are none.
 */
export function listPages({ outcome, quotes }: Answer): readonly Quote[] {
  if (outcome === "not-found") return [];
  return quotes.filter(({ score }, index) => index === 0 || score >= MIN_FURTHER_SCORE);
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
