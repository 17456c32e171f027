import { Api } from "grammy";
import { afterEach, describe, expect, it, vi } from "vitest";
import { paceMessages, reserve } from "../../../src/bot/api/pace-messages.ts";

afterEach(() => vi.useRealTimers());

describe("a pace", () => {
  it("lets a burst pass, then one an interval, and the burst again after a rest", () => {
    const pace = { intervalMs: 1000, burst: 3 };
    let reservedUntil = 0;
    const waits = [0, 0, 0, 0, 0, 100, 20_000, 20_000].map((now) => {
      const reserved = reserve(pace, reservedUntil, now);
      reservedUntil = reserved.reservedUntil;
      return reserved.wait;
    });
    expect(waits).toEqual([0, 0, 0, 1000, 2000, 2900, 0, 0]);
  });
});

describe("paced messages", () => {
  /** The seconds at which so many messages to a chat leave. */
  async function send(chatIds: readonly number[]): Promise<number[]> {
    vi.useFakeTimers({ now: 0, toFake: ["Date", "setTimeout"] });
    const api = new Api("1:a");
    const pass = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
    const times: number[] = [];
    api.config.use(() => {
      times.push(Math.round(Date.now() / 100) / 10);
      return Promise.resolve({ ok: false, error_code: 400, description: "not sent" });
    }, paceMessages(pass));
    const sent = chatIds.map((chatId) => api.sendMessage(chatId, "a").catch(() => {}));
    await vi.advanceTimersByTimeAsync(60_000);
    await Promise.all(sent);
    return times;
  }

  it("keep to one a second in a chat, twenty a minute in a group", async () => {
    expect(await send(Array(6).fill(7))).toEqual([0, 0, 0, 1, 2, 3]);
    expect((await send(Array(20).fill(-7))).at(-1)).toBeGreaterThan(40);
  });

  it("keep to less than thirty a second in all", async () => {
    const times = await send(Array.from({ length: 100 }, (_, index) => index + 1));
    expect(times).toHaveLength(100);
    for (const start of times)
      expect(times.filter((at) => at >= start && at < start + 1).length).toBeLessThan(33);
  });
});
