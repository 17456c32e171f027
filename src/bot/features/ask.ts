import { Composer } from "grammy";
import { readInContext } from "../../search/follow-up.ts";
import type { Answers } from "../../store/answers.ts";
import { type Asked, readCommand, readQuestion } from "../addressing.ts";
import type { Answering } from "../answering.ts";
import type { BotContext } from "../context.ts";
import type { Examples } from "../examples.ts";
import { replyMessage } from "../reply.ts";

export interface AskParts {
  readonly answering: Answering;
  readonly answers: Answers;
  readonly examples: Examples;
}

/** How long after a message that got no answer its edit still gets one. */
const MAX_UNANSWERED_SECONDS = 60 * 60;

/**
 * The heart of the bot: a text, a caption, `/ask` with words or as a reply to a message, and the press of an example
 * are questions. A reply to an answer follows up on it; an edit of a question changes its answer.
 */
export function createAsk({ answering, answers, examples }: AskParts): Composer<BotContext> {
  const composer = new Composer<BotContext>();

  /** What was asked before, where the question is a reply to an answer. */
  function findContext(chatId: number, { repliesTo }: Asked): string | null {
    const previous = repliesTo === null ? undefined : answers.findByMessage(chatId, repliesTo);
    // The answer that is replied to may itself be one to a follow-up: what that was understood as is the context.
    return previous ? readInContext(previous.question, previous.previousQuestion ?? undefined) : null;
  }

  composer.on("message", async (ctx, next) => {
    const asked = readQuestion(ctx.message, ctx.me);
    if (!asked) {
      if (readCommand(ctx.message, ctx.me)?.name !== "ask") return next();
      // Who takes the command from the menu in a private chat needs none.
      return replyMessage(ctx, ctx.chat.type === "private" ? "ask-what" : "ask-usage");
    }
    await answering.answer(ctx, { ...asked, previousQuestion: findContext(ctx.chat.id, asked) });
  });

  composer.on("edited_message", async (ctx) => {
    const asked = readQuestion(ctx.editedMessage, ctx.me);
    if (!asked) return;
    const kept = answers.findByQuestion(ctx.chat.id, asked.messageId);
    if (kept) {
      // Telegram reports an edit too when only the preview of a link has come, or somebody reacted.
      if (kept.question !== asked.question) await answering.correct(ctx, kept, asked.question);
      return;
    }
    const { date, edit_date: editedAt } = ctx.editedMessage;
    // A message that was no question has become one. Of an old one the answer may be forgotten.
    if (editedAt - date > MAX_UNANSWERED_SECONDS) return;
    await answering.answer(ctx, { ...asked, previousQuestion: findContext(ctx.chat.id, asked) });
  });

  composer.on("callback_query:data", async (ctx, next) => {
    const question = examples.find(ctx.callbackQuery.data);
    if (question === undefined) return next();
    await ctx.acknowledge();
    await answering.answer(ctx, { question, messageId: null, previousQuestion: null });
  });
  return composer;
}
