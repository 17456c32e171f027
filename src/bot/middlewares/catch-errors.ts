import type { MiddlewareFn } from "grammy";
import { describeError, type ErrorDescription, type Logger } from "../../logger.ts";
import type { Activity } from "../activity.ts";
import { isForBot } from "../addressing.ts";
import type { BotContext } from "../context.ts";
import { isOutOfReach } from "../errors.ts";
import { replyMessage } from "../reply.ts";

/** Shorter texts give nothing away, and replacing them would shred the error's message. */
const MIN_HIDDEN_LENGTH = 4;

/**
 * Keeps what fails in one update from reaching any other: logs it, without the person's words, and asks the person
 * to try again.
 *
 * A middleware rather than `bot.catch`, which grammY does not call when updates come by webhook.
 */
export function catchErrors(logger: Logger, activity: Activity): MiddlewareFn<BotContext> {
  return async (ctx, next) => {
    try {
      await next();
    } catch (error) {
      const update = ctx.update.update_id;
      const description = hideWords(describeError(error, logger.isLevelEnabled("debug")), readWords(ctx));
      if (isOutOfReach(error)) {
        logger.info({ update, error: description }, "a person cannot be reached");
        return;
      }
      logger.error({ update, error: description }, "an update failed");
      activity.updateFailed(description);
      await apologise(ctx, logger);
    }
  };
}

async function apologise(ctx: BotContext, logger: Logger): Promise<void> {
  try {
    if (ctx.callbackQuery) return await ctx.acknowledge(ctx.speaker.say("try-again"));
    // In a group, only who spoke to the bot is told: what else happens there is not for it.
    const message = ctx.message ?? ctx.editedMessage;
    if (message && isForBot(message, ctx.me)) await replyMessage(ctx, "try-again");
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
