import { autoRetry } from "@grammyjs/auto-retry";
import type { Api, Transformer } from "grammy";
import type { Activity } from "../activity.ts";
import { followMoves } from "./follow-moves.ts";
import { retryFailures } from "./retry-failures.ts";
import { watchReach } from "./watch-reach.ts";

/**
 * How long Telegram may make us wait after a flood (429), and how often. auto-retry 2.0.2 waits once more after the
 * last try before it gives up, so an update is held up for two and a half minutes at the very most.
 */
const MAX_FLOOD_WAIT_SECONDS = 30;
const MAX_FLOOD_RETRIES = 4;

/** A late "typing…" is worse than none; and who calls `getUpdates` knows better when to call again. */
const NEVER_RETRIED: ReadonlySet<string> = new Set(["sendChatAction", "getUpdates"]);

/**
 * Makes calls to Telegram survive broken connections, failing servers and floods, each within bounds, and groups that
 * get a new number.
 *
 * @param retryDelays milliseconds before each further try after a failure; default: see `retryFailures`
 */
export function hardenApi(
  api: Api,
  activity: Pick<Activity, "telegramReached">,
  retryDelays?: readonly number[],
): void {
  const waitForFloods = autoRetry({
    maxDelaySeconds: MAX_FLOOD_WAIT_SECONDS,
    maxRetryAttempts: MAX_FLOOD_RETRIES,
    rethrowInternalServerErrors: true,
    rethrowHttpErrors: true,
  });
  api.config.use(
    watchReach(activity),
    unlessNeverRetried(retryFailures(retryDelays)),
    unlessNeverRetried(waitForFloods),
    followMoves,
  );
}

function unlessNeverRetried(transformer: Transformer): Transformer {
  return (prev, method, payload, signal) =>
    NEVER_RETRIED.has(method) ? prev(method, payload, signal) : transformer(prev, method, payload, signal);
}
