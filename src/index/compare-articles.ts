import type { Article } from "../articles/article.ts";
import { type StoredArticle, toStored } from "./stored-article.ts";

/** How the articles of a folder differ from those of a generation. Files by name, in order. */
export interface Changes {
  readonly new: readonly string[];
  /** The text, or what is known of it, is another. */
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** How many are as they were. */
  readonly unchanged: number;
}

/**
 * Compares by content, not by time: a file that was only touched, or saved again with other line ends, has not
 * changed.
 */
export function compareArticles(before: readonly StoredArticle[], now: readonly Article[]): Changes {
  const old = new Map(before.map((article) => [article.id, article]));
  const added: string[] = [];
  const changed: string[] = [];
  for (const article of now) {
    const other = old.get(article.id);
    if (other === undefined) added.push(article.file);
    else if (!isSame(other, toStored(article))) changed.push(article.file);
    old.delete(article.id);
  }
  return {
    new: added,
    changed,
    removed: [...old.values()].map(({ file }) => file),
    unchanged: now.length - added.length - changed.length,
  };
}

function isSame(a: StoredArticle, b: StoredArticle): boolean {
  const fields = (article: StoredArticle) => JSON.stringify(Object.entries(article).sort());
  return fields(a) === fields(b);
}
