import { readFileSync } from "node:fs";
import { Api } from "grammy";
import { z } from "zod";
import { type Activity, createActivity } from "./bot/activity.ts";
import { connectToTelegram } from "./bot/api/connect.ts";
import { describeCommands } from "./bot/api/describe-commands.ts";
import { CALL_LIMIT_SECONDS } from "./bot/api/limits.ts";
import { paceMessages } from "./bot/api/pace-messages.ts";
import { createBot } from "./bot/create-bot.ts";
import { type Running, startPolling } from "./bot/polling.ts";
import { type BotConfig, loadEnvironment, readBotConfig } from "./config.ts";
import { hideTokens } from "./hide-tokens.ts";
import { outliveFileLimits } from "./index/disk-failure.ts";
import { createLogger, type Logger } from "./logger.ts";
import { loadMessages } from "./messages/load-messages.ts";
import type { LiveSearch } from "./search/live-search.ts";
import { loadSearch } from "./search/load-search.ts";
import { listen } from "./server/listen.ts";
import { createOperations } from "./server/operations.ts";
import { startWebhook } from "./server/start-webhook.ts";
import { openStore, type Store } from "./store/open-store.ts";

/** Who stops the bot (systemd, Docker, a person) is promised ten seconds; the last one is for leaving. */
const STOP_DEADLINE_MS = 9_000;

/** How often what is too old is deleted. */
const SWEEP_INTERVAL_MS = 6 * 60 * 60 * 1000;

async function main(): Promise<void> {
  const config = readBotConfig(loadEnvironment());
  const logger = createLogger({ level: config.logLevel, botToken: config.botToken });
  outliveMistakes(logger);
  outliveFileLimits();
  const stopped = waitForSignal(logger);
  try {
    // Stopped while starting, there is nothing in hand to finish.
    const running = await Promise.race([startBot(config, logger), stopped]);
    if (running === undefined) return;
    await Promise.race([running.finished, stopped]);
    await running.stop();
  } catch (error) {
    // For who looks for the place in the code; everybody else gets the sentence that `exit` writes.
    logger.debug({ err: error }, "the bot cannot run");
    throw new Error(hideTokens(describe(error), config.botToken));
  }
}

async function startBot(config: BotConfig, logger: Logger): Promise<Running> {
  let live: LiveSearch | null = null;
  const readFacts = () => live?.facts() ?? null;
  const activity = createActivity(() => readFacts()?.generation ?? null);
  await serveOperations(config, logger, activity, () => live !== null);

  const botInfo = await connectToTelegram(config, logger);
  activity.telegramReached(true);
  const store = openStore(config.storeFile);
  keepSwept(store, config.retentionDays, logger);
  const search = await loadSearch({
    articlesDir: config.articlesDir,
    indexDir: config.indexDir,
    model: config.embeddingModel,
    allowModelDownload: config.allowModelDownload,
    onDamaged: (generation, reason) =>
      logger.error({ generation, reason }, "a damaged generation was passed over"),
    onCurrentLost: (generation) =>
      logger.warn({ generation }, "the index folder does not say which generation is live; using the newest"),
    onBuild: () => logger.info({ articles: config.articlesDir }, "there is no index yet; building it"),
    follow: {
      onReplaced: (generation) => logger.info({ generation }, "answering from a new generation of the index"),
      onRefused: (generation, reason) =>
        logger.error({ generation, reason }, "the new generation cannot be used; the one before stays"),
    },
  });
  live = search;
  const messages = loadMessages();
  const bot = await createBot({
    config,
    logger,
    search,
    store,
    messages,
    activity,
    botInfo,
    readIndexFacts: readFacts,
    pacing: paceMessages(),
    version: readVersion(),
  });
  const parts = { config, logger, activity, inbox: store.inbox };
  const running = config.webhook
    ? await startWebhook(bot, parts, config.webhook)
    : await startPolling(bot, parts);
  describeCommands(bot.api, messages, config.defaultLanguage, config.adminIds).catch((error: unknown) => {
    logger.warn({ err: error }, "the menu of commands could not be set");
  });
  logger.info({ bot: botInfo.username, articles: search.articles().length }, "the bot is running");
  return running;
}

/** Serves health and metrics from the start on, so that who watches sees the bot start. */
async function serveOperations(
  { operations, ...config }: BotConfig,
  logger: Logger,
  activity: Activity,
  isIndexLoaded: () => boolean,
): Promise<void> {
  if (operations === null) return;
  const api = new Api(config.botToken, {
    apiRoot: config.telegramApiRoot,
    timeoutSeconds: CALL_LIMIT_SECONDS,
  });
  const app = createOperations({ activity, isIndexLoaded, callTelegram: () => api.getMe() });
  try {
    const { port } = await listen(app, operations.host, operations.port, "METRICS_PORT");
    logger.info({ host: operations.host, port }, "health and metrics are served");
  } catch (error) {
    // A bot that answers unwatched is better than none: a second one on the machine finds the port taken.
    logger.error({ err: error }, "health and metrics are not served");
  }
}

/** Deletes what is older than the operator wants it kept, now and then. */
function keepSwept(store: Store, days: number, logger: Logger): void {
  function sweep(): void {
    try {
      const deleted = store.sweep(days);
      if (deleted > 0) logger.info({ deleted, days }, "old questions were deleted");
    } catch (error) {
      logger.warn({ err: error }, "old questions could not be deleted");
    }
  }
  sweep();
  setInterval(sweep, SWEEP_INTERVAL_MS).unref();
}

function readVersion(): string {
  const content = readFileSync(new URL("../package.json", import.meta.url), "utf8");
  return z.object({ version: z.string() }).parse(JSON.parse(content)).version;
}

/** Settles at the first SIGINT or SIGTERM; from then on the process has until the deadline to end by itself. */
function waitForSignal(logger: Logger): Promise<undefined> {
  return new Promise((resolve) => {
    function stop(signal: NodeJS.Signals): void {
      logger.info({ signal }, "stopping: finishing what is in hand");
      setTimeout(() => process.exit(0), STOP_DEADLINE_MS).unref();
      resolve(undefined);
    }
    process.once("SIGINT", stop).once("SIGTERM", stop);
    // npm and terminals may send a signal twice; the second must not kill what the first lets finish.
    process.on("SIGINT", () => {}).on("SIGTERM", () => {});
  });
}

/** A promise that nobody waited for costs one answer; it must not cost everybody the bot. */
function outliveMistakes(logger: Logger): void {
  process.on("unhandledRejection", (error) => logger.error({ err: error }, "a failure that nobody handled"));
  process.on("uncaughtException", (error) => {
    logger.fatal({ err: error }, "a failure that nobody caught");
    process.exit(1);
  });
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

try {
  await main();
  process.exit(0);
} catch (error) {
  process.stderr.write(`${hideTokens(describe(error))}\n`);
  process.exit(1);
}
