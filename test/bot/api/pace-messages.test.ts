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
    await vi.advanceTimersByTimeAsync(150_000);
    await Promise.all(sent);
    return times;
  }

  it("keep to one a second in a chat", async () => {
    expect(await send(Array(6).fill(7))).toEqual([0, 0, 0, 1, 2, 3]);
  });

  it("keep to twenty in any minute in a group, and wait no longer than that", async () => {
    const times = await send(Array(45).fill(-7));
    for (const start of times)
      expect(times.filter((at) => at >= start && at < start + 60).length).toBeLessThanOrEqual(20);
    expect(times.slice(0, 20)).toEqual([0, 0, 0, ...Array.from({ length: 17 }, (_, index) => index + 1)]);
    expect([times[20], times[40]]).toEqual([61, 122]);
  });

  it("keep to less than thirty a second in all", async () => {
    const times = await send(Array.from({ length: 100 }, (_, index) => index + 1));
    expect(times).toHaveLength(100);
    for (const start of times)
      expect(times.filter((at) => at >= start && at < start + 1).length).toBeLessThan(31);
  });

  it("let no crowd through after a pause of the whole process", async () => {
    vi.useFakeTimers({ now: 0, toFake: ["Date", "setTimeout"] });
    const api = new Api("1:a");
    const times: number[] = [];
    api.config.use(
      () => {
        times.push(Date.now());
        return Promise.resolve({ ok: false, error_code: 400, description: "not sent" });
      },
      paceMessages((milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))),
    );
    const sent = Array.from({ length: 60 }, (_, chat) => api.sendMessage(chat + 1, "a").catch(() => {}));
    await vi.advanceTimersByTimeAsync(100);
    const before = times.length;
    // All timers of this second fire at its end.
    vi.setSystemTime(1100);
    await vi.advanceTimersByTimeAsync(36);
    expect(times.length - before).toBeLessThan(5);
    await vi.advanceTimersByTimeAsync(10_000);
    await Promise.all(sent);
    expect(times).toHaveLength(60);
  });
});
