import { setTimeout as pause } from "node:timers/promises";
import type { UpdateSupplier } from "@grammyjs/runner";
import { Api } from "grammy";
import type { Update } from "grammy/types";
import type { BotConfig } from "../../config.ts";
import type { Logger } from "../../logger.ts";
import type { Activity } from "../activity.ts";
import { explainRefusal, readFloodWait } from "../errors.ts";
import type { Handling } from "../handling.ts";
import { CALL_LIMIT_SECONDS, POLL_SECONDS } from "./limits.ts";

/** A steady pace instead of a growing one: after an outage of an hour nobody should wait another. */
const RETRY_INTERVAL_MS = 2_000;

/** What the bot reacts to; Telegram sends nothing else. */
export const ALLOWED_UPDATES = [
  "message",
  "edited_message",
  "callback_query",
  "inline_query",
  "my_chat_member",
] as const;

/** Telegram gives out so many updates at once. */
const BATCH_SIZE = 100;

/** What piles up beyond this is taken in pieces, so that it always fits into memory. */
const MAX_BACKLOG = 10_000;

type Signal = Parameters<UpdateSupplier<Update>["supply"]>[1];

/** Where updates come from. */
export interface UpdateSource extends UpdateSupplier<Update> {
  /**
   * Tells Telegram that the last updates have arrived, where no later call has: otherwise they would come again after
   * a restart. Never fails, for it is only a courtesy to the next start.
   */
  confirm(): Promise<void>;
}

export interface UpdateSourceParts {
  readonly config: Pick<BotConfig, "botToken" | "telegramApiRoot">;
  readonly logger: Logger;
  readonly activity: Pick<Activity, "telegramReached">;
  readonly handling: Pick<Handling, "receive" | "thin" | "leftovers">;
}

/**
 * Makes the source of updates: each call waits for the next ones by long polling. Outages are waited out however
 * long they take, and logged when they begin and when they end. A call rejects when it is aborted, and on 401 and 409.
 *
 * At the start and after an outage, all that has piled up is fetched first, and thinned: see `thinBacklog`.
 *
 * It has a client of its own: `getUpdates` waits on purpose, other calls must not.
 */
export function createUpdateSource(parts: UpdateSourceParts): UpdateSource {
  const { config, logger, activity, handling } = parts;
  const api = new Api(config.botToken, {
    apiRoot: config.telegramApiRoot,
    timeoutSeconds: POLL_SECONDS + CALL_LIMIT_SECONDS,
  });
  const backlog: Update[] = [...handling.leftovers];
  let mayBeBacklog = true;
  let failures = 0;
  let confirmed = 0;
  let next = 0;

  /** Fetches once, and writes down what came before anything confirms it. Says how much came. */
  async function fetch(signal: Signal): Promise<number> {
    // After an outage nothing is waited for either: what was postponed is to go on as soon as Telegram is back.
    const timeout = backlog.length > 0 || failures > 0 ? 0 : POLL_SECONDS;
    const request = { offset: next, limit: BATCH_SIZE, timeout, allowed_updates: ALLOWED_UPDATES };
    const before = confirmed;
    // Sending it confirms what came before; that it is cut short when the bot stops changes nothing.
    confirmed = next;
    try {
      const updates = await api.getUpdates(request, signal);
      backlog.push(...handling.receive(updates));
      next = (updates.at(-1)?.update_id ?? next - 1) + 1;
      reportSuccess();
      return updates.length;
    } catch (error) {
      if (!signal.aborted) confirmed = before;
      throw error;
    }
  }

  async function supply(_batchSize: number, signal: Signal): Promise<Update[]> {
    for (;;) {
      try {
        while ((await fetch(signal)) === BATCH_SIZE && mayBeBacklog && backlog.length < MAX_BACKLOG);
        return takeBacklog();
      } catch (error) {
        if (signal.aborted || explainRefusal(error)) throw error;
        reportFailure(error);
        await pauseUnlessAborted(Math.max(RETRY_INTERVAL_MS, readFloodWait(error)), signal);
      }
    }
  }

  function takeBacklog(): Update[] {
    const updates = backlog.splice(0);
    if (!mayBeBacklog) return updates;
    mayBeBacklog = updates.length >= MAX_BACKLOG;
    return handling.thin(updates);
  }

  function reportFailure(error: unknown): void {
    mayBeBacklog = true;
    activity.telegramReached(false);
    if (failures++ === 0)
      logger.warn({ err: error }, "updates cannot be fetched; trying again until they can");
  }

  function reportSuccess(): void {
    activity.telegramReached(true);
    if (failures > 0) logger.info({ failures }, "Telegram can be reached again");
    failures = 0;
  }

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

/** Rejects as soon as it is aborted. The runner's signals are not those of Node, which its timers want. */
async function pauseUnlessAborted(milliseconds: number, signal: Signal): Promise<void> {
  const controller = new AbortController();
  const abort = () => controller.abort();
  signal.addEventListener("abort", abort);
  try {
    if (signal.aborted) abort();
    await pause(milliseconds, undefined, { signal: controller.signal });
  } finally {
    signal.removeEventListener("abort", abort);
  }
}
