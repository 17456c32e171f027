import { afterEach, describe, expect, it } from "vitest";
import { makeAnswer, makeSearch } from "../../support/answers.ts";
import { type RunningBot, type RunningBotParts, runBot } from "../../support/telegram-bot.ts";

let running: RunningBot | undefined;
afterEach(() => running?.close());

async function start(parts?: RunningBotParts): Promise<RunningBot> {
  running = await runBot(parts);
  return running;
}

describe("/start and /help", () => {
  it("explain in Vietnamese what the bot does, with example questions as buttons", async () => {
    const person = (await start()).meet("vi");
    const greeting = await person.ask("/start");
    expect(greeting.text).toMatch(/^Xin chào!\n\nTôi trả lời câu hỏi về công thương Hà Nội/);
    expect(greeting.text.length).toBeLessThan(500);
    expect(greeting.buttons.map(({ text }) => text)).toContain(
      "Hà Nội đã thành lập mới bao nhiêu cụm công nghiệp?",
    );
    const help = await person.ask("/help");
    expect(help.text).toMatch(/^Tôi trả lời câu hỏi/);
    expect(help.buttons).toEqual(greeting.buttons);
  });

  it("speak English with people whose Telegram is English", async () => {
    const person = (await start()).meet("en-GB");
    const greeting = await person.ask("/start");
    expect(greeting.text).toMatch(/^Hello!\n\nI answer questions about Hanoi/);
    expect(greeting.buttons.map(({ text }) => text)).toContain(
      "How many new industrial clusters did Hanoi establish?",
    );
  });

  it("open what a link to the bot names: the articles, or a question of several words", async () => {
    const person = (await start()).meet("vi");
    expect((await person.ask("/start sources")).text).toMatch(/^Tôi trích dẫn/);
    expect((await person.ask("/start about")).text).toContain("1.2.3");
    const answer = await person.ask("/start cum-cong_nghiep");
    expect(answer.text).toMatch(/^❓ cum cong nghiep\n\nNăm 2020/);
    for (const link of ["abc", "<b>", "a".repeat(64)]) {
      expect((await person.ask(`/start ${link}`)).text).toMatch(/^Xin chào!/);
    }
  });

  it("offer only the questions that the articles answer", async () => {
    const search = makeSearch({
      answer: (question) =>
        makeAnswer({ question, outcome: question.includes("lãi suất") ? "answered" : "not-found" }),
    });
    const person = (await start({ search })).meet("vi");
    expect((await person.ask("/start")).buttons.map(({ text }) => text)).toEqual([
      "Bao nhiêu doanh nghiệp được hỗ trợ lãi suất?",
    ]);
  });

  it("offer nothing when the articles answer none of them or the search fails", async () => {
    const search = makeSearch({ answer: () => Promise.reject(new Error("broken")) });
    const person = (await start({ search })).meet("vi");
    const greeting = await person.ask("/start");
    expect(greeting.buttons).toEqual([]);
    expect(greeting.text).not.toContain("Hoặc bấm");
  });
});

describe("an example's button", () => {
  it("asks its question, and the answer shows which", async () => {
    const { meet, telegram } = await start();
    const person = meet("vi");
    const greeting = await person.ask("/start");
    const [button] = greeting.buttons;
    person.press(button?.callback_data ?? "", greeting);
    const answer = await person.read();
    expect(answer.text.startsWith(`❓ ${button?.text}\n\n`)).toBe(true);
    expect(answer.replyTo).toBeUndefined();
    expect(answer.formats.some(({ tag }) => tag === "b")).toBe(true);
    await telegram.until(() => telegram.callsOf("answerCallbackQuery").length === 1);
  });

  it("is answered kindly when it is out of date", async () => {
    const { meet, telegram } = await start();
    const person = meet("en");
    const greeting = await person.ask("/start");
    for (const data of [
      "ask:forgotten",
      "page:2",
      "a:AAAAAAAAAAAA:0:q",
      "v:AAAAAAAAAAAA:0:q:+",
      "t:AAAAAAAAAAAA:0",
    ]) {
      person.press(data, greeting);
    }
    await telegram.until(() => telegram.callsOf("answerCallbackQuery").length === 5);
    for (const { parameters } of telegram.callsOf("answerCallbackQuery")) {
      expect(parameters).toMatchObject({ text: expect.stringMatching(/^This button is out of date/) });
    }
    expect(telegram.messagesTo(person.id)).toEqual([greeting]);
  });

  it("still gets its answer when Telegram has forgotten the press", async () => {
    const { meet, telegram } = await start();
    const person = meet("vi");
    const greeting = await person.ask("/start");
    telegram.fail("answerCallbackQuery", {
      kind: "status",
      code: 400,
      description: "Bad Request: query is too old",
    });
    person.press(greeting.buttons[0]?.callback_data ?? "", greeting);
    expect((await person.read()).text).toMatch(/^❓/);
  });
});
