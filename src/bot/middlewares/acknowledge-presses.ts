import type { MiddlewareFn } from "grammy";
import type { Logger } from "../../logger.ts";
import type { BotContext } from "../context.ts";

/** Telegram forgets a press after some ten seconds, and a person wonders long before. */
const PATIENCE_MS = 2_000;

/**
 * Sees to it that every press of a button is answered, whatever comes of it, so that the button stops spinning:
 * by the feature, which may add a note, or else afterwards, or when that takes long: a press waits for what is in hand
 * in its chat.
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
    const timer = ctx.callbackQuery && setTimeout(() => void ctx.acknowledge(), PATIENCE_MS);
    try {
      await next();
    } finally {
      clearTimeout(timer);
      await ctx.acknowledge();
    }
  };
}
