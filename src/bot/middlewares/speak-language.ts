import type { MiddlewareFn } from "grammy";
import { chooseLanguage, type Language } from "../../messages/language.ts";
import { type Messages, speak } from "../../messages/load-messages.ts";
import type { BotContext } from "../context.ts";

/** Gives handlers a `ctx.speaker` in the language of the person's Telegram, or in the default one. */
export function speakLanguage(messages: Messages, defaultLanguage: Language): MiddlewareFn<BotContext> {
  return async (ctx, next) => {
    ctx.speaker = speak(messages, chooseLanguage(ctx.from?.language_code, defaultLanguage));
    await next();
  };
}
