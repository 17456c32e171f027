import { Api } from "grammy";
import type { UserFromGetMe } from "grammy/types";
import type { BotConfig } from "../../config.ts";
import type { Logger } from "../../logger.ts";
import { CALL_LIMIT_SECONDS } from "./limits.ts";
import { persist } from "./persist.ts";

/**
 * Asks Telegram who this bot is, and so whether the token is good, before anything costly is loaded. Waits for a
 * Telegram that cannot be reached.
 *
 * @throws {TelegramRefusal} when Telegram does not accept the token.
 */
export function connectToTelegram(
  config: Pick<BotConfig, "botToken" | "telegramApiRoot">,
  logger: Logger,
): Promise<UserFromGetMe> {
  const api = new Api(config.botToken, {
    apiRoot: config.telegramApiRoot,
    timeoutSeconds: CALL_LIMIT_SECONDS,
  });
  return persist(() => api.getMe(), logger);
}
