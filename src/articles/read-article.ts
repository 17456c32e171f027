import { extname } from "node:path";
import type { Article, Paragraph } from "./article.ts";
import { type ClassifiedBlock, classifyBlocks } from "./classify.ts";
import { readFrontMatter } from "./front-matter.ts";
import { readDateline, readMetadata } from "./metadata.ts";
import { chooseReader } from "./readers/registry.ts";
import { SkipError } from "./skip.ts";

/** How much of the first paragraph stands in for a missing title. */
const OPENING_WORDS = 10;

/**
 * Makes an article of one file's text.
 *
 * @param file the path under the articles folder, with `/` between folders
 * @param text the decoded file (see `decodeArticle`)
 * @throws SkipError when the format is not read, the front matter is broken, or nothing in it is prose
 */
export function readArticle(file: string, text: string): Article {
  const reader = chooseReader(file);
  const { metadata: declared, bodyStart } = readFrontMatter(text);
  const draft = reader.read(text, bodyStart);
  const blocks = classifyBlocks(text, draft.blocks);
  const paragraphs = toParagraphs(text, blocks);
  const first = paragraphs[0];
  if (!first) throw new SkipError("no-prose", "no sentence of an article");
  const unknown = { title: null, publisher: null, publishedOn: null, url: null, author: null };
  return {
    ...unknown,
    ...readMetadata(text, blocks),
    ...draft.metadata,
    ...declared,
    id: file.slice(0, file.length - extname(file).length),
    file,
    opening: openingWords(text.slice(first.start, first.end)),
    text,
    paragraphs,
  };
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
