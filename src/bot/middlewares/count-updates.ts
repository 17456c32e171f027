import type { MiddlewareFn } from "grammy";
import type { Activity } from "../activity.ts";
import type { BotContext } from "../context.ts";

/** Counts updates by what they are: `message`, `callback_query` and so on. */
export function countUpdates(activity: Activity): MiddlewareFn<BotContext> {
  return (ctx, next) => {
    const kind = KINDS.find((known) => ctx.update[known] !== undefined) ?? "other";
    activity.updateArrived(kind);
    return next();
  };
}

/** A closed list: what Telegram sends must not decide how many series Prometheus keeps. */
const KINDS = ["message", "edited_message", "callback_query", "inline_query", "my_chat_member"] as const;
