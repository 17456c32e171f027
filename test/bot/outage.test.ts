import { afterEach, describe, expect, it } from "vitest";
import { makeAnswer, makeSearch } from "../support/answers.ts";
import { type RunningBot, runBot } from "../support/telegram-bot.ts";

let running: RunningBot | undefined;
afterEach(() => running?.close());

/** Every message since the double began fails, until it is told otherwise. */
async function start(): Promise<RunningBot & { recover: () => void }> {
  const bot = await runBot({ isImpatient: true });
  running = bot;
  bot.telegram.accidents = (method) => (method === "sendMessage" ? { kind: "status", code: 502 } : undefined);
  return {
    ...bot,
    recover: () => {
      bot.telegram.accidents = undefined;
    },
  };
}

const tries = () => running?.telegram.callsOf("sendMessage").length ?? 0;

const triesToReply = (messageId: number) =>
  (running?.telegram.callsOf("sendMessage") ?? []).filter(({ parameters }) =>
    JSON.stringify(parameters).includes(`"reply_parameters":{"message_id":${messageId},`),
  ).length;

describe("a question that was in hand when Telegram went away", () => {
  it("is answered when it is back, once, and nobody is asked to try again", async () => {
    const { meet, telegram, store, logged, recover } = await start();
    const person = meet("vi");
    const asked = person.say("cụm công nghiệp");
    await telegram.until(() => tries() > 6);
    expect(store.inbox.pending()).toHaveLength(1);
    recover();
    const answer = await person.read();
    expect([answer.replyTo, answer.text.includes("đoạn 7")]).toEqual([asked, true]);
    await person.ask("xuất khẩu");
    expect(telegram.messagesTo(person.id)).toHaveLength(2);
    expect(store.inbox.pending().length).toBeLessThan(2);
    expect(logged.join("")).toContain("an answer cannot be sent; trying again until it can");
    expect(logged.join("")).not.toContain("an update failed");
    // However often it was tried, it was asked once.
    expect((await person.turn("👎", answer)).buttons.at(-1)?.text).toBe("👎 1");
    expect(store.worstQuestions(5)).toMatchObject([{ question: "cụm công nghiệp", asked: 1, down: 1 }]);
  });

  it("is answered after a restart, too", async () => {
    const { meet, telegram, store, polling, recover } = await start();
    const person = meet("vi");
    const asked = person.say("cụm công nghiệp");
    await telegram.until(() => tries() > 6);
    await polling.stop();
    expect(store.inbox.pending()).toHaveLength(1);
    recover();
    const next = await runBot({ telegram, store });
    expect((await person.read()).replyTo).toBe(asked);
    await next.polling.stop();
  });

  it("is waited for in its turn: of those that waited long, only the latest is answered", async () => {
    const { meet, telegram, recover } = await start();
    const [one, other] = [meet("vi"), meet("en")];
    const date = Math.floor(Date.now() / 1000) - 120;
    one.say("câu một", { date });
    await telegram.until(() => tries() > 2);
    const latest = one.say("câu hai", { date });
    const theirs = other.say("clusters", { date });
    // Tried together once, the two are thinned before they are tried again.
    await telegram.until(() => triesToReply(latest) > 4 && triesToReply(theirs) > 4);
    recover();
    expect((await one.read()).replyTo).toBe(latest);
    expect((await other.read()).replyTo).toBe(theirs);
    await one.ask("xuất khẩu");
    expect(telegram.messagesTo(one.id)).toHaveLength(2);
  });

  it("is given up at once when something else is wrong", async () => {
    const search = makeSearch({
      answer: (question) => {
        if (question === "hỏng") throw new Error("broken");
        return makeAnswer({ question });
      },
    });
    running = await runBot({ isImpatient: true, search });
    expect((await running.meet("vi").ask("hỏng")).text).toMatch(/^Xin lỗi/);
    await running.polling.stop();
    expect(running.store.inbox.pending()).toEqual([]);
  });
});
