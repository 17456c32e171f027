import { setImmediate } from "node:timers/promises";
import { z } from "zod";
import type { Article, ArticleReference } from "../articles/article.ts";

/** An article as a generation keeps it: its text too, so that quotes outlive changes of the file. */
export interface StoredArticle extends ArticleReference {
  readonly text: string;
  readonly pageStarts: readonly number[];
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
  // Generations of earlier versions do not know pages.
  pageStarts: z.array(z.number().int().nonnegative()).default([]),
});

const NEWLINE = 0x0a;
/** How long parsing may hold up everything else at a time, in milliseconds. */
const SLICE_MS = 10;

/** One JSON object a line. */
export function* storeArticles(articles: Iterable<Article>): Generator<string> {
  for (const article of articles) yield `${JSON.stringify(toStored(article))}\n`;
}

/** What a generation keeps of an article. */
export function toStored({ paragraphs: _, ...stored }: Article): StoredArticle {
  return stored;
}

/** Reads them line by line; the event loop turns in between, so that a bot answers meanwhile. */
export async function readStoredArticles(bytes: Buffer): Promise<StoredArticle[]> {
  const articles: StoredArticle[] = [];
  let sliceBegan = performance.now();
  for (let start = 0; start < bytes.length; ) {
    const newline = bytes.indexOf(NEWLINE, start);
    const end = newline === -1 ? bytes.length : newline;
    if (end > start) articles.push(schema.parse(JSON.parse(bytes.toString("utf8", start, end))));
    start = end + 1;
    if (performance.now() - sliceBegan > SLICE_MS) {
      await setImmediate();
      sliceBegan = performance.now();
    }
  }
  return articles;
}
