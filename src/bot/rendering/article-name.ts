import type { ArticleReference } from "../../articles/article.ts";
import { code, type Html, join, link, text } from "./html.ts";
import { joinLines, shortenEnd } from "./shorten.ts";

/** Headlines are shorter; a runaway one must not crowd out the quote. */
export const MAX_TITLE_LENGTH = 200;

/** Enough words to recognise an article by. */
const MAX_OPENING_LENGTH = 80;

/** Enough for a folder and a file. */
const MAX_FILE_LENGTH = 120;

/**
 * Names an article: by its title, or without one by its opening words in quotation marks and its file. Linked when
 * the article has a web address.
 */
export function renderArticleName(article: ArticleReference): Html {
  const title = joinLines(article.title ?? "");
  if (title) return link(article.url, text(shortenEnd(title, MAX_TITLE_LENGTH)));

  const opening = joinLines(article.opening);
  const quoted = opening ? text(`“${shortenEnd(opening, MAX_OPENING_LENGTH)}”`) : text("");
  const file = code(text(shortenEnd(joinLines(article.file), MAX_FILE_LENGTH)));
  return opening ? join([link(article.url, quoted), file], " ") : link(article.url, file);
}
