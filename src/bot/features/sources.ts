import { Composer } from "grammy";
import type { Search } from "../../search/answer.ts";
import type { BotContext } from "../context.ts";
import { renderSources } from "../rendering/sources.ts";
import { replyHtml } from "../reply.ts";

/** `/sources`: the articles that answers are quoted from. */
export function createSources(search: Search): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.command("sources", (ctx) => replyHtml(ctx, renderSources(search.articles(), ctx.speaker)));
  return composer;
}
