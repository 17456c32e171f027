import type { MiddlewareFn } from "grammy";
import type { BotConfig } from "../../config.ts";
import type { Logger } from "../../logger.ts";
import type { Chats } from "../../store/chats.ts";
import { isForBot } from "../addressing.ts";
import type { BotContext } from "../context.ts";
import { text } from "../rendering/html.ts";
import { replyHtml } from "../reply.ts";

export type Admission = Pick<BotConfig, "allowedChats" | "allowedUsers" | "adminIds">;

/**
 * Lets pass what is for the bot and comes from where it is enabled.
 *
 * In a group most messages are talk among people and end here. Where the bot is not enabled, it says so once, with the
 * number that an operator needs to enable it, and is silent from then on.
 */
export function admit(admission: Admission, chats: Chats, logger: Logger): MiddlewareFn<BotContext> {
  /** Where nothing can be written down, silence is better than a notice at every word. */
  function takeNotice(chatId: number): boolean {
    try {
      return chats.takeNotice(chatId);
    } catch (error) {
      logger.error({ chat: chatId, err: error }, "that a chat was told could not be kept");
      return false;
    }
  }

  return async (ctx, next) => {
    const message = ctx.message ?? ctx.editedMessage;
    if (message && isTalk(message) && !isForBot(message, ctx.me)) return;
    if (isAdmitted(ctx, admission, chats)) return next();
    if (ctx.inlineQuery) {
      await ctx.answerInlineQuery([], { cache_time: 300, is_personal: true });
      return;
    }
    const { chat } = ctx;
    if (!chat || !(ctx.message || ctx.myChatMember || ctx.callbackQuery) || hasLeft(ctx)) return;
    if (!takeNotice(chat.id)) return;
    logger.warn({ chat: chat.id, kind: chat.type }, "somebody asks where the bot is not enabled");
    const key = chat.type === "private" ? "not-enabled-person" : "not-enabled-chat";
    await replyHtml(ctx, text(ctx.speaker.say(key, { id: String(chat.id) })));
  };
}

/** Says whether a message is somebody's words, and not Telegram's notice of an event. */
function isTalk(message: object): boolean {
  return !("migrate_to_chat_id" in message || "migrate_from_chat_id" in message);
}

function isAdmitted(ctx: BotContext, admission: Admission, chats: Chats): boolean {
  const { allowedChats, allowedUsers, adminIds } = admission;
  const isPerson = ctx.from !== undefined && (allowedUsers.has(ctx.from.id) || adminIds.has(ctx.from.id));
  const { chat } = ctx;
  if (!chat || chat.type === "private") return allowedUsers.size === 0 || isPerson;
  // A group that became a supergroup has a new number; the operator has enabled the old one.
  return allowedChats.size === 0 || chats.idsOf(chat.id).some((id) => allowedChats.has(id));
}

function hasLeft(ctx: BotContext): boolean {
  const status = ctx.myChatMember?.new_chat_member.status;
  return status === "left" || status === "kicked";
}
