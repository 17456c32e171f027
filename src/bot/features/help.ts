import { Composer } from "grammy";
import type { BotContext } from "../context.ts";
import type { Examples } from "../examples.ts";
import { createExampleKeyboard } from "../keyboards/examples.ts";
import { join, text } from "../rendering/html.ts";
import { replyHtml } from "../reply.ts";

/** `/start` and `/help`: what the bot does, and example questions to press. */
export function createHelp(examples: Examples): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.command("start", (ctx) => explain(ctx, examples, ["start", "help"]));
  composer.command("help", (ctx) => explain(ctx, examples, ["help"]));
  return composer;
}

async function explain(ctx: BotContext, examples: Examples, keys: readonly string[]): Promise<void> {
  const questions = examples.offered(ctx.speaker.language);
  const allKeys = questions.length > 0 ? [...keys, "help-examples"] : keys;
  const message = join(
    allKeys.map((key) => text(ctx.speaker.say(key))),
    "\n\n",
  );
  await replyHtml(ctx, message, questions.length > 0 ? createExampleKeyboard(questions) : undefined);
}
