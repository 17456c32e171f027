import { readFileSync } from "node:fs";
import { Fluent } from "@grammyjs/i18n";
import { LANGUAGES, type Language } from "./language.ts";

/** What a message may be given: numbers are written as the language writes them (1.234 or 1,234). */
export type MessageVariables = Readonly<Record<string, string | number>>;

/** The texts of the product, by language. */
export interface Messages {
  /**
   * Gives a text in plain words: no markup, nothing escaped.
   *
   * @throws {Error} when there is no such message or a variable of it is missing: a mistake of ours, which the
   * tests are to find.
   */
  translate(language: Language, key: string, variables?: MessageVariables): string;
}

/** The texts of the product in one language: what renderers and features speak with. */
export interface Speaker {
  readonly language: Language;
  /** Gives a text in plain words; see {@link Messages.translate}. */
  say(key: string, variables?: MessageVariables): string;
}

/** Settles on a language. */
export function speak(messages: Messages, language: Language): Speaker {
  return { language, say: (key, variables) => messages.translate(language, key, variables) };
}

/**
 * Loads `vi.ftl` and `en.ftl`, the Fluent files beside this one.
 *
 * Fluent wraps variables in invisible marks of writing direction unless told otherwise; they would count towards
 * Telegram's limits and stick to what people copy, so they are off.
 */
export function loadMessages(): Messages {
  const fluent = new Fluent({
    warningHandler: ({ path, locales }) => {
      throw new Error(`There is no message "${path}" for ${locales.join(", ")}`);
    },
  });
  for (const language of LANGUAGES) {
    const source = readFileSync(new URL(`${language}.ftl`, import.meta.url), "utf8");
    fluent.addTranslationSync({ locales: language, source, bundleOptions: { useIsolating: false } });
  }
  return { translate: (language, key, variables) => fluent.translate(language, key, variables) };
}
