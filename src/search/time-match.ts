import type { Generation } from "../index/generation.ts";
import type { StoredArticle } from "../index/stored-article.ts";
import type { AskedTime } from "../language/time.ts";

/** An article of that year, or whose title names it, speaks of it less surely than the passage itself. */
const ARTICLE_SHARE = 0.7;

/** How well a passage fits the time that a question asks about, 0 to 1. */
export type TimeMatch = (passage: number) => number;

/** Prepares for one question: 0 for all passages when it names no time. */
export function createTimeMatch(generation: Generation, { years, isNewest }: AskedTime): TimeMatch {
  if (years.length === 0 && !isNewest) return () => 0;
  const { lexical, passages, articles } = generation;
  const { tokens, passageTokens, plain } = lexical.parts;
  const ids = years.map((year) => plain.find(year));
  const newness = isNewest ? rankByDate(articles) : null;
  return (passage) => {
    const article = passages.articleOf(passage);
    const run = tokens.subarray(passageTokens[passage], passageTokens[passage + 1]);
    const matches: number[] = years.map((year, at) => {
      if (run.includes(ids[at] ?? -1)) return 1;
      return speaksOf(articles[article], year) ? ARTICLE_SHARE : 0;
    });
    if (newness) matches.push(newness[article] ?? 0);
    return matches.reduce((sum, match) => sum + match, 0) / matches.length;
  };
}

function speaksOf(article: StoredArticle | undefined, year: string): boolean {
  return (article?.publishedOn?.startsWith(year) ?? false) || (article?.title?.includes(year) ?? false);
}

/** For each article the share of dated ones that are not newer; 0 without a date. */
function rankByDate(articles: readonly StoredArticle[]): number[] {
  const dates = articles.flatMap(({ publishedOn }) => publishedOn ?? []).sort();
  return articles.map(({ publishedOn }) => {
    if (publishedOn === null) return 0;
    return (dates.lastIndexOf(publishedOn) + 1) / dates.length;
  });
}
