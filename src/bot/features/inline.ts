import { Composer } from "grammy";
import type { InlineQueryResultArticle } from "grammy/types";
import type { Logger } from "../../logger.ts";
import type { Speaker } from "../../messages/load-messages.ts";
import type { Search } from "../../search/answer.ts";
import type { BotContext } from "../context.ts";
import type { Examples } from "../examples.ts";
import { createInlineResult } from "../inline-result.ts";
import { listPages } from "../rendering/pages.ts";

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
  const count = listPages(answer).length;
  const places = Array.from({ length: PAGE_SIZE }, (_, index) => offset + index);
  const results = places.flatMap((page) => createInlineResult(answer, speaker, { page, place: page }) ?? []);
  const next = offset + PAGE_SIZE;
  return { results, next: next < count ? next : null };
}

async function offerExamples(search: Search, examples: Examples, speaker: Speaker) {
  const results: InlineQueryResultArticle[] = [];
  for (const question of examples.offered(speaker.language)) {
    const answer = await search.search(question);
    const result = createInlineResult(answer, speaker, { page: 0, place: results.length, title: question });
    if (result) results.push(result);
  }
  return results;
}

function readOffset(offset: string): number {
  return /^\d{1,3}$/.test(offset) ? Number(offset) : 0;
}
