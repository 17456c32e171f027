import type { Transformer } from "grammy";
import type { Activity } from "../activity.ts";

/** Notes whether Telegram was reached, by each call to it. An error that Telegram itself reports is an answer too. */
export function watchReach(activity: Pick<Activity, "telegramReached">): Transformer {
  return async (prev, method, payload, signal) => {
    try {
      const response = await prev(method, payload, signal);
      activity.telegramReached(response.ok || response.error_code < 500);
      return response;
    } catch (error) {
      if (!signal?.aborted) activity.telegramReached(false);
      throw error;
    }
  };
}
