import { dump } from "js-yaml";
import type { ArticleMetadata } from "../articles/article.ts";
import type { Block } from "../articles/block.ts";

/** What a line may not begin with, or Markdown would not read it as a paragraph. List items may stay list items. */
const MARK = /^(?:#{1,6}(?:\s|$)|>|`{3}|~{3}|<|\[[^\]]*\]:|\\[!-/:-@[-`{-~]|(?:[-_*]\s*){3,}$|=+$)/;

/** The front matter of an article: what is known, in the order in which people look for it. */
export function renderFrontMatter(metadata: ArticleMetadata): string {
  const { title, publisher, publishedOn, url, author } = metadata;
  const known = Object.entries({ title, publisher, publishedOn, url, author }).filter(
    ([, value]) => value !== null,
  );
  return `---\n${dump(Object.fromEntries(known), { lineWidth: -1 })}---\n`;
}

/**
 * The body of an article as Markdown. Words stay as they are, so that quotes are the article's own: nothing is marked
 * inside a paragraph, and a mark that its beginning happens to be is escaped once, which the Markdown reader knows.
 */
export function renderBody(text: string, blocks: readonly Block[]): string {
  const parts: string[] = [];
  let headings = 0;
  for (const block of blocks) {
    const content = text.slice(block.start, block.end);
    if (block.kind === "break") parts.push(renderBreak(content));
    else if (block.kind === "heading") parts.push(`${headings++ === 0 ? "#" : "##"} ${joinLines(content)}`);
    else parts.push(escapeStart(joinLines(content)));
  }
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

/** What is no prose, kept for people: rows with several cells as a table, everything else as it stands. */
function renderBreak(content: string): string {
  const rows = content
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => line.split(/\t|\s*\|\s*/).filter((cell) => cell.trim() !== ""));
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width === 0) return "";
  const lines = rows.map(
    (row) => `| ${[...row, ...Array<string>(width - row.length).fill("")].join(" | ")} |`,
  );
  return [lines[0], `|${" --- |".repeat(width)}`, ...lines.slice(1)].join("\n");
}

function joinLines(content: string): string {
  return content.replace(/\s*\n\s*/g, " ").trim();
}

function escapeStart(line: string): string {
  return MARK.test(line) ? `\\${line}` : line;
}
