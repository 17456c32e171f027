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
  it("is set for private chats and groups, in every language and in the default one, and for operators", async () => {
    const api = new Api(telegram.token, { apiRoot: telegram.apiRoot });
    await describeCommands(api, loadMessages(), "vi", [7]);
    const calls = telegram.callsOf("setMyCommands").map(({ parameters }) => parameters);
    expect(calls).toHaveLength(9);
    const [help, ask] = ["Cách hỏi và câu hỏi mẫu", "Hỏi về công thương Hà Nội"];
    const vietnamese = [{ command: "ask", description: ask }, { description: help }, {}, {}, {}, {}];
    expect(calls).toMatchObject([
      { scope: { type: "all_private_chats" }, commands: vietnamese },
      { language_code: "vi", commands: vietnamese },
      { language_code: "en", commands: [{}, { description: "How to ask, with examples" }, {}, {}, {}, {}] },
      { scope: { type: "all_group_chats" }, commands: [{ command: "ask", description: ask }, {}, {}, {}] },
      { language_code: "vi" },
      { language_code: "en" },
      { scope: { type: "chat", chat_id: 7 } },
      { language_code: "vi" },
      { language_code: "en" },
    ]);
    expect(JSON.stringify(calls.slice(0, 6))).not.toContain("status");
    expect(JSON.stringify(calls[8])).toContain("How the bot is doing");
  });
});
