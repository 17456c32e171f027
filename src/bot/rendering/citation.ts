import type { ArticleReference } from "../../articles/article.ts";
import { formatDate } from "../../messages/format-date.ts";
import type { Speaker } from "../../messages/load-messages.ts";
import type { Quote } from "../../search/answer.ts";
import { nameArticle, renderArticleName, renderOddFile } from "./article-name.ts";
import { code, concat, type Html, join, text } from "./html.ts";
import { joinLines, shortenEnd } from "./shorten.ts";

/** Names of newspapers are shorter. */
const MAX_PUBLISHER_LENGTH = 80;

/** More names than these tell a reader nothing new. */
const MAX_ALSO_IN = 2;

/**
 * Says where a quote stands: the article on one line; publisher, date, page where there are pages, and paragraph on the
 * next; then other articles that say the same. What is not known of the article is said to be unknown.
 */
export function renderCitation(quote: Quote, speaker: Speaker): Html {
  const { article, page } = quote;
  const paragraph = text(speaker.say("citation-paragraph", { paragraph: quote.paragraph }));
  const pages = page === null ? [] : [text(speaker.say("citation-page", { page }))];
  const details = [...renderOrigin(article, speaker), ...pages, paragraph, renderOddFile(article)];
  return join(
    [
      concat(text("📄 "), renderArticleName(article)),
      join(details, SEPARATOR),
      renderAlsoIn(quote.alsoIn, speaker),
    ],
    "\n",
  );
}

/** Between the details of an article. */
export const SEPARATOR = " · ";

/** Says who published an article and when, in one or two parts. */
export function renderOrigin(article: ArticleReference, speaker: Speaker): readonly Html[] {
  const publisher = shortenEnd(joinLines(article.publisher ?? ""), MAX_PUBLISHER_LENGTH);
  const date = joinLines(article.publishedOn ?? "");
  if (!publisher && !date) return [text(speaker.say("unknown-publisher-and-date"))];
  return [
    text(publisher || speaker.say("unknown-publisher")),
    text(
      date
        ? shortenEnd(formatDate(speaker.language, date), MAX_PUBLISHER_LENGTH)
        : speaker.say("unknown-date"),
    ),
  ];
}

function renderAlsoIn(articles: Quote["alsoIn"], speaker: Speaker): Html {
  if (articles.length === 0) return text("");
  const names = articles.slice(0, MAX_ALSO_IN).map((article) => {
    const name = nameArticle(article);
    // A title is quoted here too, for the names stand in a row.
    if (name) return text(name.startsWith("“") ? name : `“${name}”`);
    return code(text(shortenEnd(joinLines(article.id), MAX_ID_LENGTH)));
  });
  const others = articles.length - MAX_ALSO_IN;
  const more = text(others > 0 ? speaker.say("and-more", { count: others }) : "");
  return join([text(speaker.say("also-in")), join([join(names, ", "), more], " ")], " ");
}

/** Enough for a folder and a file. */
const MAX_ID_LENGTH = 120;
