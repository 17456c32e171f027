import { afterEach, describe, expect, it } from "vitest";
import { createActivity } from "../../src/bot/activity.ts";
import { type Listening, listen } from "../../src/server/listen.ts";
import { createOperations } from "../../src/server/operations.ts";
import { makeAnswer } from "../support/answers.ts";

let listening: Listening | undefined;
afterEach(() => listening?.close());

async function serve() {
  const state = { isIndexLoaded: true, isTelegramThere: true, calls: 0 };
  const activity = createActivity(() => "20210112T170200000-abcdef");
  const app = createOperations({
    activity,
    isIndexLoaded: () => state.isIndexLoaded,
    callTelegram: async () => {
      state.calls++;
      if (!state.isTelegramThere) throw new Error("unreachable");
    },
  });
  const server = await listen(app, "127.0.0.1", 0, "METRICS_PORT");
  listening = server;
  const get = async (path: string) => {
    const response = await fetch(`http://127.0.0.1:${server.port}${path}`);
    return { status: response.status, body: await response.text() };
  };
  return { state, activity, get };
}

describe("/healthz and /readyz", () => {
  it("tell whether the process lives, and whether it can answer", async () => {
    const { state, activity, get } = await serve();
    expect(await get("/healthz")).toEqual({ status: 200, body: '{"status":"ok"}' });
    expect((await get("/readyz")).status).toBe(200);
    state.isTelegramThere = false;
    expect(await get("/readyz")).toEqual({
      status: 503,
      body: '{"status":"unavailable","index":true,"telegram":false}',
    });
    const { calls } = state;
    activity.telegramReached(true);
    expect((await get("/readyz")).status).toBe(200);
    expect(state.calls).toBe(calls);
    state.isIndexLoaded = false;
    expect((await get("/readyz")).body).toContain('"index":false');
    expect((await get("/healthz")).status).toBe(200);
    expect((await get("/other")).status).toBe(404);
  });
});

describe("/metrics", () => {
  it("counts updates, answers by outcome, latencies and errors, and names the generation", async () => {
    const { activity, get } = await serve();
    activity.updateArrived("message");
    activity.questionAnswered(makeAnswer({ outcome: "related" }), 70);
    activity.updateFailed({ type: "Error", message: "oh" });
    activity.telegramReached(true);
    const { status, body } = await get("/metrics");
    expect(status).toBe(200);
    for (const line of [
      'bot_updates_total{kind="message"} 1',
      'bot_answers_total{outcome="related"} 1',
      'bot_answer_seconds_bucket{le="0.1"} 1',
      'bot_answer_seconds_bucket{le="0.05"} 0',
      "bot_errors_total 1",
      "bot_telegram_reachable 1",
      'bot_index_generation{generation="20210112T170200000-abcdef"} 1',
      "process_cpu_seconds_total",
    ]) {
      expect(body).toContain(`\n${line}`);
    }
  });
});

describe("a port", () => {
  it("that is taken is named in one clear sentence", async () => {
    await serve();
    const app = createOperations({
      activity: createActivity(),
      isIndexLoaded: () => true,
      callTelegram: () => Promise.resolve(),
    });
    await expect(listen(app, "127.0.0.1", listening?.port ?? 0, "METRICS_PORT")).rejects.toThrow(
      /^Port \d+ on 127\.0\.0\.1 cannot be listened on \(.*EADDRINUSE.*\); choose another by METRICS_PORT\.$/,
    );
  });
});
