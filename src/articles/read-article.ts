import { extname } from "node:path";
import type { Article, ArticleMetadata, Paragraph } from "./article.ts";
import type { Block, Extract, Reader, TextReader } from "./block.ts";
import { type ClassifiedBlock, classifyBlocks } from "./classify.ts";
import { decodeArticle, formatMegabytes, MAX_ARTICLE_BYTES } from "./decode.ts";
import type { Garbling } from "./encodings/ungarble.ts";
import { readFrontMatter } from "./front-matter.ts";
import { readDateline, readMetadata } from "./metadata.ts";
import { chooseReader } from "./readers/registry.ts";
import { stemOf } from "./side-file.ts";
import { SkipError } from "./skip.ts";

/** How much of the first paragraph stands in for a missing title. */
const OPENING_WORDS = 10;

/** An article, and the blocks of its text that it was made of. */
export interface ReadFile {
  readonly article: Article;
  readonly blocks: readonly Block[];
  /** What was wrong with the letters, if anything. */
  readonly garbling: Garbling | null;
}

/**
 * Makes an article of one file of any format.
 *
 * @param file the path under the articles folder, with `/` between folders
 * @throws SkipError when the format is not read, the file is broken, or nothing in it is prose
 */
export async function readArticleFile(file: string, bytes: Uint8Array): Promise<ReadFile> {
  const reader = chooseReader(file);
  try {
    return await readWith(reader, file, bytes);
  } catch (cause) {
    // No file, however it is made, may keep the others from being read.
    throw cause instanceof SkipError ? cause : new SkipError("broken", String(cause), { cause });
  }
}

async function readWith(reader: Reader, file: string, bytes: Uint8Array): Promise<ReadFile> {
  if (reader.kind === "text") {
    const { text, garbling } = decodeArticle(bytes);
    const { declared, draft } = readText(reader, text);
    return toArticle(file, { ...draft, text, garbling }, declared);
  }
  if (bytes.length > MAX_ARTICLE_BYTES) throw new SkipError("too-large", formatMegabytes(bytes.length));
  if (bytes.length === 0) throw new SkipError("empty", "0 bytes");
  return toArticle(file, await reader.extract(bytes), {});
}

/**
 * Makes an article of the text of a file whose format is text.
 *
 * @param text the decoded file (see `decodeArticle`)
 * @throws SkipError when the format is no text, the front matter is broken, or nothing in it is prose
 */
export function readArticle(file: string, text: string): Article {
  const reader = chooseReader(file);
  if (reader.kind !== "text") throw new SkipError("unsupported-format", extname(file));
  const { declared, draft } = readText(reader, text);
  return toArticle(file, { ...draft, text }, declared).article;
}

function readText(reader: TextReader, text: string) {
  const { metadata: declared, bodyStart } = readFrontMatter(text);
  return { declared, draft: reader.read(text, bodyStart) };
}

function toArticle(file: string, extract: Extract, declared: Partial<ArticleMetadata>): ReadFile {
  const { text } = extract;
  const blocks = classifyBlocks(text, extract.blocks);
  const paragraphs = toParagraphs(text, blocks);
  const first = paragraphs[0];
  if (!first) throw new SkipError("no-prose");
  const unknown = { title: null, publisher: null, publishedOn: null, url: null, author: null };
  const article = {
    ...unknown,
    ...readMetadata(text, blocks),
    ...extract.metadata,
    ...declared,
    id: stemOf(file),
    file,
    opening: openingWords(text.slice(first.start, first.end)),
    text,
    paragraphs,
    pageStarts: extract.pageStarts ?? [],
  };
  return { article, blocks: extract.blocks, garbling: extract.garbling ?? null };
}

/** The prose, numbered; whatever stands between two paragraphs begins a new section. */
function toParagraphs(text: string, blocks: readonly ClassifiedBlock[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let section = 0;
  for (const block of blocks) {
    if (block.role !== "prose") {
      section++;
      continue;
    }
    const dateline = paragraphs.length === 0 ? readDateline(text.slice(block.start, block.end)) : null;
    const start = block.start + (dateline?.length ?? 0);
    if (start < block.end) paragraphs.push({ start, end: block.end, number: paragraphs.length + 1, section });
  }
  return paragraphs;
}

function openingWords(paragraph: string): string {
  const words = paragraph.split(/\s+/, OPENING_WORDS + 1);
  const opening = words.slice(0, OPENING_WORDS).join(" ");
  return words.length > OPENING_WORDS ? `${opening.replace(/[,;:]$/, "")}…` : opening;
}
