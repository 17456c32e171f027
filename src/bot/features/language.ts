import { Composer } from "grammy";
import { LANGUAGES, type Language } from "../../messages/language.ts";
import { type Messages, speak } from "../../messages/load-messages.ts";
import type { People } from "../../store/people.ts";
import { readPress } from "../callback-data.ts";
import type { BotContext } from "../context.ts";
import { createLanguageKeyboard } from "../keyboards/language.ts";
import { text } from "../rendering/html.ts";
import { editPressed, replyHtml, replyMessage } from "../reply.ts";

/** `/language`: the language in which the bot speaks with a person, which Telegram's own need not be. */
export function createLanguage(messages: Messages, people: People): Composer<BotContext> {
  const composer = new Composer<BotContext>();

  function choose(ctx: BotContext, language: Language): void {
    if (ctx.from) people.chooseLanguage(ctx.from.id, language);
    ctx.speaker = speak(messages, language);
  }

  composer.command("language", async (ctx) => {
    const wanted = ctx.match.trim().toLowerCase();
    const language = LANGUAGES.find((known) => known === wanted);
    if (language) {
      choose(ctx, language);
      return replyMessage(ctx, "language-chosen");
    }
    await replyHtml(ctx, text(ctx.speaker.say("language")), { keyboard: createLanguageKeyboard(messages) });
  });

  composer.on("callback_query:data", async (ctx, next) => {
    const press = readPress(ctx.callbackQuery.data);
    if (press?.kind !== "language") return next();
    choose(ctx, press.language);
    const chosen = ctx.speaker.say("language-chosen");
    await ctx.acknowledge(chosen);
    // In a group the buttons are there for everybody; a choice is one person's.
    if (ctx.chat?.type === "private") await editPressed(ctx, text(chosen));
  });
  return composer;
}
