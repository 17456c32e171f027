import type { ArticleReference } from "../articles/article.ts";
import { pageAt } from "../articles/pages.ts";
import type { Generation } from "../index/generation.ts";
import type { StoredArticle } from "../index/stored-article.ts";
import type { Answer, Quote, Search, SearchOptions } from "./answer.ts";
import { AnsweredMemory } from "./answered-memory.ts";
import { judge, signalsOfConfidence, tellConfidence } from "./confidence.ts";
import { retrieveInConversation } from "./conversation.ts";
import { collapseNearDuplicates, type DistinctPassage } from "./near-duplicates.ts";
import type { RankedPassage } from "./rank.ts";
import type { RetrievalParts } from "./retrieve.ts";
import { readSurroundings } from "./surroundings.ts";
import { suggestTopics } from "./topics.ts";

const DEFAULT_LIMIT = 5;

/** Answers questions from an open generation. */
export function createSearch(given: RetrievalParts): Search {
  const parts = { ...given, answeredMemory: new AnsweredMemory() };
  const { generation } = parts;
  const references = generation.articles.map(toReference);
  return {
    async search(question: string, options: SearchOptions = {}): Promise<Answer> {
      const began = performance.now();
      const { retrieved, context } = await retrieveInConversation(parts, question, options.previousQuestion);
      const distinct = collapseNearDuplicates(generation, retrieved.ranked, checkLimit(options.limit));
      const signals = distinct.map(({ shown }) => signalsOfConfidence(generation, retrieved, shown));
      const quotes = distinct.map((group, at) => ({
        rank: at + 1,
        score: signals[at] ? tellConfidence(parts.model, signals[at]) : 0,
        ...quotePassage(generation, references, group),
      }));
      const confidence = quotes[0]?.score ?? 0;
      const outcome = signals[0] ? judge(parts.model, signals[0]) : "not-found";
      const topics = outcome === "answered" ? [] : suggestTopics(generation, parts.lexicon, retrieved.ranked);
      const elapsedMs = performance.now() - began;
      return {
        question,
        context,
        answered: outcome === "answered",
        outcome,
        confidence,
        elapsedMs,
        quotes,
        topics,
      };
    },
    articles: () => sortNewestFirst(references),
    surroundings: (articleId, start) => readSurroundings(generation, articleId, start),
  };
}

function checkLimit(limit = DEFAULT_LIMIT): number {
  if (Number.isInteger(limit) && limit >= 1) return limit;
  throw new RangeError(`The limit of quotes must be a whole number from 1, not ${limit}.`);
}

function quotePassage(
  generation: Generation,
  references: readonly ArticleReference[],
  { shown, alsoIn }: DistinctPassage,
): Omit<Quote, "rank" | "score"> {
  const { start, end } = generation.passages.span(shown.passage);
  const sentence = generation.passages.sentence(shown.answer.sentence);
  const articleOf = (passage: RankedPassage) => generation.passages.articleOf(passage.passage);
  const article = generation.articles[articleOf(shown)];
  const reference = references[articleOf(shown)];
  if (!article || !reference) throw new RangeError(`Passage ${shown.passage} belongs to no article.`);
  const others = new Set(alsoIn.map(articleOf).filter((other) => other !== articleOf(shown)));
  return {
    text: article.text.slice(start, end),
    highlight: { start: sentence.start - start, end: sentence.end - start },
    article: reference,
    paragraph: sentence.paragraph,
    page: pageAt(article.pageStarts, sentence.start),
    start,
    end,
    alsoIn: [...others].flatMap((other) => {
      const also = references[other];
      return also ? [{ id: also.id, title: also.title, opening: also.opening }] : [];
    }),
  };
}

function toReference({ text: _, pageStarts: __, ...reference }: StoredArticle): ArticleReference {
  return reference;
}

function sortNewestFirst(articles: readonly ArticleReference[]): ArticleReference[] {
  const dateOf = (article: ArticleReference) => article.publishedOn ?? "";
  return [...articles].sort((a, b) => (dateOf(b) > dateOf(a) ? 1 : dateOf(b) < dateOf(a) ? -1 : 0));
}
