import type { Generation } from "../index/generation.ts";
import type { Surroundings } from "./answer.ts";

/** The passages right before and after one, as texts; `null` when the generation has no such passage. */
export function readSurroundings(
  generation: Generation,
  articleId: string,
  start: number,
): Surroundings | null {
  const { passages, articles } = generation;
  const article = articles.findIndex(({ id }) => id === articleId);
  if (article < 0) return null;
  const textOf = (passage: number): string | null => {
    if (passage < 0 || passage >= passages.count || passages.articleOf(passage) !== article) return null;
    const span = passages.span(passage);
    return articles[article]?.text.slice(span.start, span.end) ?? null;
  };
  for (let passage = 0; passage < passages.count; passage++) {
    if (passages.articleOf(passage) === article && passages.span(passage).start === start) {
      return { before: textOf(passage - 1), after: textOf(passage + 1) };
    }
  }
  return null;
}
