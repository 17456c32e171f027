import { afterEach, describe, expect, it } from "vitest";
import { makeArticle, makeSearch } from "../../support/answers.ts";
import { type RunningBot, type RunningBotParts, runBot } from "../../support/telegram-bot.ts";

let running: RunningBot | undefined;
afterEach(() => running?.close());

async function start(parts?: RunningBotParts): Promise<RunningBot> {
  running = await runBot(parts);
  return running;
}

describe("/sources", () => {
  it("has as many pages as it needs, turned in place", async () => {
    const articles = Array.from({ length: 17 }, (_, index) => makeArticle({ title: `Bài số ${index + 1}` }));
    const person = (await start({ search: makeSearch({ articles }) })).meet("vi");
    const first = await person.ask("/sources");
    expect(first.buttons.map(({ text }) => text)).toEqual(["◀", "1/3", "▶"]);
    expect((await person.turn("◀", first)).text).toContain("17. Bài số 17\nChinhphu.vn · 12/01/2021");
  });
});

describe("/language", () => {
  it("changes the language for good, by a button or by a word", async () => {
    const { meet, telegram } = await start();
    const person = meet("vi");
    const menu = await person.ask("/language");
    expect(menu.buttons.map(({ text }) => text)).toEqual(["Tiếng Việt", "English"]);
    expect((await person.turn("English", menu)).text).toBe("From now on I will speak English with you.");
    expect((await person.ask("/help")).text).toMatch(/^I answer questions/);
    expect((await person.ask("/language vi")).text).toMatch(/^Từ giờ/);
    expect((await person.ask("/help")).text).toMatch(/^Tôi trả lời/);
    person.press("l:fr", menu);
    await telegram.until(() => telegram.callsOf("answerCallbackQuery").length === 2);
    expect((await person.ask("/help")).text).toMatch(/^Tôi trả lời/);
  });
});

describe("/about", () => {
  it("says how many articles there are, from when to when, how new the index is, and what the bot is", async () => {
    const articles = ["2021-01-12", null, "2020-08-13"].map((publishedOn) => makeArticle({ publishedOn }));
    const { text } = await (await start({ search: makeSearch({ articles }) })).meet("vi").ask("/about");
    expect(text).toContain(
      "Số bài báo: 3\nNgày đăng: từ 13/08/2020 đến 12/01/2021\nKhông rõ ngày đăng: 1 bài\n" +
        "Lập chỉ mục lần cuối: 13/01/2021 15:00 (giờ Hà Nội)\nMô hình tìm kiếm: vi-en-trade-384\nPhiên bản: 1.2.3\n",
    );
    expect(text).toContain("/forget");
  });
});

describe("/status", () => {
  it("tells operators how the bot is, and is unknown to everybody else", async () => {
    const { meet } = await start({ environment: { ADMIN_IDS: "2" } });
    const [person, operator] = [meet("vi"), meet("en")];
    expect((await person.ask("/status")).text).toMatch(/^Tôi không biết lệnh này/);
    await operator.ask("clusters");
    const { text } = await operator.ask("/status");
    expect(text).toMatch(/^Running: 0 d 0 h 0 min\nIndex: 20210112T170200000-abcdef, 120 passages\n/);
    expect(text).toContain("Updates received: 3\nAnswers: 1 answered, 0 related, 0 not found\n");
    expect(text).toMatch(/median \d+ ms, longest \d+ ms\nErrors: 0$/);
  });

  it("shows the last errors, without anybody's words", async () => {
    const question = "Bí mật của tôi là gì?";
    const search = makeSearch({ answer: (asked) => Promise.reject(new Error(`cannot search "${asked}"`)) });
    const { meet } = await start({ search, environment: { ADMIN_IDS: "1" } });
    const operator = meet("en");
    await operator.ask(question);
    const { text } = await operator.ask("/status");
    expect(text).toMatch(/Errors: 1\n\S+Z Error: cannot search "\[question\]"$/);
  });
});

describe("/forget", () => {
  it("deletes what is kept of a person, and of nobody else", async () => {
    const { meet, store } = await start();
    const [one, other] = [meet("vi"), meet("vi")];
    for (const person of [one, other]) {
      await person.turn("👎", await person.ask(`câu hỏi của ${person.id}`));
      await person.ask("/language en");
    }
    expect((await one.ask("/forget")).text).toMatch(/^I have deleted your questions/);
    expect(store.worstQuestions(9).map(({ question }) => question)).toEqual(["câu hỏi của 2"]);
    expect((await one.ask("/forget")).text).toBe("Tôi không lưu gì về bạn cả.");
    expect((await other.ask("/help")).text).toMatch(/^I answer/);
  });
});
