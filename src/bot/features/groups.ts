import { Composer } from "grammy";
import type { Logger } from "../../logger.ts";
import type { Chats } from "../../store/chats.ts";
import type { BotContext } from "../context.ts";
import { text } from "../rendering/html.ts";
import { replyHtml } from "../reply.ts";

/** What happens to a group rather than in it: the bot is added, or the group gets a new number. */
export function createGroups(chats: Chats, logger: Logger): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.on("my_chat_member").filter(
    (ctx) => ctx.chat.type === "group" || ctx.chat.type === "supergroup",
    async (ctx) => {
      const { old_chat_member: before, new_chat_member: now } = ctx.myChatMember;
      logger.info({ chat: ctx.chat.id, status: now.status }, "the bot's place in a group has changed");
      if (isMember(before) || !isMember(now)) return;
      await replyHtml(ctx, text(ctx.speaker.say("group-hello", { bot: ctx.me.username })));
    },
  );
  composer.on("message:migrate_to_chat_id", (ctx) => {
    chats.move(ctx.chat.id, ctx.message.migrate_to_chat_id);
  });
  composer.on("message:migrate_from_chat_id", (ctx) => {
    chats.move(ctx.message.migrate_from_chat_id, ctx.chat.id);
  });
  return composer;
}

function isMember(member: { readonly status: string; readonly is_member?: boolean }): boolean {
  return member.status === "restricted"
    ? member.is_member === true
    : member.status === "member" || member.status === "administrator";
}
