import type { MiddlewareFn } from "grammy";
import { describeError, type ErrorDescription, type Logger } from "../../logger.ts";
import { BusyError } from "../../search/turns.ts";
import type { Activity } from "../activity.ts";
import { isForBot } from "../addressing.ts";
import type { BotContext } from "../context.ts";
import { isOutOfReach, isUnreached } from "../errors.ts";
import { replyMessage } from "../reply.ts";

/** Shorter texts give nothing away, and replacing them would shred the error's message. */
const MIN_HIDDEN_LENGTH = 4;

/** Chats that could not be reached, each with the reason, in memory at a time: the log tells of each once. */
const MAX_REPORTED = 10_000;

/**
 * Keeps what fails in one update from reaching any other: logs it, without the person's words, and asks the person
 * to try again. What failed because Telegram could not be reached passes on: it is tried again when it can.
 *
 * A middleware rather than `bot.catch`, which grammY does not call when updates come by webhook.
 */
export function catchErrors(logger: Logger, activity: Activity): MiddlewareFn<BotContext> {
  const reported = new Set<string>();

  /** Says whether this is the first time, since the bot's place in the chat last changed, that it meets this there. */
  function isNews(ctx: BotContext, { message }: ErrorDescription): boolean {
    const place = `${ctx.chatId ?? ctx.from?.id} ${message}`;
    if (reported.has(place)) return false;
    reported.add(place);
    const [oldest] = reported;
    if (reported.size > MAX_REPORTED && oldest !== undefined) reported.delete(oldest);
    return true;
  }

  return async (ctx, next) => {
    // Unblocked, or given rights: what happens from now on is news again.
    if (ctx.myChatMember) {
      for (const place of reported) if (place.startsWith(`${ctx.chatId} `)) reported.delete(place);
    }
    try {
      await next();
    } catch (error) {
      const update = ctx.update.update_id;
      const description = hideWords(describeError(error, logger.isLevelEnabled("debug")), readWords(ctx));
      if (isOutOfReach(error)) {
        const level = isNews(ctx, description) ? "info" : "debug";
        logger[level]({ update, chat: ctx.chatId, error: description }, "a person cannot be reached");
        return;
      }
      // Whoever gave the update tries it again later. A press would count twice, and what is typed inline is past.
      if (isUnreached(error) && !ctx.callbackQuery && !ctx.inlineQuery) throw error;
      logger.error({ update, error: description }, "an update failed");
      activity.updateFailed(description);
      await apologise(ctx, logger, error instanceof BusyError ? "busy" : "try-again");
    }
  };
}

async function apologise(ctx: BotContext, logger: Logger, apology: "busy" | "try-again"): Promise<void> {
  try {
    if (ctx.callbackQuery) return await ctx.acknowledge(ctx.speaker.say(apology));
    // In a group, only who spoke to the bot is told: what else happens there is not for it.
    const message = ctx.message ?? ctx.editedMessage;
    if (message && isForBot(message, ctx.me)) await replyMessage(ctx, apology);
  } catch (error) {
    logger.warn({ update: ctx.update.update_id, err: error }, "a person could not be told of a failure");
  }
}

function readWords(ctx: BotContext): string | undefined {
  const message = ctx.message ?? ctx.editedMessage;
  const words: unknown = message?.text ?? message?.caption ?? ctx.inlineQuery?.query;
  // An update that is not what Telegram promises may hold anything here.
  return typeof words === "string" ? words : undefined;
}

/** Errors of other parts may quote what they were given. */
function hideWords(description: ErrorDescription, words: string | undefined): ErrorDescription {
  const secret = words?.trim() ?? "";
  if (secret.length < MIN_HIDDEN_LENGTH) return description;
  const { message, cause, stack } = description;
  return {
    ...description,
    message: message.replaceAll(secret, "[question]"),
    ...(cause && { cause: hideWords(cause, words) }),
    ...(stack !== undefined && { stack: stack.replaceAll(secret, "[question]") }),
  };
}
