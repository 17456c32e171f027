import { Api } from "grammy";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createActivity } from "../../../src/bot/activity.ts";
import { hardenApi } from "../../../src/bot/api/harden-api.ts";
import { retryFailures } from "../../../src/bot/api/retry-failures.ts";
import { startTelegramDouble, type TelegramDouble } from "../../support/telegram-double.ts";

let telegram: TelegramDouble;
beforeEach(async () => {
  telegram = await startTelegramDouble();
});
afterEach(() => telegram.goAway());

function createApi(): Api {
  return new Api(telegram.token, { apiRoot: telegram.apiRoot, timeoutSeconds: 1 });
}

/** Tries again at once: these tests are not about patience. */
function createRetryingApi(): Api {
  const api = createApi();
  api.config.use(retryFailures([0, 0]));
  return api;
}

describe("retrying failures", () => {
  it("tries again after errors of Telegram's servers, pages of a proxy, and cut connections", async () => {
    const api = createRetryingApi();
    for (const fault of [{ kind: "status", code: 500 }, { kind: "garbage" }, { kind: "reset" }] as const) {
      telegram.fail("deleteWebhook", fault, 2);
      expect(await api.deleteWebhook()).toBe(true);
    }
    expect(telegram.callsOf("deleteWebhook")).toHaveLength(9);
  });

  it("gives up a call that hangs, and tries again", async () => {
    telegram.fail("deleteWebhook", { kind: "hang" });
    expect(await createRetryingApi().deleteWebhook()).toBe(true);
  });

  it("gives up after the last try", async () => {
    const api = createRetryingApi();
    telegram.fail("deleteWebhook", { kind: "status", code: 502 }, 4);
    await expect(api.deleteWebhook()).rejects.toThrow("502");
    expect(telegram.callsOf("deleteWebhook")).toHaveLength(3);
    telegram.fail("deleteWebhook", { kind: "reset" }, 4);
    await expect(api.deleteWebhook()).rejects.toThrow("Network request");
    expect(telegram.callsOf("deleteWebhook")).toHaveLength(6);
  });

  it("does not repeat what Telegram refuses", async () => {
    const api = createRetryingApi();
    telegram.fail("deleteWebhook", { kind: "status", code: 400 });
    await expect(api.deleteWebhook()).rejects.toThrow("400");
    expect(telegram.callsOf("deleteWebhook")).toHaveLength(1);
  });
});

describe("a hardened API", () => {
  it("waits as long as Telegram says after a flood", async () => {
    const api = createApi();
    hardenApi(api, createActivity());
    telegram.fail("deleteWebhook", { kind: "status", code: 429, retryAfter: 0 }, 2);
    expect(await api.deleteWebhook()).toBe(true);
    expect(telegram.callsOf("deleteWebhook")).toHaveLength(3);
  });

  it("does not wait for a flood that lasts too long", async () => {
    const api = createApi();
    hardenApi(api, createActivity());
    telegram.fail("deleteWebhook", { kind: "status", code: 429, retryAfter: 3600 });
    await expect(api.deleteWebhook()).rejects.toThrow("429");
  });

  it("never repeats a typing action", async () => {
    const api = createApi();
    hardenApi(api, createActivity());
    for (const fault of [
      { kind: "status", code: 500 },
      { kind: "status", code: 429, retryAfter: 0 },
    ] as const) {
      telegram.fail("sendChatAction", fault);
      await expect(api.sendChatAction(1, "typing")).rejects.toThrow(String(fault.code));
    }
    expect(telegram.callsOf("sendChatAction")).toHaveLength(2);
  });
});
