import { createHash } from "node:crypto";
import type { Article } from "./article.ts";
import type { FieldProblem } from "./declared-fields.ts";
import { looksLikeMenu } from "./menu-title.ts";

/** What may be wrong with an article that was read all the same; `warning-…` in the messages. */
export const WARNING_KINDS = [
  "garbled",
  "converted",
  "menu-title",
  "no-date",
  "same-text",
  "side-file",
] as const;

export type WarningKind = (typeof WARNING_KINDS)[number];

/** Something that a person should look at. `detail` is a value that helps, such as a title or another file. */
export interface ArticleWarning {
  /** The file's path under the articles folder. */
  readonly file: string;
  readonly warning: WarningKind;
  readonly detail: string;
  /** Of a side file: what is wrong with which field. */
  readonly problems?: readonly FieldProblem[];
}

/** So many articles do not share a title; what they share is the name of the site. */
const FEWEST_WITH_SITE_NAME = 3;

/** What is odd about the articles of a folder, in their order. */
export function findWarnings(articles: readonly Article[]): ArticleWarning[] {
  const titles = countTitles(articles);
  const fileOfText = new Map<string, string>();
  return articles.flatMap((article) => {
    const { file, title, publishedOn } = article;
    const found: ArticleWarning[] = [];
    if (title !== null && (looksLikeMenu(title) || (titles.get(title) ?? 0) >= FEWEST_WITH_SITE_NAME))
      found.push({ file, warning: "menu-title", detail: title });
    if (publishedOn === null) found.push({ file, warning: "no-date", detail: "" });
    const digest = digestProse(article);
    const other = fileOfText.get(digest);
    if (other === undefined) fileOfText.set(digest, file);
    else found.push({ file, warning: "same-text", detail: other });
    return found;
  });
}

function countTitles(articles: readonly Article[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { title } of articles) if (title !== null) counts.set(title, (counts.get(title) ?? 0) + 1);
  return counts;
}

/** The same for two copies of one article, whatever their formats put around the prose and between its words. */
function digestProse({ text, paragraphs }: Article): string {
  const hash = createHash("sha256");
  for (const { start, end } of paragraphs)
    hash.update(text.slice(start, end).replace(/\s+/g, " ")).update("\n");
  return hash.digest("base64");
}
