import { createBot } from "../../src/bot/create-bot.ts";
import { type Polling, startPolling } from "../../src/bot/polling.ts";
import { type BotConfig, type Environment, readBotConfig } from "../../src/config.ts";
import { createLogger, type Logger } from "../../src/logger.ts";
import { loadMessages } from "../../src/messages/load-messages.ts";
import type { Search } from "../../src/search/answer.ts";
import { makeSearch } from "./answers.ts";
import { startTelegramDouble, type TelegramDouble } from "./telegram-double.ts";
import { BOT_INFO } from "./telegram-methods.ts";
import { Person } from "./telegram-person.ts";

/** A bot that runs against the double. */
export interface RunningBot {
  readonly telegram: TelegramDouble;
  readonly polling: Polling;
  readonly config: BotConfig;
  readonly logger: Logger;
  /** Everything logged, one JSON object a line. */
  readonly logged: readonly string[];
  /** Somebody new, whose Telegram speaks the language; `undefined`: Telegram does not tell. */
  meet(languageCode?: string): Person;
  /** Stops the bot and the double; harmless when they are stopped. */
  close(): Promise<void>;
}

export interface RunningBotParts {
  readonly search?: Search;
  readonly environment?: Environment;
}

/** Starts a double of Telegram and the real bot, which takes its updates from there. */
export async function runBot(parts: RunningBotParts = {}): Promise<RunningBot> {
  const telegram = await startTelegramDouble();
  const logged: string[] = [];
  const config = readBotConfig({
    BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    LOG_LEVEL: "info",
    ...parts.environment,
  });
  const logger = createLogger({
    level: config.logLevel,
    botToken: config.botToken,
    destination: { write: (line) => logged.push(line) },
    pretty: false,
  });
  const messages = loadMessages();
  const search = parts.search ?? makeSearch();
  const bot = await createBot({ config, logger, search, messages, botInfo: BOT_INFO });
  const polling = await startPolling(bot, config, logger);
  let people = 0;
  return {
    telegram,
    polling,
    config,
    logger,
    logged,
    meet: (languageCode) => new Person(telegram, ++people, languageCode),
    async close() {
      await polling.stop();
      await telegram.goAway();
    },
  };
}
