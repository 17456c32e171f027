import { Composer } from "grammy";
import { readInContext } from "../../search/follow-up.ts";
import type { Answers } from "../../store/answers.ts";
import { readCommand, readQuestion } from "../addressing.ts";
import type { Answering } from "../answering.ts";
import type { BotContext } from "../context.ts";
import type { Examples } from "../examples.ts";
import { replyMessage } from "../reply.ts";

export interface AskParts {
  readonly answering: Answering;
  readonly answers: Answers;
  readonly examples: Examples;
}

/**
 * The heart of the bot: a text, a caption, `/ask` with words or as a reply to a message, and the press of an example
 * are questions. A reply to an answer follows up on it; an edit of a question changes its answer.
 */
export function createAsk({ answering, answers, examples }: AskParts): Composer<BotContext> {
  const composer = new Composer<BotContext>();

  composer.on("message", async (ctx, next) => {
    const asked = readQuestion(ctx.message, ctx.me);
    if (!asked) {
      if (readCommand(ctx.message, ctx.me)?.name !== "ask") return next();
      return replyMessage(ctx, "ask-usage");
    }
    const previous =
      asked.repliesTo === null ? undefined : answers.findByMessage(ctx.chat.id, asked.repliesTo);
    // The answer that is replied to may itself be one to a follow-up: what that was understood as is the context.
    const previousQuestion = previous
      ? readInContext(previous.question, previous.previousQuestion ?? undefined)
      : null;
    await answering.answer(ctx, { ...asked, previousQuestion });
  });

  composer.on("edited_message", async (ctx) => {
    const asked = readQuestion(ctx.editedMessage, ctx.me);
    if (!asked) return;
    const kept = answers.findByQuestion(ctx.chat.id, asked.messageId);
    // Telegram reports an edit too when only the preview of a link has come, or somebody reacted.
    if (kept && kept.question !== asked.question) await answering.correct(ctx, kept, asked.question);
  });

  composer.on("callback_query:data", async (ctx, next) => {
    const question = examples.find(ctx.callbackQuery.data);
    if (question === undefined) return next();
    await ctx.acknowledge();
    await answering.answer(ctx, { question, messageId: null, previousQuestion: null });
  });
  return composer;
}
