import { afterEach, describe, expect, it } from "vitest";
import { BusyError } from "../../../src/search/turns.ts";
import { makeAnswer, makeSearch } from "../../support/answers.ts";
import { type RunningBot, type RunningBotParts, runBot } from "../../support/telegram-bot.ts";
import { BOT_INFO } from "../../support/telegram-methods.ts";

let running: RunningBot | undefined;
afterEach(() => running?.close());

const QUESTION = "Bí mật của tôi là gì?";

/** A search that breaks over one question, and tells the whole world what it was. */
const brokenSearch = makeSearch({
  answer: (question) => {
    if (question !== QUESTION) return makeAnswer({ question });
    throw new Error(`cannot search "${question}"`, { cause: new Error(`no vector for ${question}`) });
  },
});

async function start(parts: RunningBotParts = { search: brokenSearch }): Promise<RunningBot> {
  running = await runBot(parts);
  return running;
}

describe("an error in one update", () => {
  it("asks that person, in their language, to try again, and stops nobody else", async () => {
    const { meet } = await start();
    const [unlucky, lucky] = [meet("en"), meet("vi")];
    expect((await unlucky.ask(QUESTION)).text).toMatch(/^Sorry, .* Please try again\.$/);
    expect((await meet("vi").ask(QUESTION)).text).toMatch(/^Xin lỗi, .* thử lại\.$/);
    expect((await lucky.ask("cụm công nghiệp")).text).toContain("đoạn 7");
    expect((await unlucky.ask("industrial clusters")).text).toContain("paragraph 7");
  });

  it("asks for patience where too many ask at once", async () => {
    const busy = makeSearch({
      answer: () => {
        throw new BusyError(1_000);
      },
    });
    const { meet } = await start({ search: busy });
    expect((await meet("en").ask(QUESTION)).text).toBe(
      "Many people are asking right now. Please ask again in a minute.",
    );
    expect((await meet("vi").ask(QUESTION)).text).toContain("nhiều người hỏi cùng lúc");
  });

  it("is logged with the update's id, without the question and without a stack", async () => {
    const { meet, logged } = await start();
    await meet("vi").ask(QUESTION);
    const line = logged.find((entry) => entry.includes("an update failed")) ?? "";
    expect(JSON.parse(line)).toMatchObject({
      level: "error",
      update: 1000,
      error: { message: 'cannot search "[question]"', cause: { message: "no vector for [question]" } },
    });
    expect(logged.join("")).not.toContain(QUESTION);
    expect(logged.join("")).not.toContain("at ");
  });

  it("is logged with its stack, but still without the question, at debug", async () => {
    const { meet, logged } = await start({ search: brokenSearch, environment: { LOG_LEVEL: "debug" } });
    await meet("vi").ask(QUESTION);
    expect(logged.join("")).toMatch(/catch-errors\.test\.ts/);
    expect(logged.join("")).not.toContain(QUESTION);
  });

  it("leaves alone who has blocked the bot", async () => {
    const { meet, telegram, logged } = await start();
    const [gone, other] = [meet("vi"), meet("vi")];
    telegram.fail("sendMessage", {
      kind: "status",
      code: 403,
      description: "Forbidden: bot was blocked by the user",
    });
    gone.say("cụm công nghiệp");
    await telegram.until(() => telegram.callsOf("sendMessage").length === 1);
    await other.ask("cụm công nghiệp");
    expect(telegram.messagesTo(gone.id)).toEqual([]);
    expect(logged.join("")).toContain("a person cannot be reached");
    expect(logged.join("")).not.toContain('"level":"error"');
  });

  it("is logged once a chat that cannot be reached, not once an update, until the bot's place there changes", async () => {
    const { meet, telegram, logged } = await start();
    const [gone, other] = [meet("vi"), meet("vi")];
    const description = "Forbidden: bot was blocked by the user";
    const told = () => logged.filter((line) => line.includes("a person cannot be reached")).length;
    telegram.fail("sendMessage", { kind: "status", code: 403, description }, 3);
    for (let times = 0; times < 3; times++) gone.say("cụm công nghiệp");
    await telegram.until(() => telegram.callsOf("sendMessage").length === 3);
    await other.ask("cụm công nghiệp");
    expect(told()).toBe(1);
    const member = (status: string) => ({ user: BOT_INFO, status });
    telegram.deliver({
      my_chat_member: {
        chat: gone.chat,
        from: gone.user,
        date: 1,
        old_chat_member: member("kicked"),
        new_chat_member: member("member"),
      },
    });
    await gone.ask("cụm công nghiệp");
    telegram.fail("sendMessage", { kind: "status", code: 403, description });
    gone.say("cụm công nghiệp");
    await telegram.until(() => telegram.callsOf("sendMessage").length === 6);
    await other.ask("cụm công nghiệp");
    expect(told()).toBe(2);
  });

  it.each([
    [403, "Forbidden: bot was kicked from the supergroup chat"],
    [403, "Forbidden: user is deactivated"],
    [400, "Bad Request: chat not found"],
    [400, "Bad Request: not enough rights to send text messages to the chat"],
    [400, "Bad Request: TOPIC_CLOSED"],
    [400, "Bad Request: message thread not found"],
  ])("is logged once and quietly when Telegram says %i %s", async (code, description) => {
    const { meet, telegram, logged, openGroup } = await start();
    const person = meet("vi").in(openGroup());
    telegram.fail("sendMessage", { kind: "status", code, description }, 2);
    person.say("/ask cụm công nghiệp");
    person.say("/ask xuất khẩu");
    await telegram.until(() => telegram.callsOf("sendMessage").length === 2);
    expect((await person.ask("/ask cụm công nghiệp")).text).toContain("đoạn 7");
    expect(logged.filter((line) => line.includes("a person cannot be reached"))).toHaveLength(1);
    expect(logged.join("")).not.toMatch(/"level":"(?:warn|error)"/);
  });

  it("is quiet when a button's message was deleted meanwhile", async () => {
    const { meet, telegram, logged } = await start();
    const person = meet("vi");
    const answer = await person.ask("cụm công nghiệp");
    telegram.delete(answer);
    person.press("👍", answer);
    await telegram.until(() => telegram.callsOf("editMessageReplyMarkup").length === 1);
    expect((await person.in(person.chat).ask("xuất khẩu")).text).toContain("đoạn 7");
    expect(logged.join("")).not.toMatch(/"level":"(?:warn|error)"/);
  });

  it("is survived when the person cannot even be told", async () => {
    const { meet, telegram, logged } = await start();
    telegram.fail("sendMessage", { kind: "status", code: 400, description: "Bad Request: no" }, 2);
    meet("vi").say("cụm công nghiệp");
    await telegram.until(() => telegram.callsOf("sendMessage").length === 2);
    expect((await meet("vi").ask("cụm công nghiệp")).text).toContain("đoạn 7");
    expect(logged.join("")).toContain("a person could not be told of a failure");
    expect(logged.join("")).not.toContain("cụm công nghiệp");
  });
});
