import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { makeAnswer, makeSearch } from "../../support/answers.ts";
import { type RunningBot, type RunningBotParts, runBot } from "../../support/telegram-bot.ts";

let running: RunningBot | undefined;
beforeEach(() => vi.useFakeTimers({ toFake: ["Date"] }));
afterEach(async () => {
  vi.useRealTimers();
  await running?.close();
});

/** Answers in words that tell what was asked, and what before it. */
const echo = makeSearch({
  answer: (question, { previousQuestion }) =>
    makeAnswer({
      question,
      context: question.startsWith("riêng") ? null : (previousQuestion ?? null),
      outcome: question === "không rõ" ? "related" : "answered",
      topics: [`${previousQuestion ?? "–"} / ${question}`],
    }),
});

async function start(parts: RunningBotParts = { search: echo }): Promise<RunningBot> {
  running = await runBot(parts);
  return running;
}

describe("a reply to an answer", () => {
  it("is a follow-up to its question, and the next one to both", async () => {
    const person = (await start()).meet("vi");
    const first = await person.ask("Xuất khẩu năm 2020 tăng bao nhiêu?");
    expect(first.buttons.at(-1)?.text).toBe("🔎 – / Xuất khẩu năm 2020 tăng bao nhiêu?");
    person.reply("còn năm 2019?", first);
    const second = await person.read();
    expect(second.buttons.at(-1)?.text).toMatch(/^🔎 Xuất khẩu năm 2020 tăng bao nhiêu\? \/ còn năm 2019\?/);
    person.reply("còn năm 2018?", second);
    expect((await person.read()).buttons.at(-1)?.text).toMatch(/^🔎 Xuất khẩu .* còn năm 2019\? \//);
  });

  it("is a question of its own when the answer is forgotten, or what it replies to is none", async () => {
    const { meet, store } = await start();
    const person = meet("vi");
    const answer = await person.ask("Xuất khẩu?");
    store.people.forget(person.id);
    person.reply("còn năm 2019?", answer);
    expect((await person.read()).buttons.at(-1)?.text).toBe("🔎 – / còn năm 2019?");
    person.reply("còn 2018?", await person.ask("/help"));
    expect((await person.read()).buttons.at(-1)?.text).toBe("🔎 – / còn 2018?");
  });
});

describe("a question soon after an answer", () => {
  it("may follow up on it in a private chat, and the next one on both", async () => {
    const person = (await start()).meet("vi");
    await person.ask("Xuất khẩu năm 2020 tăng bao nhiêu?");
    const second = await person.ask("còn năm 2019?");
    expect(second.buttons.at(-1)?.text).toMatch(/^🔎 Xuất khẩu năm 2020 tăng bao nhiêu\? \/ còn năm 2019\?/);
    expect(second.text).toMatch(/^↪️ Hiểu là hỏi tiếp: “Xuất khẩu năm 2020 tăng bao nhiêu\?”\n/);
    expect((await person.ask("còn 2018?")).buttons.at(-1)?.text).toMatch(
      /^🔎 Xuất khẩu .* còn năm 2019\? \//,
    );
  });

  it("is the context of an edit as it was of the question", async () => {
    const person = (await start()).meet("vi");
    await person.ask("Xuất khẩu?");
    const sent = person.say("còn 2091?");
    const answer = await person.read();
    person.edit(sent, "còn 2019?");
    expect((await person.reread(answer)).buttons.at(-1)?.text).toBe("🔎 Xuất khẩu? / còn 2019?");
  });

  it("is the context of an edit also when the question stood alone, and its answer is then that of a follow-up", async () => {
    const person = (await start()).meet("vi");
    await person.ask("Xuất khẩu?");
    const sent = person.say("riêng chợ?");
    const answer = await person.read();
    await person.ask("riêng điện?");
    person.edit(sent, "còn 2019?");
    const corrected = await person.reread(answer);
    expect(corrected.buttons.at(-1)?.text).toBe("🔎 Xuất khẩu? / còn 2019?");
    person.reply("còn 2018?", corrected);
    expect((await person.read()).buttons.at(-1)?.text).toMatch(/^🔎 Xuất khẩu\? còn 2019\? \//);
  });

  it("is no follow-up to what stood alone itself but to that alone, and never in a group without a reply", async () => {
    const { meet, openGroup } = await start();
    const person = meet("vi");
    await person.ask("Xuất khẩu?");
    await person.ask("riêng chợ?");
    expect((await person.ask("còn 2019?")).buttons.at(-1)?.text).toBe("🔎 Riêng chợ? / còn 2019?");
    const member = person.in(openGroup());
    await member.ask("/ask Xuất khẩu?");
    expect((await member.ask("/ask còn 2019?")).buttons.at(-1)?.text).toBe("🔎 – / còn 2019?");
  });

  it("is answered alone when what was asked before cannot be read", async () => {
    const { meet, store } = await start();
    const person = meet("vi");
    await person.ask("Xuất khẩu?");
    vi.spyOn(store.answers, "findLast").mockImplementation(() => {
      throw new Error("disk I/O error");
    });
    expect((await person.ask("còn 2019?")).buttons.at(-1)?.text).toBe("🔎 – / còn 2019?");
  });

  it("begins anew after a while, and for another person in another chat", async () => {
    const { meet, openGroup } = await start();
    const person = meet("vi");
    await person.ask("Xuất khẩu?");
    expect((await meet("vi").ask("còn 2019?")).buttons.at(-1)?.text).toBe("🔎 – / còn 2019?");
    const member = person.in(openGroup());
    expect((await member.ask("/ask còn 2019?")).buttons.at(-1)?.text).toBe("🔎 – / còn 2019?");
    vi.setSystemTime(Date.now() + 16 * 60 * 1000);
    expect((await person.ask("còn 2019?")).buttons.at(-1)?.text).toBe("🔎 – / còn 2019?");
  });
});

describe("an edit of a question", () => {
  it("changes its answer in place, and takes the votes on the old one back", async () => {
    const { meet, telegram, store } = await start();
    const person = meet("vi");
    const sent = person.say("xuat khau");
    const answer = await person.read();
    const voted = await person.turn("👎", answer);
    person.edit(sent, "không rõ");
    const corrected = await person.reread(voted);
    expect(corrected.text).toMatch(/^Đoạn gần nhất với câu hỏi/);
    expect(corrected.buttons.map(({ text }) => text)).toContain("👎");
    expect(telegram.messagesTo(person.id)).toHaveLength(1);
    expect(store.worstQuestions(5)).toMatchObject([{ question: "không rõ", outcome: "related", down: 0 }]);
  });

  it("sends a new answer when the old one was deleted", async () => {
    const { meet, telegram } = await start();
    const person = meet("vi");
    const sent = person.say("xuất khẩu");
    telegram.delete(await person.read());
    person.edit(sent, "không rõ");
    await telegram.until(() => telegram.messagesTo(person.id).length === 1);
    const [answer] = telegram.messagesTo(person.id);
    expect([answer?.replyTo, answer?.text.slice(0, 13)]).toEqual([sent, "Đoạn gần nhất"]);
  });

  it("does nothing when the words are the same, or the message was no question", async () => {
    const { meet, telegram } = await start();
    const person = meet("vi");
    const sent = person.say("xuất khẩu");
    await person.read();
    const help = person.say("/help");
    await person.read();
    person.edit(sent, "xuất khẩu");
    person.edit(help, "không rõ");
    person.edit(9999, "không rõ");
    await person.ask("nhập khẩu");
    expect(telegram.callsOf("editMessageText")).toEqual([]);
    expect(telegram.callsOf("sendMessage")).toHaveLength(3);
  });
});

describe("/ask", () => {
  it("asks what stands after it, and says how when nothing does", async () => {
    const person = (await start()).meet("en");
    expect((await person.ask("/ask xuất khẩu")).buttons.at(-1)?.text).toBe("🔎 – / xuất khẩu");
    expect((await person.ask("/ask")).text).toMatch(/^What would you like to know\?/);
  });
});
