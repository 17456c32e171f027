import { afterEach, describe, expect, it } from "vitest";
import { IN_MEMORY } from "../../src/store/database.ts";
import { openStore } from "../../src/store/open-store.ts";
import { makeAnswer, makeSearch } from "../support/answers.ts";
import { makeGate } from "../support/gate.ts";
import { type RunningBot, type RunningBotParts, runBot } from "../support/telegram-bot.ts";

let running: RunningBot | undefined;
afterEach(() => running?.close());

async function start(parts?: RunningBotParts): Promise<RunningBot> {
  running = await runBot(parts);
  return running;
}

describe("polling", () => {
  it("removes a webhook first, and asks only for the updates that the bot reacts to", async () => {
    const { telegram } = await start();
    await telegram.until(() => telegram.callsOf("getUpdates").length > 0);
    expect(telegram.calls.map(({ method }) => method)).toEqual(["deleteWebhook", "getUpdates"]);
    expect(telegram.callsOf("getUpdates")[0]?.parameters).toMatchObject({
      allowed_updates: ["message", "edited_message", "callback_query", "inline_query", "my_chat_member"],
      timeout: 30,
    });
  });

  it("finishes what is in hand before it stops", async () => {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const search = makeSearch({
      answer: async (question) => {
        if (question === "chậm") await held;
        return makeAnswer({ question });
      },
    });
    const { meet, telegram, polling } = await start({ search });
    const person = meet("vi");
    person.say("chậm");
    await telegram.until(() => telegram.callsOf("sendChatAction").length === 1);
    const stopped = polling.stop();
    person.say("sau khi dừng");
    release();
    await stopped;
    await polling.finished;
    expect(telegram.messagesTo(person.id)).toHaveLength(1);
    expect(telegram.callsOf("getUpdates").at(-1)?.parameters).toMatchObject({ offset: 1001 });
  });

  it("survives an outage, with one line in the log when it begins and one when it ends", async () => {
    const { meet, telegram, logged } = await start();
    const person = meet("vi");
    await person.ask("cụm công nghiệp");
    await telegram.goAway();
    await telegram.comeBack();
    expect((await person.ask("cụm công nghiệp")).text).toContain("đoạn 7");
    expect(logged.filter((line) => line.includes("updates cannot be fetched"))).toHaveLength(1);
    expect(logged.filter((line) => line.includes("Telegram can be reached again"))).toHaveLength(1);
  });

  it("answers, of what piled up during an outage, the latest question of each person, and every command", async () => {
    const { meet, telegram, logged } = await start();
    const [one, other] = [meet("vi"), meet("vi")];
    await one.ask("trước");
    await telegram.goAway();
    const date = Math.floor(Date.now() / 1000) - 3600;
    for (let question = 1; question <= 150; question++) one.say(`câu ${question}`, { date });
    const command = one.send({
      date,
      text: "/language en",
      entities: [{ type: "bot_command", offset: 0, length: 9 }],
    });
    const theirs = other.say("một câu thôi", { date });
    const latest = one.say("câu cuối", { date });
    await telegram.comeBack();
    expect([(await one.read()).replyTo, (await one.read()).replyTo]).toEqual([command, latest]);
    expect((await other.read()).replyTo).toBe(theirs);
    const fresh = [one.say("mới 1"), one.say("mới 2")];
    expect([(await one.read()).replyTo, (await one.read()).replyTo]).toEqual(fresh);
    expect(logged.join("")).toContain('"dropped":150');
  });

  it("answers after a kill what was in hand, and nothing that was answered", async () => {
    const store = openStore(IN_MEMORY);
    const gate = makeGate();
    const search = makeSearch({
      answer: async (question) => {
        if (question === "dở dang") await gate.opened;
        return makeAnswer({ question });
      },
    });
    const first = await start({ store, search });
    const person = first.meet("vi");
    await person.ask("đã xong");
    const unfinished = person.say("dở dang");
    await first.telegram.until(() => store.inbox.pending().length === 1);
    // What a killed process leaves behind: Telegram takes everything for delivered, the store knows better.
    const copy = await runBot({ store });
    await copy.telegram.until(() => copy.telegram.messagesTo(person.id).length === 1);
    expect(copy.telegram.messagesTo(person.id)[0]?.replyTo).toBe(unfinished);
    gate.open();
    await copy.close();
  });

  it("survives errors of Telegram and of what stands before it", async () => {
    const { meet, telegram } = await start();
    telegram.fail("getUpdates", { kind: "garbage" });
    const person = meet("vi");
    expect((await person.ask("cụm công nghiệp")).text).toContain("đoạn 7");
    telegram.fail("getUpdates", { kind: "status", code: 500 });
    expect((await person.ask("cụm công nghiệp")).text).toContain("đoạn 7");
  });

  it("ends with a clear sentence when another copy of the bot polls", async () => {
    const { telegram, polling } = await start();
    await telegram.until(() => telegram.callsOf("getUpdates").length > 0);
    const other = await runBot({ telegram });
    await expect(polling.finished).rejects.toThrow(
      /^Another copy of this bot is running .* stop one of the two\.$/,
    );
    await other.polling.stop();
  });

  it("ends with a clear sentence when the token is revoked", async () => {
    const { telegram, polling } = await start();
    telegram.fail("getUpdates", { kind: "status", code: 401, description: "Unauthorized" });
    await telegram.goAway();
    await telegram.comeBack();
    await expect(polling.finished).rejects.toThrow(/^Telegram refuses BOT_TOKEN/);
  });
});
