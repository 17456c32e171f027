import { setTimeout as pause } from "node:timers/promises";
import { type Api, type Bot, GrammyError } from "grammy";
import type { Update } from "grammy/types";
import { ALLOWED_UPDATES } from "../bot/api/fetch-updates.ts";
import { persist } from "../bot/api/persist.ts";
import { hasWaitedLong } from "../bot/backlog.ts";
import type { BotContext } from "../bot/context.ts";
import { TelegramRefusal } from "../bot/errors.ts";
import { createHandling, type Handling } from "../bot/handling.ts";
import type { Running, TakingParts } from "../bot/polling.ts";
import type { WebhookConfig } from "../config.ts";
import { listen } from "./listen.ts";
import { createWebhook } from "./webhook.ts";

/** After an outage Telegram delivers what has piled up one by one; when so long nothing more comes, that was all. */
const QUIET_MS = 500;

/**
 * Takes updates by webhook until stopped: listens, tells Telegram where, and looks whether Telegram has understood.
 *
 * @throws {Error} one clear sentence when the port is taken or Telegram does not take the address.
 */
export async function startWebhook(
  bot: Bot<BotContext>,
  parts: TakingParts,
  webhook: WebhookConfig,
): Promise<Running & { readonly port: number }> {
  const { logger, inbox } = parts;
  const handling = createHandling(bot, inbox, logger, parts.postponeMs);
  const taking = createTaking(handling);
  const app = createWebhook({
    path: new URL(webhook.url).pathname,
    secret: webhook.secret,
    take(update) {
      parts.activity.telegramReached(true);
      for (const arrived of handling.receive([update])) taking.take(arrived);
    },
  });
  const server = await listen(app, webhook.host, webhook.port, "PORT");
  for (const update of handling.thin(handling.leftovers)) void handling.handle(update);
  try {
    await persist(() => setWebhook(bot.api, webhook), logger);
  } catch (error) {
    await server.close();
    throw error;
  }
  const info = await persist(() => bot.api.getWebhookInfo(), logger);
  if (info.url !== webhook.url) {
    await server.close();
    throw new TelegramRefusal(
      `Telegram calls "${info.url ?? ""}" and not WEBHOOK_URL: another program sets the webhook too.`,
    );
  }
  logger.info(
    { port: server.port, pending: info.pending_update_count, lastError: info.last_error_message },
    "the webhook is set",
  );
  return {
    port: server.port,
    // Telegram goes on calling, or its operators see to it; nothing else ends it.
    finished: new Promise(() => {}),
    async stop() {
      await server.close();
      taking.flush();
      await handling.settle();
    },
  };
}

async function setWebhook(api: Api, { url, secret }: WebhookConfig): Promise<void> {
  try {
    await api.setWebhook(url, { secret_token: secret, allowed_updates: ALLOWED_UPDATES });
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
    throw new TelegramRefusal(`Telegram does not take WEBHOOK_URL (${error.description}).`, { cause: error });
  }
}

/** Holds back what has waited long already, to see whether later questions of the same people come behind it. */
function createTaking(handling: Handling) {
  let held: Update[] = [];
  let latest = 0;

  function flush(): void {
    const updates = handling.thin(held);
    held = [];
    for (const update of updates) void handling.handle(update);
  }

  async function flushWhenQuiet(): Promise<void> {
    const turn = ++latest;
    await pause(QUIET_MS);
    if (turn === latest) flush();
  }

  return {
    flush,
    take(update: Update): void {
      if (hasWaitedLong(update, Date.now())) {
        held.push(update);
        void flushWhenQuiet();
        return;
      }
      // What is held is older, and comes first.
      flush();
      void handling.handle(update);
    },
  };
}
