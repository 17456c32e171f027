import type { ArticleReference } from "../../articles/article.ts";
import { code, type Html, link, text } from "./html.ts";
import { joinLines, shortenEnd } from "./shorten.ts";

/** Headlines are shorter; a runaway one must not crowd out the quote. */
const MAX_TITLE_LENGTH = 200;

/** Enough words to recognise an article by. */
const MAX_OPENING_LENGTH = 80;

/** Enough for a folder and a file. */
const MAX_FILE_LENGTH = 120;

/**
 * Names an article: by its title, or without one by its opening words in quotation marks. Linked when the article has a
 * web address.
 */
export function renderArticleName(article: ArticleReference): Html {
  const words = nameArticle(article);
  return link(article.url, words ? text(words) : renderFile(article));
}

/** The name of an article in plain words; empty where it has neither title nor words. */
export function nameArticle({ title, opening }: Pick<ArticleReference, "title" | "opening">): string {
  const known = joinLines(title ?? "");
  if (known) return shortenEnd(known, MAX_TITLE_LENGTH);
  const words = joinLines(opening);
  return words ? `“${shortenEnd(words, MAX_OPENING_LENGTH)}”` : "";
}

/**
 * The file of an article without a title, to tell it from others and to find it by. Nothing where there is a title, and
 * where the name is the file already.
 */
export function renderOddFile(article: ArticleReference): Html {
  const isNamed = joinLines(article.title ?? "") !== "";
  return isNamed || nameArticle(article) === "" ? text("") : renderFile(article);
}

function renderFile({ file }: ArticleReference): Html {
  return code(text(shortenEnd(joinLines(file), MAX_FILE_LENGTH)));
}
