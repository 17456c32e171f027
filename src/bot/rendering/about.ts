import type { ArticleReference } from "../../articles/article.ts";
import { formatDate, formatMoment } from "../../messages/format-date.ts";
import type { Speaker } from "../../messages/load-messages.ts";
import type { IndexFacts } from "../corpus.ts";
import { type Html, join, text } from "./html.ts";

/** Says what the bot quotes from, how new that is, and what the bot is. What is not known is left out. */
export function renderAbout(
  articles: readonly ArticleReference[],
  facts: IndexFacts | null,
  version: string,
  speaker: Speaker,
): Html {
  const day = (date: string) => formatDate(speaker.language, date);
  const dates = articles.flatMap(({ publishedOn }) => publishedOn ?? []).toSorted();
  const [first, last] = [dates.at(0), dates.at(-1)];
  const undated = articles.length - dates.length;
  const lines = [
    speaker.say("about-articles", { count: articles.length }),
    first !== undefined && last !== undefined ? describeDates(day(first), day(last), speaker) : "",
    dates.length > 0 && undated > 0 ? speaker.say("about-undated", { count: undated }) : "",
    facts ? speaker.say("about-indexed", { date: formatMoment(speaker.language, facts.builtAt) }) : "",
    facts ? speaker.say("about-model", { model: facts.model.slice(0, MAX_NAME_LENGTH) }) : "",
    speaker.say("about-version", { version }),
  ];
  return join(
    [
      text(speaker.say("about")),
      join(
        lines.map((line) => text(line)),
        "\n",
      ),
      text(speaker.say("about-privacy")),
    ],
    "\n\n",
  );
}

function describeDates(first: string, last: string, speaker: Speaker): string {
  return first === last
    ? speaker.say("about-date", { date: first })
    : speaker.say("about-dates", { first, last });
}

/** A model may be named by a path. */
const MAX_NAME_LENGTH = 200;
