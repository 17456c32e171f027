import { Composer } from "grammy";
import type { Answering } from "../answering.ts";
import type { BotContext } from "../context.ts";
import type { Examples } from "../examples.ts";
import { createExampleKeyboard } from "../keyboards/examples.ts";
import { renderHelp } from "../rendering/help.ts";
import { replyHtml } from "../reply.ts";

export interface HelpParts {
  readonly examples: Examples;
  readonly answering: Answering;
  /** What links to the bot may open besides the greeting, by their names. */
  readonly doors: ReadonlyMap<string, (ctx: BotContext) => Promise<void>>;
}

/** Telegram lets a link carry letters, digits, `_` and `-`; two words at least are a question. */
const LINKED_QUESTION = /^[A-Za-z0-9]+(?:[-_]+[A-Za-z0-9]+)+$/;

/**
 * `/start` and `/help`: what the bot does, and example questions to press.
 *
 * Links to the bot open it with something after `/start`: `t.me/BOT?start=sources` lists the articles, and
 * `t.me/BOT?start=cum-cong-nghiep-o-ha-noi` asks.
 */
export function createHelp({ examples, answering, doors }: HelpParts): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.command("start", async (ctx) => {
    const target = ctx.match.trim();
    const open = doors.get(target.toLowerCase());
    if (open) return open(ctx);
    if (LINKED_QUESTION.test(target)) {
      const question = target.replace(/[-_]+/g, " ");
      return answering.answer(ctx, { question, messageId: null, previousQuestion: null });
    }
    return greet(ctx, examples);
  });
  composer.command("help", (ctx) => explain(ctx, examples, "help"));
  return composer;
}

/** Welcomes a person, and says what the bot does. */
export function greet(ctx: BotContext, examples: Examples): Promise<void> {
  return explain(ctx, examples, "start");
}

/** Says what the bot does, and offers examples; in a group how to ask there, and no examples. */
async function explain(ctx: BotContext, examples: Examples, occasion: "start" | "help"): Promise<void> {
  const isPrivate = ctx.chat?.type === "private";
  const questions = isPrivate ? examples.offered(ctx.speaker.language) : [];
  const html = renderHelp(ctx.speaker, {
    occasion,
    isPrivate,
    botName: ctx.me.username,
    hasExamples: questions.length > 0,
  });
  await replyHtml(ctx, html, questions.length > 0 ? { keyboard: createExampleKeyboard(questions) } : {});
}
