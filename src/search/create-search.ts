import type { ArticleReference } from "../articles/article.ts";
import type { Embedder } from "../embedding/embedder.ts";
import type { Generation } from "../index/generation.ts";
import type { StoredArticle } from "../index/stored-article.ts";
import { normaliseText } from "../language/normalise.ts";
import { detectQuestionKinds } from "../language/question-kind.ts";
import type { Answer, Quote, Search, SearchOptions } from "./answer.ts";
import { gatherCandidates } from "./candidates.ts";
import { confidenceSignals, tellConfidence } from "./confidence.ts";
import { weighTerms } from "./coverage.ts";
import { loadRankingModel, type RankingModel } from "./model.ts";
import { collapseNearDuplicates, type DistinctPassage } from "./near-duplicates.ts";
import { type RankedPassage, rankPassages } from "./rank.ts";
import type { ParsedQuestion } from "./sentences.ts";

const DEFAULT_LIMIT = 5;
/** Nobody asks more than this; longer texts are cut, so that no question can hold up the others. */
const LONGEST_QUESTION = 4096;

export interface SearchParts {
  readonly generation: Generation;
  readonly embedder: Embedder;
  readonly model?: RankingModel;
}

/** Answers questions from an open generation. */
export function createSearch({ generation, embedder, model = loadRankingModel() }: SearchParts): Search {
  const references = generation.articles.map(toReference);
  return {
    async search(question: string, options: SearchOptions = {}): Promise<Answer> {
      const began = performance.now();
      const { parsed, ranked } = await rankQuestion(generation, embedder, model, question);
      const best = ranked[0];
      const confidence = best ? tellConfidence(model, confidenceSignals(best, parsed)) : 0;
      const distinct = collapseNearDuplicates(generation, ranked, options.limit ?? DEFAULT_LIMIT);
      const quotes = distinct.map((group, at) =>
        toQuote(generation, references, model, parsed, group, at + 1),
      );
      const answered = confidence >= model.confidence.answered;
      return { question, answered, confidence, elapsedMs: performance.now() - began, quotes };
    },
    articles: () => sortNewestFirst(references),
  };
}

/** The ranking alone, for measuring it. */
export async function rankQuestion(
  generation: Generation,
  embedder: Embedder,
  model: RankingModel,
  question: string,
) {
  const text = normaliseText(question).slice(0, LONGEST_QUESTION);
  const vector = await embedder.embedQuestion(text);
  const parsed: ParsedQuestion = {
    terms: weighTerms(generation.lexical, text),
    vector,
    kinds: detectQuestionKinds(text),
  };
  // Without a word there is nothing to look for, and every passage would be as near as any other.
  if (parsed.terms.mass === 0) return { parsed, ranked: [] };
  const scores = generation.lexical.score(generation.lexical.analyse(text));
  const candidates = gatherCandidates(generation, scores, vector);
  return { parsed, ranked: rankPassages(generation, model, candidates, scores, parsed) };
}

function toQuote(
  generation: Generation,
  references: readonly ArticleReference[],
  model: RankingModel,
  parsed: ParsedQuestion,
  { shown, alsoIn }: DistinctPassage,
  rank: number,
): Quote {
  const { start, end } = generation.passages.span(shown.passage);
  const sentence = generation.passages.sentence(shown.answer.sentence);
  const articleOf = (passage: RankedPassage) => generation.passages.articleOf(passage.passage);
  const article = generation.articles[articleOf(shown)];
  const reference = references[articleOf(shown)];
  if (!article || !reference) throw new RangeError(`Passage ${shown.passage} belongs to no article.`);
  const others = new Set(alsoIn.map(articleOf).filter((other) => other !== articleOf(shown)));
  return {
    rank,
    score: tellConfidence(model, confidenceSignals(shown, parsed)),
    text: article.text.slice(start, end),
    highlight: { start: sentence.start - start, end: sentence.end - start },
    article: reference,
    paragraph: sentence.paragraph,
    start,
    end,
    alsoIn: [...others].flatMap((other) => {
      const also = references[other];
      return also ? [{ id: also.id, title: also.title }] : [];
    }),
  };
}

function toReference({ text: _, ...reference }: StoredArticle): ArticleReference {
  return reference;
}

function sortNewestFirst(articles: readonly ArticleReference[]): ArticleReference[] {
  const dateOf = (article: ArticleReference) => article.publishedOn ?? "";
  return [...articles].sort((a, b) => (dateOf(b) > dateOf(a) ? 1 : dateOf(b) < dateOf(a) ? -1 : 0));
}
