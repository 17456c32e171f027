import { Composer } from "grammy";
import type { Search } from "../../search/answer.ts";
import { readPress } from "../callback-data.ts";
import type { BotContext } from "../context.ts";
import { createPagesKeyboard } from "../keyboards/pages.ts";
import { renderSources } from "../rendering/sources.ts";
import { editPressed, replyHtml } from "../reply.ts";

/** `/sources`: the articles that answers are quoted from, a page at a time. */
export function createSources(search: Search): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.command("sources", (ctx) => listSources(ctx, search));
  composer.on("callback_query:data", async (ctx, next) => {
    const press = readPress(ctx.callbackQuery.data);
    if (press?.kind !== "sources") return next();
    await ctx.acknowledge();
    const { html, page, pages } = renderSources(search.articles(), ctx.speaker, press.page);
    await editPressed(ctx, html, createPagesKeyboard(page, pages));
  });
  return composer;
}

/** Sends the first page. */
export async function listSources(ctx: BotContext, search: Search): Promise<void> {
  const { html, page, pages } = renderSources(search.articles(), ctx.speaker);
  await replyHtml(ctx, html, { keyboard: createPagesKeyboard(page, pages) });
}
