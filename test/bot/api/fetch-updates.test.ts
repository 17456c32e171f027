import { createSource } from "@grammyjs/runner";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createActivity } from "../../../src/bot/activity.ts";
import { ALLOWED_UPDATES, createUpdateSource } from "../../../src/bot/api/fetch-updates.ts";
import { createLogger } from "../../../src/logger.ts";
import { startTelegramDouble, type TelegramDouble } from "../../support/telegram-double.ts";
import { Person } from "../../support/telegram-person.ts";

let telegram: TelegramDouble;
beforeEach(async () => {
  telegram = await startTelegramDouble();
});
afterEach(() => telegram.goAway());

function createUpdates() {
  const logger = createLogger({ level: "silent" });
  return createUpdateSource({
    config: { botToken: telegram.token, telegramApiRoot: telegram.apiRoot },
    logger,
    activity: createActivity(),
    handling: { receive: (updates) => [...updates], thin: (updates) => [...updates], leftovers: [] },
  });
}

describe("the source of updates", () => {
  it("confirms the last updates when no later call has done so", async () => {
    const updates = createUpdates();
    const source = createSource(updates);
    new Person(telegram, 7).say("Xin chào");
    const { value } = await source.generator().next();
    source.close();
    await updates.confirm();
    expect(value).toMatchObject([{ update_id: 1000, message: { text: "Xin chào" } }]);
    expect(telegram.callsOf("getUpdates").map(({ parameters }) => parameters)).toMatchObject([
      { offset: 0, timeout: 30, allowed_updates: ALLOWED_UPDATES },
      { offset: 1001, timeout: 0 },
    ]);
  });

  it("confirms nothing twice", async () => {
    const updates = createUpdates();
    const source = createSource(updates);
    new Person(telegram, 7).say("Xin chào");
    const generator = source.generator();
    await generator.next();
    const waiting = generator.next();
    await telegram.until(() => telegram.callsOf("getUpdates").length === 2);
    source.close();
    await waiting;
    await updates.confirm();
    expect(telegram.callsOf("getUpdates")).toHaveLength(2);
  });

  it("does not fail when Telegram cannot be reached for the confirmation", async () => {
    const updates = createUpdates();
    const source = createSource(updates);
    new Person(telegram, 7).say("Xin chào");
    await source.generator().next();
    source.close();
    telegram.fail("getUpdates", { kind: "reset" });
    await expect(updates.confirm()).resolves.toBeUndefined();
  });
});
