import type { MiddlewareFn } from "grammy";
import type { Logger } from "../../logger.ts";
import type { BotContext } from "../context.ts";

/**
 * Answers every press of a button at once, whatever comes of it, so that the button stops spinning. The answer to
 * the question comes as a message.
 */
export function acknowledgePresses(logger: Logger): MiddlewareFn<BotContext> {
  return async (ctx, next) => {
    if (!ctx.callbackQuery) return next();
    const acknowledged = ctx.answerCallbackQuery().catch((error: unknown) => {
      // Telegram forgets presses after a while, for instance while the bot was not running.
      logger.info({ err: error, update: ctx.update.update_id }, "a press could not be acknowledged");
    });
    await next();
    await acknowledged;
  };
}
