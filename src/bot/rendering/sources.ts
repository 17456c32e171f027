import type { ArticleReference } from "../../articles/article.ts";
import type { Speaker } from "../../messages/load-messages.ts";
import { renderArticleName, renderOddFile } from "./article-name.ts";
import { renderOrigin, SEPARATOR } from "./citation.ts";
import { concat, type Html, join, text } from "./html.ts";
import { fitsMessage } from "./limits.ts";

/**
 * Articles a page: what fits on a screen or two, and, with the longest names and addresses there can be, into one
 * message.
 */
const SOURCES_A_PAGE = 8;

/** A page of the list of articles; pages count from 0. */
export interface SourcesPage {
  readonly html: Html;
  readonly page: number;
  readonly pages: number;
}

/** Lists a page of the articles, numbered, in the order given; the last page where there are fewer. */
export function renderSources(
  articles: readonly ArticleReference[],
  speaker: Speaker,
  page = 0,
): SourcesPage {
  if (articles.length === 0) return { html: text(speaker.say("sources-none")), page: 0, pages: 1 };
  const pages = Math.ceil(articles.length / SOURCES_A_PAGE);
  const shown = Math.min(page, pages - 1);
  const first = shown * SOURCES_A_PAGE;
  const listed = articles.slice(first, first + SOURCES_A_PAGE);
  const render = (list: readonly ArticleReference[]) =>
    join(
      [
        text(speaker.say("sources", { count: articles.length })),
        ...list.map((article, index) => renderSource(article, first + index + 1, speaker)),
      ],
      "\n\n",
    );
  const html = render(listed);
  // Addresses are not seen, but endless ones together are more than Telegram reads: then the names must do.
  const fitting = fitsMessage(html) ? html : render(listed.map((article) => ({ ...article, url: null })));
  return { html: fitting, page: shown, pages };
}

function renderSource(article: ArticleReference, number: number, speaker: Speaker): Html {
  const details = join([...renderOrigin(article, speaker), renderOddFile(article)], SEPARATOR);
  return join([concat(text(`${number}. `), renderArticleName(article)), details], "\n");
}
