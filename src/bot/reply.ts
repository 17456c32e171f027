import type { InlineKeyboard } from "grammy";
import type { BotContext } from "./context.ts";
import type { Html } from "./rendering/html.ts";
import { text } from "./rendering/html.ts";

/**
 * Sends HTML to the chat of the update: as a reply to the person's message where there is one, without previews of
 * linked pages, which would push the quote off the screen.
 */
export async function replyHtml(ctx: BotContext, html: Html, keyboard?: InlineKeyboard): Promise<void> {
  await ctx.reply(html.source, {
    parse_mode: "HTML",
    link_preview_options: { is_disabled: true },
    // The person may have deleted the message meanwhile; the answer is still wanted.
    ...(ctx.message && {
      reply_parameters: { message_id: ctx.message.message_id, allow_sending_without_reply: true },
    }),
    ...(keyboard && { reply_markup: keyboard }),
  });
}

/** Sends one of the bot's own texts, in the language of the person. */
export async function replyMessage(ctx: BotContext, key: string): Promise<void> {
  await replyHtml(ctx, text(ctx.speaker.say(key)));
}
