import { Composer } from "grammy";
import type { Chat, User } from "grammy/types";
import type { Logger } from "../../logger.ts";
import { continueContext } from "../../search/follow-up.ts";
import type { Answers } from "../../store/answers.ts";
import { type Asked, readCommand, readQuestion } from "../addressing.ts";
import type { Answering } from "../answering.ts";
import type { BotContext } from "../context.ts";
import type { Examples } from "../examples.ts";
import { replyMessage } from "../reply.ts";

/** Who says something, where and when. */
interface Conversing {
  readonly chat: Chat;
  readonly from?: User | undefined;
  /** Seconds since 1970. */
  readonly date: number;
}

export interface AskParts {
  readonly answering: Answering;
  readonly answers: Answers;
  readonly examples: Examples;
  readonly logger: Logger;
}

/** How long after a message that got no answer its edit still gets one. */
const MAX_UNANSWERED_SECONDS = 60 * 60;

/** Later than so long after an answer, a question in a private chat begins a new conversation. */
const CONVERSATION_MS = 15 * 60 * 1000;

/**
 * The heart of the bot: a text, a caption, `/ask` with words or as a reply to a message, and the press of an example
 * are questions. A reply to an answer may follow up on it, and so may what a person asks soon after in a private chat;
 * an edit of a question changes its answer.
 */
export function createAsk({ answering, answers, examples, logger }: AskParts): Composer<BotContext> {
  const composer = new Composer<BotContext>();

  /** What was asked before: the question may be a follow-up to it, which the search can tell. */
  function findContext({ chat, from, date }: Conversing, { repliesTo, messageId }: Asked): string | null {
    try {
      const previous =
        repliesTo === null
          ? chat.type === "private"
            ? answers.findLast(chat.id, from?.id ?? 0, {
                since: date * 1000 - CONVERSATION_MS,
                before: messageId,
              })
            : undefined
          : answers.findByMessage(chat.id, repliesTo);
      return previous === undefined ? null : continueContext(previous.question, previous.previousQuestion);
    } catch (error) {
      // A broken disk costs a question its context, not the person the answer.
      logger.error({ chat: chat.id, err: error }, "what was asked before could not be read");
      return null;
    }
  }

  composer.on("message", async (ctx, next) => {
    const asked = readQuestion(ctx.message, ctx.me);
    if (!asked) {
      if (readCommand(ctx.message, ctx.me)?.name !== "ask") return next();
      // Who takes the command from the menu in a private chat needs none.
      return replyMessage(ctx, ctx.chat.type === "private" ? "ask-what" : "ask-usage");
    }
    await answering.answer(ctx, { ...asked, previousQuestion: findContext(ctx.message, asked) });
  });

  composer.on("edited_message", async (ctx) => {
    const asked = readQuestion(ctx.editedMessage, ctx.me);
    if (!asked) return;
    const kept = answers.findByQuestion(ctx.chat.id, asked.messageId);
    if (kept) {
      // Telegram reports an edit too when only the preview of a link has come, or somebody reacted.
      if (kept.question !== asked.question) {
        const previousQuestion = findContext(ctx.editedMessage, asked);
        await answering.correct(ctx, kept, { ...asked, previousQuestion });
      }
      return;
    }
    const { date, edit_date: editedAt } = ctx.editedMessage;
    // A message that was no question has become one. Of an old one the answer may be forgotten.
    if (editedAt - date > MAX_UNANSWERED_SECONDS) return;
    await answering.answer(ctx, { ...asked, previousQuestion: findContext(ctx.editedMessage, asked) });
  });

  composer.on("callback_query:data", async (ctx, next) => {
    const question = examples.find(ctx.callbackQuery.data);
    if (question === undefined) return next();
    await ctx.acknowledge();
    await answering.answer(ctx, { question, messageId: null, previousQuestion: null });
  });
  return composer;
}
