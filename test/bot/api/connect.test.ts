import { Api } from "grammy";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connectToTelegram } from "../../../src/bot/api/connect.ts";
import { describeCommands } from "../../../src/bot/api/describe-commands.ts";
import { persist } from "../../../src/bot/api/persist.ts";
import { createLogger } from "../../../src/logger.ts";
import { loadMessages } from "../../../src/messages/load-messages.ts";
import { startTelegramDouble, type TelegramDouble } from "../../support/telegram-double.ts";

let telegram: TelegramDouble;
let logged: string[];
beforeEach(async () => {
  telegram = await startTelegramDouble();
  logged = [];
});
afterEach(() => telegram.goAway());

function makeLogger() {
  return createLogger({ level: "info", destination: { write: (line) => logged.push(line) }, pretty: false });
}

function connect(botToken = telegram.token) {
  return connectToTelegram({ botToken, telegramApiRoot: telegram.apiRoot }, makeLogger());
}

describe("connecting", () => {
  it("says who the bot is", async () => {
    expect(await connect()).toMatchObject({ username: "hanoi_test_bot" });
  });

  it("ends with a clear sentence when Telegram refuses the token", async () => {
    await expect(connect("1:WRONG")).rejects.toThrow(
      /^Telegram refuses BOT_TOKEN \(401 Unauthorized\): copy it again/,
    );
    telegram.fail("getMe", { kind: "status", code: 404 });
    await expect(connect()).rejects.toThrow(/^Telegram does not know BOT_TOKEN \(404 Not Found\)/);
  });

  it("tries again, with a line in the log, until Telegram can be reached", async () => {
    let tries = 0;
    const api = new Api(telegram.token, { apiRoot: telegram.apiRoot });
    telegram.fail("getMe", { kind: "reset" }, 3);
    const me = await persist(
      () => {
        tries++;
        return api.getMe();
      },
      makeLogger(),
      1,
    );
    expect(me.id).toBe(123456789);
    expect(tries).toBe(4);
    expect(logged.filter((line) => line.includes("Telegram cannot be reached; trying again"))).toHaveLength(
      3,
    );
    expect(logged.join("")).not.toContain(telegram.token);
  });
});

describe("the menu of commands", () => {
  it("is set in every language, and in the default one for everybody else", async () => {
    await describeCommands(new Api(telegram.token, { apiRoot: telegram.apiRoot }), loadMessages(), "vi");
    expect(telegram.callsOf("setMyCommands").map(({ parameters }) => parameters)).toMatchObject([
      {
        commands: [{ command: "start", description: "Bắt đầu" }, { command: "help" }, { command: "sources" }],
      },
      { language_code: "vi", commands: [{ description: "Bắt đầu" }, {}, {}] },
      { language_code: "en", commands: [{ description: "Start" }, {}, {}] },
    ]);
  });
});
