import type { ArticleReference } from "../articles/article.ts";
import type { Answer, Quote } from "../search/answer.ts";

/** An answer as one line of JSON, with exactly the fields that other programs may rely on. */
export function formatAnswerJson(answer: Answer): string {
  const { question, answered, confidence, elapsedMs, quotes } = answer;
  return JSON.stringify({
    question,
    answered,
    confidence: round(confidence),
    elapsedMs: round(elapsedMs),
    quotes: quotes.map(toJson),
  });
}

function toJson({ rank, score, text, highlight, article, paragraph, page, start, end, alsoIn }: Quote) {
  return {
    rank,
    score: round(score),
    text,
    highlight,
    article: articleToJson(article),
    paragraph,
    page,
    start,
    end,
    alsoIn: alsoIn.map(({ id, title }) => ({ id, title })),
  };
}

function articleToJson({ id, file, title, publisher, publishedOn, url, author }: ArticleReference) {
  return { id, file, title, publisher, publishedOn, url, author };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
