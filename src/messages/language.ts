/** The languages the bot speaks. Each has its file of texts, `<language>.ftl`. */
export const LANGUAGES = ["vi", "en"] as const;

export type Language = (typeof LANGUAGES)[number];

/**
 * Chooses the language for a person.
 *
 * @param code the IETF tag of the person's Telegram, such as `en-GB`; Telegram leaves it out for some people.
 * @param otherwise for people whose language is not spoken here.
 */
export function chooseLanguage(code: string | undefined, otherwise: Language): Language {
  const [primary] = (code ?? "").toLowerCase().split(/[-_]/);
  return LANGUAGES.find((language) => language === primary) ?? otherwise;
}
