import { InlineKeyboard } from "grammy";
import { LANGUAGES } from "../../messages/language.ts";
import type { Messages } from "../../messages/load-messages.ts";
import { writePress } from "../callback-data.ts";

/** A button for each language, in that language. */
export function createLanguageKeyboard(messages: Messages): InlineKeyboard {
  const buttons = LANGUAGES.map((language) =>
    InlineKeyboard.text(
      messages.translate(language, "language-name"),
      writePress({ kind: "language", language }),
    ),
  );
  return InlineKeyboard.from([buttons]);
}
