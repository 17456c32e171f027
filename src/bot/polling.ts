import { createConcurrentSink, createRunner, createSource } from "@grammyjs/runner";
import type { Bot } from "grammy";
import type { Update } from "grammy/types";
import type { BotConfig } from "../config.ts";
import type { Logger } from "../logger.ts";
import { createUpdateSource } from "./api/fetch-updates.ts";
import { persist } from "./api/persist.ts";
import type { BotContext } from "./context.ts";
import { explainRefusal } from "./errors.ts";

/** Updates in hand at a time. Searching is quick; most of an update's time is waiting for Telegram. */
const MAX_CONCURRENT_UPDATES = 100;

/** A bot that takes updates. */
export interface Polling {
  /** Settles when the bot has stopped; rejects with a `TelegramRefusal` when Telegram will not have it. */
  readonly finished: Promise<void>;
  /** Takes no more updates; settles when those in hand are done. */
  stop(): Promise<void>;
}

/**
 * Takes updates by long polling until stopped: many at a time, those of one chat in order (which `createBot` sees
 * to).
 *
 * Put together from the parts of `@grammyjs/runner` instead of by its `run`, whose `stop` does not wait for the
 * updates in hand.
 */
export async function startPolling(
  bot: Bot<BotContext>,
  config: Pick<BotConfig, "botToken" | "telegramApiRoot">,
  logger: Logger,
): Promise<Polling> {
  // Telegram hands out updates either by webhook or by polling; a webhook of an earlier life would be in the way.
  await persist(() => bot.api.deleteWebhook(), logger);

  const inHand = new Set<Promise<void>>();

  async function consume(update: Update): Promise<void> {
    const task = bot.handleUpdate(update).catch((error: unknown) => {
      // The bot catches its errors itself; this is for what fails around it.
      logger.error({ update: update.update_id, err: error }, "an update failed outside of the bot");
    });
    inHand.add(task);
    await task;
    inHand.delete(task);
  }

  const source = createUpdateSource(config, logger);
  const runner = createRunner(
    createSource(source),
    createConcurrentSink({ consume }, () => Promise.resolve(), { concurrency: MAX_CONCURRENT_UPDATES }),
  );
  runner.start();
  const ended = runner.task() ?? Promise.resolve();
  return {
    finished: ended.catch(async (error: unknown) => {
      await Promise.all(inHand);
      throw explainRefusal(error) ?? error;
    }),
    async stop() {
      await runner.stop();
      await Promise.all(inHand);
      await source.confirm();
    },
  };
}
