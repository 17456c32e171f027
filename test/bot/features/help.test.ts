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

  it("take what stands after the command, as in a link to the bot, for no question", async () => {
    const person = (await start()).meet("vi");
    expect((await person.ask("/start abc")).text).toMatch(/^Xin chào!/);
  });

  it("offer only the questions that the articles answer", async () => {
    const search = makeSearch({
      answer: (question) => makeAnswer({ question, answered: question.includes("lãi suất") }),
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
    for (const data of ["ask:forgotten", "page:2"]) {
      person.press(data, greeting);
      expect((await person.read()).text).toMatch(/^This button is out of date/);
    }
    await telegram.until(() => telegram.callsOf("answerCallbackQuery").length === 2);
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
