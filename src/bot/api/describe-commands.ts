import type { Api } from "grammy";
import type { BotCommandScope } from "grammy/types";
import { LANGUAGES, type Language } from "../../messages/language.ts";
import type { Messages } from "../../messages/load-messages.ts";
import { isOutOfReach } from "../errors.ts";

/** In the order of the menu. `/start` is not in it: Telegram has a button for that. */
export const PRIVATE_COMMANDS = ["ask", "help", "sources", "language", "about", "forget"] as const;

/** In a group a question needs a command, and what concerns one person only is better asked in private. */
export const GROUP_COMMANDS = ["ask", "help", "sources", "about"] as const;

/** Only for the operators, each in their chat with the bot. */
const ADMIN_COMMANDS = [...PRIVATE_COMMANDS, "status"] as const;

/**
 * Puts the commands into Telegram's menus, in every language and, for people whose language is not spoken here, in the
 * default one.
 */
export async function describeCommands(
  api: Api,
  messages: Messages,
  defaultLanguage: Language,
  adminIds: Iterable<number> = [],
): Promise<void> {
  const menus = [
    ["all_private_chats", PRIVATE_COMMANDS],
    ["all_group_chats", GROUP_COMMANDS],
  ] as const;

  async function describe(commands: readonly string[], scope: BotCommandScope): Promise<void> {
    await api.setMyCommands(listCommands(commands, messages, defaultLanguage), { scope });
    for (const language of LANGUAGES) {
      await api.setMyCommands(listCommands(commands, messages, language), { scope, language_code: language });
    }
  }

  for (const [type, commands] of menus) await describe(commands, { type });
  for (const id of adminIds) {
    await describe(ADMIN_COMMANDS, { type: "chat", chat_id: id }).catch((error: unknown) => {
      // An operator who has never written to the bot has no chat with it.
      if (!isOutOfReach(error)) throw error;
    });
  }
}

function listCommands(commands: readonly string[], messages: Messages, language: Language) {
  return commands.map((command) => ({
    command,
    description: messages.translate(language, `command-${command}`),
  }));
}
