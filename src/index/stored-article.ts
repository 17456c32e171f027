import { z } from "zod";
import type { Article, ArticleReference } from "../articles/article.ts";

/** An article as a generation keeps it: its text too, so that quotes outlive changes of the file. */
export interface StoredArticle extends ArticleReference {
  readonly text: string;
}

const schema: z.ZodType<StoredArticle> = z.object({
  id: z.string(),
  file: z.string(),
  title: z.string().nullable(),
  publisher: z.string().nullable(),
  publishedOn: z.string().nullable(),
  url: z.string().nullable(),
  author: z.string().nullable(),
  opening: z.string(),
  text: z.string(),
});

/** One JSON object a line. */
export function* storeArticles(articles: Iterable<Article>): Generator<string> {
  for (const { paragraphs: _, ...stored } of articles) yield `${JSON.stringify(stored)}\n`;
}

export function readStoredArticles(content: string): StoredArticle[] {
  return content
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => schema.parse(JSON.parse(line)));
}
