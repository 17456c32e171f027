import { limit } from "@grammyjs/ratelimiter";
import type { MiddlewareFn } from "grammy";
import type { Logger } from "../../logger.ts";
import type { BotContext } from "../context.ts";
import { replyMessage } from "../reply.ts";

const MINUTE_MS = 60_000;

/**
 * Lets a person send `perMinute` messages and presses a minute; of the others, the first is answered with a request
 * to wait, the rest with silence until the minute is over.
 *
 * @param perMinute 0 for no limit.
 */
export function limitRate(perMinute: number, logger: Logger): MiddlewareFn<BotContext> {
  if (perMinute === 0) return (_, next) => next();
  const limited = limit<BotContext, never>({
    limit: perMinute,
    timeFrame: MINUTE_MS,
    onLimitExceeded: async (ctx: BotContext) => {
      logger.info({ update: ctx.update.update_id, user: ctx.from?.id }, "a person sends too fast");
      await (ctx.callbackQuery
        ? ctx.acknowledge(ctx.speaker.say("too-fast"))
        : replyMessage(ctx, "too-fast"));
    },
  });
  // What happens to a group is not a person's message, and inline queries come with every letter that is typed.
  return (ctx, next) => (ctx.inlineQuery || ctx.myChatMember ? next() : limited(ctx, next));
}
