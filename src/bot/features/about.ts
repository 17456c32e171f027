import { Composer } from "grammy";
import type { Search } from "../../search/answer.ts";
import type { BotContext } from "../context.ts";
import type { ReadIndexFacts } from "../corpus.ts";
import { renderAbout } from "../rendering/about.ts";
import { replyHtml } from "../reply.ts";

export interface AboutParts {
  readonly search: Search;
  readonly readIndexFacts: ReadIndexFacts;
  readonly version: string;
}

/** `/about`: what the bot quotes from, and what it is. */
export function createAbout(parts: AboutParts): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.command("about", (ctx) => tellAbout(ctx, parts));
  return composer;
}

export async function tellAbout(ctx: BotContext, parts: AboutParts): Promise<void> {
  const { search, readIndexFacts, version } = parts;
  await replyHtml(ctx, renderAbout(search.articles(), readIndexFacts(), version, ctx.speaker));
}
