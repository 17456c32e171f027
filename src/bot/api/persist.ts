import { setTimeout as pause } from "node:timers/promises";
import type { Logger } from "../../logger.ts";
import { explainRefusal, readFloodWait } from "../errors.ts";

/** An operator who watches the start wants to see life; a server that is down is not helped by more calls. */
const FIRST_DELAY_MS = 1_000;
const MAX_DELAY_MS = 30_000;

/**
 * Repeats a call until Telegram can be reached, as long as it takes, and logs each failure. For what the bot cannot
 * start without.
 *
 * @throws {TelegramRefusal} when Telegram will not have this bot: then waiting is in vain.
 */
export async function persist<Result>(
  call: () => Promise<Result>,
  logger: Logger,
  firstDelay = FIRST_DELAY_MS,
): Promise<Result> {
  for (let delay = firstDelay; ; delay = Math.min(2 * delay, MAX_DELAY_MS)) {
    try {
      return await call();
    } catch (error) {
      const refusal = explainRefusal(error);
      if (refusal) throw refusal;
      const wait = Math.max(delay, readFloodWait(error));
      logger.warn({ err: error, seconds: wait / 1000 }, "Telegram cannot be reached; trying again");
      await pause(wait);
    }
  }
}
