import { findDate } from "../language/dates.ts";
import type { ArticleMetadata } from "./article.ts";
import type { ClassifiedBlock } from "./classify.ts";
import { isChrome, isName, isRelatedHeading } from "./lines.ts";

/**
 * The agency that opens a report: `(Chinhphu.vn) – …`, `Hà Nội (TTXVN) - …`. A new sentence follows it;
 * in `Bộ Công Thương (MOIT) - cơ quan quản lý…` the words go on.
 */
const DATELINE = /^(?:\p{Lu}[\p{L}\p{M}\s.]{0,24}\s)?\(([^()\n]{2,40})\)\s*[–—-]\s*(?=[“"'(]?[\p{Lu}\p{N}])/u;
const LONGEST_AGENCY_WORDS = 5;
const SOURCE_LINE = /^\(?(?:nguồn|source)\s*[:：]\s*(.{2,60}?)\)?$/iu;
const AUTHOR_LINE = /^(?:tác giả|người viết|bài|bài và ảnh|by|author)\s*[:：]\s*(.{2,60})$/iu;

/** The agency named at the opening of a paragraph, and how many code units that takes; `null` without one. */
export function readDateline(paragraph: string): { publisher: string; length: number } | null {
  const match = DATELINE.exec(paragraph);
  const publisher = match?.[1]?.trim();
  if (!match || !publisher || !/^\p{Lu}/u.test(publisher)) return null;
  if (publisher.split(/\s+/).length > LONGEST_AGENCY_WORDS) return null;
  return { publisher, length: match[0].length };
}

/** What the words of an article say of it. A meeting's date in a sentence is not the article's own. */
export function readMetadata(text: string, blocks: readonly ClassifiedBlock[]): Partial<ArticleMetadata> {
  const contentOf = (block: ClassifiedBlock) => text.slice(block.start, block.end);
  const title = blocks.find((block) => block.role === "title");
  const date = blocks.filter((block) => block.role === "date").map((block) => findDate(contentOf(block)))[0];
  const firstProse = blocks.find((block) => block.role === "prose");
  const dateline = firstProse ? readDateline(contentOf(firstProse)) : null;
  const labels = blocks.filter((block) => block.role === "label").map(contentOf);
  const source = labels.map((label) => SOURCE_LINE.exec(label)?.[1]).find((found) => found !== undefined);
  return withoutUnknown({
    title: title ? contentOf(title).replace(/\s+/g, " ") : null,
    publisher: dateline?.publisher ?? source ?? null,
    publishedOn: date ?? null,
    author: readAuthor(text, blocks),
  });
}

/** A line that names the author, or the first name alone between the last paragraph and the page's own words. */
function readAuthor(text: string, blocks: readonly ClassifiedBlock[]): string | null {
  const labels = blocks.filter((block) => block.role === "label");
  for (const label of labels) {
    const named = AUTHOR_LINE.exec(text.slice(label.start, label.end))?.[1];
    if (named) return named;
  }
  const lastProse = blocks.findLast((block) => block.role === "prose");
  const after = labels
    .filter((label) => label.start > (lastProse?.end ?? 0))
    .map((label) => text.slice(label.start, label.end));
  // Names after `Từ khóa` or `Tin liên quan` are keywords and links.
  const pageBegins = after.findIndex((line) => isChrome(line) || isRelatedHeading(line));
  return after.slice(0, pageBegins < 0 ? after.length : pageBegins).find(isName) ?? null;
}

function withoutUnknown(metadata: Partial<ArticleMetadata>): Partial<ArticleMetadata> {
  return Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== null));
}
