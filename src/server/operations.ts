import { Hono } from "hono";
import type { Activity } from "../bot/activity.ts";

export interface OperationsParts {
  readonly activity: Activity;
  /** Whether questions can be answered. */
  readonly isIndexLoaded: () => boolean;
  /** Calls Telegram; rejects when it cannot be reached. */
  readonly callTelegram: () => Promise<unknown>;
}

/** Polling reaches Telegram twice a minute; older news than that is checked. */
const FRESH_MS = 60_000;

/**
 * What operators' machines ask: `/healthz`, whether the process lives; `/readyz`, whether it can answer questions, 503
 * when not; `/metrics`, what it has done, for Prometheus. Nothing of it tells who asks what.
 */
export function createOperations({ activity, isIndexLoaded, callTelegram }: OperationsParts): Hono {
  const app = new Hono();

  async function isTelegramReachable(): Promise<boolean> {
    const { telegramReachedAt } = activity;
    if (telegramReachedAt !== null && Date.now() - telegramReachedAt < FRESH_MS) return true;
    return callTelegram().then(
      () => true,
      () => false,
    );
  }

  app.get("/healthz", (context) => context.json({ status: "ok" }));
  app.get("/readyz", async (context) => {
    const state = { index: isIndexLoaded(), telegram: await isTelegramReachable() };
    const isReady = state.index && state.telegram;
    return context.json({ status: isReady ? "ok" : "unavailable", ...state }, isReady ? 200 : 503);
  });
  app.get("/metrics", async (context) =>
    context.text(await activity.exposeMetrics(), 200, {
      "content-type": "text/plain; version=0.0.4; charset=utf-8",
    }),
  );
  return app;
}
