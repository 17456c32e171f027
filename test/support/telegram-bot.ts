import type { Bot } from "grammy";
import type { Chat } from "grammy/types";
import { inject } from "vitest";
import { type Activity, createActivity } from "../../src/bot/activity.ts";
import type { BotContext } from "../../src/bot/context.ts";
import { createBot } from "../../src/bot/create-bot.ts";
import { type Running, startPolling, type TakingParts } from "../../src/bot/polling.ts";
import { type BotConfig, type Environment, readBotConfig } from "../../src/config.ts";
import { createLogger, type Logger } from "../../src/logger.ts";
import { loadMessages } from "../../src/messages/load-messages.ts";
import type { Search } from "../../src/search/answer.ts";
import { startWebhook } from "../../src/server/start-webhook.ts";
import { IN_MEMORY } from "../../src/store/database.ts";
import { openStore, type Store } from "../../src/store/open-store.ts";
import { makeSearch } from "./answers.ts";
import { startTelegramDouble, type TelegramDouble } from "./telegram-double.ts";
import { BOT_INFO } from "./telegram-methods.ts";
import { Person } from "./telegram-person.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** How bots take their updates in a run of the tests, unless a test says itself; see `vitest.config.ts`. */
    readonly takes: "polling" | "webhook";
  }
}

/** A bot that runs against the double. */
export interface RunningBot {
  readonly telegram: TelegramDouble;
  readonly polling: Running;
  readonly store: Store;
  readonly activity: Activity;
  readonly config: BotConfig;
  readonly logger: Logger;
  /** Everything logged, one JSON object a line. */
  readonly logged: readonly string[];
  /** Somebody new, whose Telegram speaks the language; `undefined`: Telegram does not tell. */
  meet(languageCode?: string): Person;
  /** A group that nobody has spoken in yet. */
  openGroup(): Chat;
  /** Stops the bot and the double; harmless when they are stopped. */
  close(): Promise<void>;
}

export interface RunningBotParts {
  readonly search?: Search;
  readonly environment?: Environment;
  /** What the bot remembers of an earlier life. */
  readonly store?: Store;
  /** A double that is running already. */
  readonly telegram?: TelegramDouble;
  /** Whether calls that fail are tried again at once, and given up soon. */
  readonly isImpatient?: boolean;
}

const SOON_MS = 50;

/** What the bot says of an index that is not there. */
export const INDEX_FACTS = {
  generation: "20210112T170200000-abcdef",
  builtAt: "2021-01-13T08:00:00.000Z",
  model: "vi-en-trade-384",
  passages: 120,
} as const;

/** Settings that make the bot listen for Telegram's calls. */
export const WEBHOOK = {
  BOT_MODE: "webhook",
  WEBHOOK_URL: "https://bot.example.org/telegram/updates",
  WEBHOOK_SECRET: "a_secret-of-the-tests",
  PORT: "0",
} as const;

async function start(
  bot: Bot<BotContext>,
  { webhook }: BotConfig,
  parts: TakingParts,
  telegram: TelegramDouble,
): Promise<Running> {
  if (webhook === null) return startPolling(bot, parts);
  const running = await startWebhook(bot, parts, webhook);
  telegram.proxiedTo = `http://127.0.0.1:${running.port}`;
  return running;
}

/** Starts a double of Telegram and the real bot, which takes its updates from there. */
export async function runBot(parts: RunningBotParts = {}): Promise<RunningBot> {
  const telegram = parts.telegram ?? (await startTelegramDouble());
  const logged: string[] = [];
  const config = readBotConfig({
    BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    LOG_LEVEL: "info",
    ...(inject("takes") === "webhook" && WEBHOOK),
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
  const store = parts.store ?? openStore(IN_MEMORY);
  const activity = createActivity();
  const bot = await createBot({
    config,
    logger,
    search,
    store,
    messages,
    activity,
    botInfo: BOT_INFO,
    readIndexFacts: () => INDEX_FACTS,
    version: "1.2.3",
    ...(parts.isImpatient && { retryDelays: [0] }),
  });
  const taking = {
    config,
    logger,
    activity,
    inbox: store.inbox,
    ...(parts.isImpatient && { postponeMs: SOON_MS }),
  };
  const polling = await start(bot, config, taking, telegram);
  let people = 0;
  let groups = 0;
  return {
    telegram,
    polling,
    store,
    activity,
    config,
    logger,
    logged,
    meet: (languageCode) => new Person(telegram, ++people, languageCode),
    openGroup: () => ({ id: -1_000_000_000_000 - ++groups, type: "supergroup", title: "Nhóm" }),
    async close() {
      await polling.stop();
      await telegram.goAway();
    },
  };
}
