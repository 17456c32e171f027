import { setTimeout as pause } from "node:timers/promises";
import { HttpError, type Transformer } from "grammy";

/** Half a minute in all: longer than a restart on the way to Telegram, shorter than a person's patience. */
const RETRY_DELAYS_MS = [300, 1_000, 3_000, 10_000, 15_000] as const;

/**
 * Tries a call again when the network or Telegram's servers (5xx) failed, a bounded number of times.
 *
 * `@grammyjs/auto-retry` 2.0.2 does this too, but retries a broken network for ever and waits three seconds before
 * its first try, so only its waiting for floods (429) is used. A connection that breaks after Telegram took a message
 * looks like one that broke before: such a message may come twice, which is better than not at all.
 */
export function retryFailures(delays: readonly number[] = RETRY_DELAYS_MS): Transformer {
  return async (prev, method, payload, signal) => {
    for (const delay of delays) {
      try {
        const response = await prev(method, payload, signal);
        if (response.ok || response.error_code < 500) return response;
      } catch (error) {
        if (!(error instanceof HttpError) || signal?.aborted) throw error;
      }
      await pause(delay);
    }
    return prev(method, payload, signal);
  };
}
