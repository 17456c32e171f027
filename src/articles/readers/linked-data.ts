import { z } from "zod";
import type { DomDocument } from "./dom.ts";

/** What the JSON-LD of a page (schema.org `Article` and its kinds) says of the article. */
export interface LinkedData {
  readonly headline: string | null;
  readonly datePublished: string | null;
  readonly publisher: string | null;
  readonly authors: readonly string[];
  readonly url: string | null;
}

const line = z.string().nullish().catch(null);
const named = z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]);
const oneOrMore = z.union([named.transform((name) => [name]), z.array(named)]).catch([]);
const article = z.object({
  "@type": z
    .union([z.string(), z.array(z.string())])
    .refine((type) => [type].flat().some((kind) => /(?:Article|Posting|Report)$/.test(kind))),
  headline: line,
  datePublished: line,
  publisher: oneOrMore,
  author: oneOrMore,
  url: line,
});
const graph = z.object({ "@graph": z.array(z.unknown()) });

/** The first article that the page describes; nothing where there is none, or none that is well-formed. */
export function readLinkedData(document: DomDocument): LinkedData {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    for (const item of itemsOf(parseJson(script.textContent ?? ""))) {
      const { data } = article.safeParse(item);
      if (!data) continue;
      return {
        headline: data.headline ?? null,
        datePublished: data.datePublished ?? null,
        publisher: data.publisher[0] ?? null,
        authors: data.author.length > 0 ? [data.author.join(", ")] : [],
        url: data.url ?? null,
      };
    }
  }
  return { headline: null, datePublished: null, publisher: null, authors: [], url: null };
}

function itemsOf(data: unknown): unknown[] {
  const list = Array.isArray(data) ? data : [data];
  return list.flatMap((item) => graph.safeParse(item).data?.["@graph"] ?? [item]);
}

function parseJson(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return null;
  }
}
