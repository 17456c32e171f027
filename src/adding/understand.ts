import type { Article, ArticleMetadata } from "../articles/article.ts";
import { readFrontMatter } from "../articles/front-matter.ts";
import { readArticleFile } from "../articles/read-article.ts";
import { countSyllables } from "../language/syllables.ts";
import { type ContentFormat, toUtf8 } from "./content.ts";
import { renderBody } from "./render-markdown.ts";

/** Something that can be added, as bytes. */
export interface Source {
  /** A file name or the last part of an address. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly format: ContentFormat;
  /** As a server named it. */
  readonly contentType: string | null;
}

/** What was understood of a source. */
export interface Understood {
  readonly metadata: ArticleMetadata;
  /** Markdown, without front matter. */
  readonly body: string;
  readonly words: number;
  readonly paragraphs: number;
  /** The first words of the prose. */
  readonly opening: string;
}

/**
 * Reads a source as the index would read the same file, and writes it down as Markdown.
 * @throws SkipError when it is no article, AddRefusal when its encoding is not known
 */
export async function understandSource(source: Source): Promise<Understood> {
  const file = `${source.name.replace(/\.[^.]*$/, "") || "article"}.${source.format}`;
  const { article, blocks } = await readArticleFile(file, toBytes(source));
  const { text } = article;
  const { bodyStart } = readFrontMatter(text);
  const body = source.format === "md" ? `${text.slice(bodyStart).trim()}\n` : renderBody(text, blocks);
  return { ...measureArticle(article), body };
}

/** What a page names as its encoding holds no more once it is UTF-8; the mark says so. */
const BYTE_ORDER_MARK = "\uFEFF";

function toBytes({ bytes, format, contentType }: Source): Uint8Array {
  return format === "pdf" || format === "docx"
    ? bytes
    : Buffer.from(`${BYTE_ORDER_MARK}${toUtf8(bytes, contentType)}`);
}

function measureArticle(article: Article) {
  const { title, publisher, publishedOn, url, author, opening, paragraphs, text } = article;
  const words = paragraphs.reduce((sum, { start, end }) => sum + countSyllables(text.slice(start, end)), 0);
  const metadata: ArticleMetadata = { title, publisher, publishedOn, url, author };
  return { metadata, words, paragraphs: paragraphs.length, opening };
}
