import type { InlineKeyboard } from "grammy";
import type { Message } from "grammy/types";
import type { BotContext } from "./context.ts";
import { isUnchanged } from "./errors.ts";
import type { Html } from "./rendering/html.ts";
import { text } from "./rendering/html.ts";

export interface ReplyOptions {
  readonly keyboard?: InlineKeyboard | undefined;
  /** The message to reply to. Default: the person's. `null`: none. */
  readonly to?: number | null;
}

/**
 * Sends HTML to the chat, and in a forum to the topic, of the update: as a reply to the person's message where there
 * is one, without previews of linked pages, which would push the quote off the screen.
 */
export async function replyHtml(
  ctx: BotContext,
  html: Html,
  options: ReplyOptions = {},
): Promise<Message.TextMessage> {
  const message = ctx.message ?? ctx.editedMessage;
  const to = options.to === undefined ? message?.message_id : options.to;
  return ctx.reply(html.source, {
    parse_mode: "HTML",
    link_preview_options: { is_disabled: true },
    // The person may have deleted the message meanwhile; the answer is still wanted.
    ...(typeof to === "number" && {
      reply_parameters: { message_id: to, allow_sending_without_reply: true },
    }),
    ...(options.keyboard && { reply_markup: options.keyboard }),
  });
}

/** Sends one of the bot's own texts, in the language of the person. */
export async function replyMessage(ctx: BotContext, key: string): Promise<void> {
  await replyHtml(ctx, text(ctx.speaker.say(key)));
}

/** Puts HTML in the place of the message whose button was pressed. */
export async function editPressed(ctx: BotContext, html: Html, keyboard?: InlineKeyboard): Promise<void> {
  await unlessUnchanged(
    ctx.editMessageText(html.source, {
      parse_mode: "HTML",
      link_preview_options: { is_disabled: true },
      ...(keyboard && { reply_markup: keyboard }),
    }),
  );
}

/** Lets pass that a message is already what it is to become: a button was pressed twice. */
export async function unlessUnchanged(edit: Promise<unknown>): Promise<void> {
  try {
    await edit;
  } catch (error) {
    if (!isUnchanged(error)) throw error;
  }
}
