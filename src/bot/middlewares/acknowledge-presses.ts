import type { MiddlewareFn } from "grammy";
import type { Logger } from "../../logger.ts";
import type { BotContext } from "../context.ts";

/**
 * Sees to it that every press of a button is answered, whatever comes of it, so that the button stops spinning:
 * by the feature, which may add a note, or else afterwards.
 */
export function acknowledgePresses(logger: Logger): MiddlewareFn<BotContext> {
  return async (ctx, next) => {
    let acknowledged: Promise<void> | undefined;
    ctx.acknowledge = (note) => {
      if (!ctx.callbackQuery) return Promise.resolve();
      acknowledged ??= ctx.answerCallbackQuery(note === undefined ? {} : { text: note }).then(
        () => {},
        (error: unknown) => {
          // Telegram forgets presses after a while, for instance while the bot was not running.
          logger.info({ err: error, update: ctx.update.update_id }, "a press could not be acknowledged");
        },
      );
      return acknowledged;
    };
    try {
      await next();
    } finally {
      await ctx.acknowledge();
    }
  };
}
