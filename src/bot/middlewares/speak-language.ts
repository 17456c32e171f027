import type { MiddlewareFn } from "grammy";
import type { Logger } from "../../logger.ts";
import { chooseLanguage, type Language } from "../../messages/language.ts";
import { type Messages, speak } from "../../messages/load-messages.ts";
import type { People } from "../../store/people.ts";
import type { BotContext } from "../context.ts";

/**
 * Gives handlers a `ctx.speaker` in the language that the person has chosen, else in that of their Telegram, else in
 * the default one.
 */
export function speakLanguage(
  messages: Messages,
  defaultLanguage: Language,
  people: Pick<People, "languageOf">,
  logger: Logger,
): MiddlewareFn<BotContext> {
  function findChosen(personId: number): Language | undefined {
    try {
      return people.languageOf(personId);
    } catch (error) {
      logger.warn({ err: error }, "a person's language could not be read");
      return undefined;
    }
  }

  return async (ctx, next) => {
    const chosen = ctx.from && findChosen(ctx.from.id);
    ctx.speaker = speak(messages, chosen ?? chooseLanguage(ctx.from?.language_code, defaultLanguage));
    await next();
  };
}
