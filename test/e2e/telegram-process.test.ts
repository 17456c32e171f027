import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { WEBHOOK } from "../support/telegram-bot.ts";
import { startTelegramDouble, type TelegramDouble } from "../support/telegram-double.ts";
import { Person } from "../support/telegram-person.ts";
import { type BotProcess, spawnBot, spawnNpmStart } from "../support/telegram-process.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "telegram-process-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

let telegram: TelegramDouble;
let bot: BotProcess | undefined;
/** What the bot remembers; every test begins with nothing. */
let data: string;
beforeEach(async () => {
  data = mkdtempSync(join(folder, "data-"));
  telegram = await startTelegramDouble();
});
afterEach(async () => {
  bot?.end();
  await telegram.goAway();
});

function nameEnvironment(changes: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    INDEX_DIR: folder,
    DATA_DIR: data,
    METRICS_PORT: "off",
    ...changes,
  };
}

function start(changes?: Readonly<Record<string, string>>): BotProcess {
  bot = spawnBot(nameEnvironment(changes), folder);
  return bot;
}

describe("the bot's process", () => {
  it("registers its commands, with descriptions in both languages", async () => {
    start();
    await telegram.until(() => telegram.callsOf("setMyCommands").length === 6);
    const menus = telegram.callsOf("setMyCommands").map(({ parameters }) => JSON.stringify(parameters));
    for (const language of ["vi", "en"]) {
      const [inPrivate, inGroups] = menus.filter((menu) => menu.includes(`"language_code":"${language}"`));
      for (const command of ["ask", "sources", "language", "help", "about", "forget"]) {
        expect(inPrivate).toContain(`{"command":"${command}","description":"`);
      }
      expect(inGroups).toContain(`{"command":"ask","description":"`);
    }
  });

  it("ends with one clear sentence and status 1 without a token", async () => {
    const { status, stderr } = start({ BOT_TOKEN: "" });
    expect(await status).toBe(1);
    expect(stderr()).toBe("BOT_TOKEN is not set: get a token from @BotFather and put it into .env.\n");
  });

  it("ends with one clear sentence and status 1 when the token is malformed, without showing it", async () => {
    const { status, stderr } = start({ BOT_TOKEN: "not/a token" });
    expect(await status).toBe(1);
    expect(stderr()).toMatch(/^BOT_TOKEN is not a bot token: .+\n$/);
    expect(stderr()).not.toContain("not/a token");
  });

  it("ends with one clear sentence and status 1 when Telegram refuses the token", async () => {
    const { status, stderr } = start({ BOT_TOKEN: "1:REFUSED" });
    expect(await status).toBe(1);
    expect(stderr()).toBe("Telegram refuses BOT_TOKEN (401 Unauthorized): copy it again from @BotFather.\n");
  });

  it("tells where in the code it failed at debug only", async () => {
    const { status, stderr } = start({ BOT_TOKEN: "1:REFUSED", LOG_LEVEL: "debug" });
    expect(await status).toBe(1);
    expect(stderr()).toContain('"stack":');
  });

  it("ends with one clear sentence and status 1 when the model is not there", async () => {
    const { status, stderr } = start({ EMBEDDING_MODEL: "no-such-model" });
    expect(await status).toBe(1);
    expect(stderr()).toContain("no-such-model");
    expect(stderr().trim().split("\n")).toHaveLength(1);
  });

  it("waits for a Telegram that cannot be reached, and stops with status 0 when it is told to", async () => {
    await telegram.goAway();
    const { child, status, says, stderr } = start();
    await says("Telegram cannot be reached; trying again");
    child.kill("SIGTERM");
    expect(await status).toBe(0);
    expect(stderr()).not.toContain(telegram.token);
  });

  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    it(`finishes what is in hand and ends with status 0 at ${signal}`, async () => {
      const { child, status, says } = start();
      await says("the bot is running");
      const person = new Person(telegram, 7, "vi");
      expect((await person.ask("Hà Nội đã thành lập mới bao nhiêu cụm công nghiệp?")).text).toContain(
        "753,3 ha",
      );
      // The first try to send the next answer fails, so that the signal comes while it is in hand.
      telegram.fail("sendMessage", { kind: "reset" });
      person.say("EVFTA");
      await telegram.until(() => telegram.callsOf("sendMessage").length === 2);
      child.kill(signal);
      child.kill(signal);
      expect((await person.read()).text).toContain("EVFTA");
      expect(await status).toBe(0);
    });
  }

  it("ends with status 0 at a signal even when Telegram hangs", async () => {
    const { child, status } = start();
    telegram.fail("sendMessage", { kind: "hang" }, 100);
    new Person(telegram, 7, "vi").say("/help");
    await telegram.until(() => telegram.callsOf("sendMessage").length === 1);
    child.kill("SIGTERM");
    expect(await status).toBe(0);
  });

  it("killed over an answer, gives it after the restart, once", async () => {
    const { child, status, says } = start();
    await says("the bot is running");
    const person = new Person(telegram, 7, "vi");
    await person.ask("cụm công nghiệp");
    telegram.fail("sendMessage", { kind: "hang" });
    const asked = person.say("EVFTA");
    const polls = telegram.callsOf("getUpdates").length;
    await telegram.until(
      () => telegram.callsOf("sendMessage").length === 2 && telegram.callsOf("getUpdates").length > polls,
    );
    child.kill("SIGKILL");
    expect(await status).toBeNull();
    const next = start();
    const answer = await person.read();
    expect([answer.replyTo, answer.text.includes("EVFTA")]).toEqual([asked, true]);
    await next.says("the bot is running");
    expect((await person.ask("/help")).text).toMatch(/^Tôi trả lời/);
    next.child.kill("SIGTERM");
    expect(await next.status).toBe(0);
    expect(telegram.messagesTo(7)).toHaveLength(3);
  });

  it("serves health and metrics, on its own port", async () => {
    const { child, status, says, stderr } = start({ METRICS_PORT: "0" });
    await says("the bot is running");
    const port = /"port":(\d+),"msg":"health and metrics are served"/.exec(stderr())?.[1];
    const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
    expect((await get("/healthz")).status).toBe(200);
    expect(await (await get("/readyz")).json()).toEqual({ status: "ok", index: true, telegram: true });
    await new Person(telegram, 7, "vi").ask("cụm công nghiệp");
    expect(await (await get("/metrics")).text()).toMatch(
      /bot_index_generation\{generation="\d{8}T\d{9}-.{6}"\} 1/,
    );
    child.kill("SIGTERM");
    expect(await status).toBe(0);
  });

  it("works by webhook too", async () => {
    const { child, status, says, stderr } = start({ ...WEBHOOK });
    await says("the bot is running");
    const port = /"port":(\d+),.*"msg":"the webhook is set"/.exec(stderr())?.[1];
    telegram.proxiedTo = `http://127.0.0.1:${port}`;
    await telegram.until(() => telegram.callsOf("setMyCommands").length === 6);
    const person = new Person(telegram, 7, "vi");
    expect((await person.ask("Hà Nội đã thành lập mới bao nhiêu cụm công nghiệp?")).text).toContain(
      "753,3 ha",
    );
    child.kill("SIGTERM");
    expect(await status).toBe(0);
    expect(stderr()).not.toContain(WEBHOOK.WEBHOOK_SECRET);
  });

  it("gets the signal, and time to finish, when it was started by npm", async () => {
    bot = spawnNpmStart(nameEnvironment());
    await bot.says("the bot is running");
    const person = new Person(telegram, 7, "vi");
    telegram.fail("sendMessage", { kind: "reset" });
    person.say("EVFTA");
    await telegram.until(() => telegram.callsOf("sendMessage").length === 1);
    bot.child.kill("SIGTERM");
    expect((await person.read()).text).toContain("EVFTA");
    expect(await bot.status).toBe(0);
  });

  it("ends with one clear sentence and status 1 when another copy of the bot is running", async () => {
    const { status, stderr } = start();
    await telegram.until(() => telegram.callsOf("getUpdates").length === 1);
    telegram.fail("getUpdates", { kind: "status", code: 409, description: "Conflict" });
    // What is in hand is finished all the same.
    await new Person(telegram, 7).ask("/help");
    expect(await status).toBe(1);
    expect(stderr()).toMatch(/\nAnother copy of this bot is running .+: stop one of the two\.\n$/);
  });

  it("goes on without a menu of commands", async () => {
    telegram.fail("setMyCommands", { kind: "status", code: 400 });
    const { says } = start();
    await says("the menu of commands could not be set");
    expect((await new Person(telegram, 7, "vi").ask("EVFTA")).text).toContain("EVFTA");
  });
});
