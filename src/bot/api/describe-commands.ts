import type { Api } from "grammy";
import { LANGUAGES, type Language } from "../../messages/language.ts";
import type { Messages } from "../../messages/load-messages.ts";

/** In the order of the menu. */
const COMMANDS = ["start", "help", "sources"] as const;

/**
 * Puts the commands into Telegram's menu for private chats, in every language and, for people whose language is not
 * spoken here, in the default one.
 */
export async function describeCommands(
  api: Api,
  messages: Messages,
  defaultLanguage: Language,
): Promise<void> {
  const scope = { type: "all_private_chats" } as const;
  await api.setMyCommands(listCommands(messages, defaultLanguage), { scope });
  for (const language of LANGUAGES) {
    await api.setMyCommands(listCommands(messages, language), { scope, language_code: language });
  }
}

function listCommands(messages: Messages, language: Language) {
  return COMMANDS.map((command) => ({
    command,
    description: messages.translate(language, `command-${command}`),
  }));
}
