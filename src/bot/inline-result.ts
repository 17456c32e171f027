import { createHash } from "node:crypto";
import { InlineKeyboard } from "grammy";
import type { InlineQueryResultArticle } from "grammy/types";
import { formatDate } from "../messages/format-date.ts";
import type { Speaker } from "../messages/load-messages.ts";
import type { Answer } from "../search/answer.ts";
import { findLinkAddress } from "./keyboards/answer.ts";
import { MAX_GROUP_QUOTE_LENGTH, renderAnswer } from "./rendering/answer.ts";
import { nameArticle } from "./rendering/article-name.ts";
import { listPages } from "./rendering/pages.ts";
import { joinLines, shortenEnd } from "./rendering/shorten.ts";

/** What Telegram's clients show of a result: a line or two, and three lines. */
export const MAX_RESULT_TITLE_LENGTH = 120;
export const MAX_RESULT_DESCRIPTION_LENGTH = 250;

/** 96 bits of a hash tell results apart; Telegram takes 64 bytes. */
const ID_LENGTH = 16;

export interface InlineResultOptions {
  /** Which quote of the answer, counted from 0. */
  readonly page: number;
  /** Its place among all results, which makes its name theirs alone. */
  readonly place: number;
  /** What it is called in the list. Default: the name of its article. */
  readonly title?: string;
}

/**
 * Makes a quote of an answer into something to choose below `@bot question`: a name, the date and the answering
 * sentence; chosen, it posts the quote with its citation, as short as in a group. `undefined` where there is no such
 * quote.
 */
export function createInlineResult(
  answer: Answer,
  speaker: Speaker,
  { page, place, title }: InlineResultOptions,
): InlineQueryResultArticle | undefined {
  const quote = listPages(answer)[page];
  if (!quote) return undefined;
  const { article, highlight } = quote;
  const name = title ?? nameArticle(article);
  const sentence = joinLines(quote.text.slice(highlight.start, highlight.end));
  const date = article.publishedOn;
  const day = date === null ? speaker.say("unknown-date") : formatDate(speaker.language, date);
  const address = findLinkAddress(article.url);
  return {
    type: "article",
    id: hash(`${article.id}\n${quote.start}\n${name}\n${place}`),
    title: shortenEnd(joinLines(name), MAX_RESULT_TITLE_LENGTH) || "…",
    description: shortenEnd(`${joinLines(day)} · ${sentence}`, MAX_RESULT_DESCRIPTION_LENGTH),
    input_message_content: {
      message_text: renderAnswer(answer, speaker, {
        showQuestion: true,
        page,
        maxQuoteLength: MAX_GROUP_QUOTE_LENGTH,
      }).source,
      parse_mode: "HTML",
      link_preview_options: { is_disabled: true },
    },
    ...(address !== null && {
      reply_markup: new InlineKeyboard().url(speaker.say("button-article"), address),
    }),
  };
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, ID_LENGTH);
}
