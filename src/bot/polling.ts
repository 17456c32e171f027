import { createConcurrentSink, createRunner, createSource } from "@grammyjs/runner";
import type { Bot } from "grammy";
import type { BotConfig } from "../config.ts";
import type { Logger } from "../logger.ts";
import type { Inbox } from "../store/inbox.ts";
import type { Activity } from "./activity.ts";
import { createUpdateSource } from "./api/fetch-updates.ts";
import { persist } from "./api/persist.ts";
import type { BotContext } from "./context.ts";
import { explainRefusal } from "./errors.ts";
import { createHandling } from "./handling.ts";

/**
 * Updates in hand at a time. Most of an update's time is waiting for its turn to be sent; presses and inline queries,
 * which Telegram wants answered within seconds, must not wait outside of the door for a crowd that does.
 */
const MAX_CONCURRENT_UPDATES = 2_000;

/** A bot that takes updates. */
export interface Running {
  /** Settles when the bot has stopped; rejects with a `TelegramRefusal` when Telegram will not have it. */
  readonly finished: Promise<void>;
  /** Takes no more updates; settles when those in hand are done. */
  stop(): Promise<void>;
}

/** What taking updates needs, by polling or by webhook. */
export interface TakingParts {
  readonly config: Pick<BotConfig, "botToken" | "telegramApiRoot">;
  readonly logger: Logger;
  readonly activity: Activity;
  readonly inbox: Inbox;
  /** Milliseconds until an update is tried again that failed because Telegram could not be reached. */
  readonly postponeMs?: number;
}

/**
 * Takes updates by long polling until stopped: many at a time, those of one chat in order (which `createBot` sees
 * to), each of them once.
 *
 * Put together from the parts of `@grammyjs/runner` instead of by its `run`, whose `stop` does not wait for the
 * updates in hand.
 */
export async function startPolling(bot: Bot<BotContext>, parts: TakingParts): Promise<Running> {
  const { logger, inbox } = parts;
  // Telegram hands out updates either by webhook or by polling; a webhook of an earlier life would be in the way.
  await persist(() => bot.api.deleteWebhook(), logger);

  const handling = createHandling(bot, inbox, logger, parts.postponeMs);
  const source = createUpdateSource({ ...parts, handling });
  const runner = createRunner(
    createSource(source),
    createConcurrentSink({ consume: handling.handle }, () => Promise.resolve(), {
      concurrency: MAX_CONCURRENT_UPDATES,
    }),
  );
  runner.start();
  const ended = runner.task() ?? Promise.resolve();
  return {
    finished: ended.catch(async (error: unknown) => {
      await handling.settle();
      throw explainRefusal(error) ?? error;
    }),
    async stop() {
      await runner.stop();
      await handling.settle();
      await source.confirm();
    },
  };
}
