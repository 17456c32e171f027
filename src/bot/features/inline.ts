import { createHash } from "node:crypto";
import { Composer, InlineKeyboard } from "grammy";
import type { InlineQueryResultArticle } from "grammy/types";
import type { Logger } from "../../logger.ts";
import { formatDate } from "../../messages/format-date.ts";
import type { Speaker } from "../../messages/load-messages.ts";
import type { Answer, Quote, Search } from "../../search/answer.ts";
import type { BotContext } from "../context.ts";
import type { Examples } from "../examples.ts";
import { findLinkAddress } from "../keyboards/answer.ts";
import { renderAnswer } from "../rendering/answer.ts";
import { nameArticle } from "../rendering/article-name.ts";
import { joinLines, shortenEnd } from "../rendering/shorten.ts";

export interface InlineParts {
  readonly search: Search;
  readonly examples: Examples;
  readonly logger: Logger;
}

/** Results a page: what people look through before they type another word. */
const PAGE_SIZE = 10;

/** Telegram asks for pages until there are no more; beyond these nobody scrolls. */
const MAX_RESULTS = 50;

/** Telegram may give the same results again for so long; a new index shows up within that time. */
const CACHE_SECONDS = 60;

/** What Telegram's clients show of a result: a line or two, and three lines. */
const MAX_TITLE_LENGTH = 120;
const MAX_DESCRIPTION_LENGTH = 250;

/** 96 bits of a hash tell results apart; Telegram takes 64 bytes. */
const ID_LENGTH = 16;

/** `@bot question` in any chat: quotes to choose from; the one chosen is posted there with its citation. */
export function createInline({ search, examples, logger }: InlineParts): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.on("inline_query", async (ctx) => {
    const { query, offset } = ctx.inlineQuery;
    const question = query.trim();
    const began = performance.now();
    const page = question
      ? await findResults(search, question, readOffset(offset), ctx.speaker)
      : { results: await offerExamples(search, examples, ctx.speaker), next: null };
    await ctx.answerInlineQuery(page.results, {
      cache_time: CACHE_SECONDS,
      // The results are in the language of the person.
      is_personal: true,
      next_offset: page.next === null ? "" : String(page.next),
      ...(page.results.length === 0 && {
        button: { text: ctx.speaker.say("inline-nothing"), start_parameter: "help" },
      }),
    });
    logger.info(
      {
        update: ctx.update.update_id,
        results: page.results.length,
        milliseconds: Math.round(performance.now() - began),
      },
      "an inline query was answered",
    );
  });
  return composer;
}

async function findResults(search: Search, question: string, offset: number, speaker: Speaker) {
  const answer = await search.search(question, { limit: MAX_RESULTS });
  const quotes = answer.outcome === "not-found" ? [] : answer.quotes;
  const results = quotes.slice(offset, offset + PAGE_SIZE).map((quote, index) =>
    makeResult(quote, answer, speaker, {
      title: nameArticle(quote.article),
      page: offset + index,
      place: offset + index,
    }),
  );
  const next = offset + PAGE_SIZE;
  return { results, next: next < quotes.length ? next : null };
}

async function offerExamples(search: Search, examples: Examples, speaker: Speaker) {
  const results: InlineQueryResultArticle[] = [];
  for (const question of examples.offered(speaker.language)) {
    const answer = await search.search(question);
    const [quote] = answer.quotes;
    if (quote)
      results.push(makeResult(quote, answer, speaker, { title: question, page: 0, place: results.length }));
  }
  return results;
}

interface ResultOptions {
  /** The name of the quote, or the question that it answers. */
  readonly title: string;
  /** The page of the answer on which it stands. */
  readonly page: number;
  /** Its place among all results, which makes its name theirs alone. */
  readonly place: number;
}

function makeResult(
  quote: Quote,
  answer: Answer,
  speaker: Speaker,
  { title, page, place }: ResultOptions,
): InlineQueryResultArticle {
  const sentence = joinLines(quote.text.slice(quote.highlight.start, quote.highlight.end));
  const { publishedOn, url } = quote.article;
  const date = publishedOn === null ? speaker.say("unknown-date") : formatDate(speaker.language, publishedOn);
  const address = findLinkAddress(url);
  return {
    type: "article",
    id: hash(`${quote.article.id}\n${quote.start}\n${title}\n${place}`),
    title: shortenEnd(joinLines(title), MAX_TITLE_LENGTH) || "…",
    description: shortenEnd(`${joinLines(date)} · ${sentence}`, MAX_DESCRIPTION_LENGTH),
    input_message_content: {
      message_text: renderAnswer(answer, speaker, { showQuestion: true, page }).source,
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

function readOffset(offset: string): number {
  return /^\d{1,3}$/.test(offset) ? Number(offset) : 0;
}
