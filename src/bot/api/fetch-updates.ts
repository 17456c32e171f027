import { createUpdateFetcher, type UpdateSupplier } from "@grammyjs/runner";
import { Api } from "grammy";
import type { Update } from "grammy/types";
import type { BotConfig } from "../../config.ts";
import type { Logger } from "../../logger.ts";
import { explainRefusal } from "../errors.ts";
import { CALL_LIMIT_SECONDS, POLL_SECONDS } from "./limits.ts";

/** A steady pace instead of the runner's growing one: after an outage of an hour nobody should wait another. */
const RETRY_INTERVAL_MS = 2_000;

/** What the bot reacts to; Telegram sends nothing else. */
const ALLOWED_UPDATES = ["message", "callback_query"] as const;

/** Where updates come from. */
export interface UpdateSource extends UpdateSupplier<Update> {
  /**
   * Tells Telegram that the last updates have arrived, where no later call has: otherwise they would come again after
   * a restart. Never fails, for it is only a courtesy to the next start.
   */
  confirm(): Promise<void>;
}

/**
 * Makes the source of updates: each call waits for the next ones by long polling. Outages are waited out however
 * long they take, and logged when they begin and when they end. A call rejects when it is aborted, and on 401 and 409.
 *
 * It has a client of its own: `getUpdates` waits on purpose, other calls must not. The runner's own reports are
 * silenced because they print whole errors, with the token in them.
 */
export function createUpdateSource(
  config: Pick<BotConfig, "botToken" | "telegramApiRoot">,
  logger: Logger,
): UpdateSource {
  const api = new Api(config.botToken, {
    apiRoot: config.telegramApiRoot,
    timeoutSeconds: POLL_SECONDS + CALL_LIMIT_SECONDS,
  });
  let failures = 0;
  let confirmed = 0;
  let next = 0;

  function reportFailure(error: unknown): void {
    if (explainRefusal(error)) return;
    if (failures++ === 0)
      logger.warn({ err: error }, "updates cannot be fetched; trying again until they can");
  }

  function reportSuccess(): void {
    if (failures > 0) logger.info({ failures }, "Telegram can be reached again");
    failures = 0;
  }

  const supply = createUpdateFetcher<Update, unknown>(
    {
      // The runner takes a whole bot here, but uses only this of it.
      handleUpdate: () => Promise.resolve(),
      errorHandler: () => {},
      api: {
        async getUpdates(request, signal) {
          const before = confirmed;
          // Sending it confirms what came before; that it is cut short when the bot stops changes nothing.
          confirmed = request.offset;
          try {
            const updates = await api.getUpdates({ ...request, allowed_updates: ALLOWED_UPDATES }, signal);
            next = (updates.at(-1)?.update_id ?? next - 1) + 1;
            reportSuccess();
            return updates;
          } catch (error) {
            if (!signal.aborted) {
              confirmed = before;
              reportFailure(error);
            }
            throw error;
          }
        },
      },
    },
    {
      fetch: { timeout: POLL_SECONDS },
      retryInterval: RETRY_INTERVAL_MS,
      maxRetryTime: Number.POSITIVE_INFINITY,
      silent: true,
    },
  );

  async function confirm(): Promise<void> {
    if (next <= confirmed) return;
    try {
      await api.getUpdates({ offset: next, limit: 1, timeout: 0 });
    } catch (error) {
      logger.debug({ err: error }, "the last updates could not be confirmed");
    }
  }

  return { supply, confirm };
}
