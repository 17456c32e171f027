import type { ArticleReference } from "../../articles/article.ts";
import type { Speaker } from "../../messages/load-messages.ts";
import { renderArticleName } from "./article-name.ts";
import { renderOrigin } from "./citation.ts";
import { concat, type Html, join, text } from "./html.ts";
import { fitsMessage } from "./limits.ts";

/** Telegram keeps the first 100 links and other marks of a message; nobody reads so far. */
const MAX_SOURCES = 50;

/**
 * Lists the articles, numbered, in the order given, as many as fit into one message; then says how many more
 * there are.
 */
export function renderSources(articles: readonly ArticleReference[], speaker: Speaker): Html {
  if (articles.length === 0) return text(speaker.say("sources-none"));
  let list = text(speaker.say("sources", { count: articles.length }));
  for (const [index, article] of articles.slice(0, MAX_SOURCES).entries()) {
    const longer = join([list, renderSource(article, index + 1, speaker)], "\n\n");
    if (!fitsMessage(concat(longer, renderClosing(articles.length - index - 1, speaker)))) {
      return concat(list, renderClosing(articles.length - index, speaker));
    }
    list = longer;
  }
  return concat(list, renderClosing(articles.length - MAX_SOURCES, speaker));
}

function renderSource(article: ArticleReference, number: number, speaker: Speaker): Html {
  const origin = join(renderOrigin(article, speaker), " · ");
  return join([concat(text(`${number}. `), renderArticleName(article)), origin], "\n");
}

function renderClosing(left: number, speaker: Speaker): Html {
  return left > 0 ? text(`\n\n${speaker.say("sources-more", { count: left })}`) : text("");
}
