import { afterEach, describe, expect, it } from "vitest";
import { IN_MEMORY } from "../../../src/store/database.ts";
import { openStore } from "../../../src/store/open-store.ts";
import { makeAnswer, makeArticle, makeQuote, makeSearch } from "../../support/answers.ts";
import { makeGate } from "../../support/gate.ts";
import { type RunningBot, type RunningBotParts, runBot } from "../../support/telegram-bot.ts";
import type { SentMessage } from "../../support/telegram-methods.ts";

let running: RunningBot | undefined;
afterEach(() => running?.close());

async function start(parts?: RunningBotParts): Promise<RunningBot> {
  running = await runBot(parts);
  return running;
}

function makeQuotes(count: number) {
  return Array.from({ length: count }, (_, index) => makeQuote({ rank: index + 1, paragraph: index + 1 }));
}

/** Answers every question with so many quotes, of paragraphs 1, 2, 3... */
function makeRichSearch(count = 3) {
  return makeSearch({
    answer: (question) => makeAnswer({ question, quotes: makeQuotes(count) }),
    surroundings: { before: "Trước đó có câu này.", after: "Sau đó có câu kia." },
  });
}

const labels = ({ buttons }: SentMessage) => buttons.map(({ text }) => text);

describe("the buttons below an answer", () => {
  it("turn the pages in place, round and round", async () => {
    const { meet, telegram } = await start({ search: makeRichSearch() });
    const person = meet("vi");
    const first = await person.ask("cụm công nghiệp");
    expect(labels(first)).toEqual(["◀", "1/3", "▶", "Xem ngữ cảnh", "Mở bài viết", "👍", "👎"]);
    const second = await person.turn("▶", first);
    expect(second.text).toContain("đoạn 2");
    expect(labels(second)[1]).toBe("2/3");
    const third = await person.turn("▶", second);
    const again = await person.turn("▶", third);
    expect([again.text, again.buttons]).toEqual([first.text, first.buttons]);
    expect((await person.turn("◀", again)).text).toContain("đoạn 3");
    expect(telegram.messagesTo(person.id)).toHaveLength(1);
  });

  it("show what stands around a quote, and go back to it", async () => {
    const { meet } = await start({ search: makeRichSearch() });
    const person = meet("vi");
    const second = await person.turn("▶", await person.ask("cụm công nghiệp"));
    const around = await person.turn("Xem ngữ cảnh", second);
    expect(around.text).toMatch(
      /^Trước đó có câu này\.\n\nNăm 2020.*bị\.\n\nSau đó có câu kia\.\n📄.*đoạn 2$/s,
    );
    const back = await person.turn("↩ Quay lại", around);
    expect([back.text, back.buttons]).toEqual([second.text, second.buttons]);
  });

  it("lead to the article where it has a public address", async () => {
    const urls = ["https://example.org/bai", null, "http://localhost/bai", "javascript:alert(1)"];
    const search = makeSearch({
      answer: (question) =>
        makeAnswer({
          question,
          quotes: [makeQuote({ article: makeArticle({ url: urls[Number(question)] ?? null }) })],
        }),
    });
    const person = (await start({ search })).meet("en");
    const addresses: (string | undefined)[] = [];
    for (const index of urls.keys()) {
      const { buttons } = await person.ask(String(index));
      addresses.push(buttons.find(({ text }) => text === "Open article")?.url);
    }
    expect(addresses).toEqual([urls[0], undefined, undefined, undefined]);
  });

  it("count a person's vote once, change it, and take it back", async () => {
    const { meet, telegram, store } = await start({ search: makeRichSearch() });
    const person = meet("vi");
    const answer = await person.ask("cụm công nghiệp");
    const up = await person.turn("👍", answer);
    expect(labels(up).slice(-2)).toEqual(["👍 1", "👎"]);
    const down = await person.turn("👎", up);
    expect(labels(down).slice(-2)).toEqual(["👍", "👎 1"]);
    expect(store.worstQuestions(10)).toMatchObject([{ question: "cụm công nghiệp", up: 0, down: 1 }]);
    const none = await person.turn("👎 1", down);
    expect(labels(none).slice(-2)).toEqual(["👍", "👎"]);
    const notes = telegram.callsOf("answerCallbackQuery").map(({ parameters }) => parameters);
    expect(notes).toMatchObject([
      { text: "Cảm ơn bạn đã góp ý!" },
      { text: "Cảm ơn bạn đã góp ý!" },
      { text: "Tôi đã bỏ đánh giá của bạn." },
    ]);
  });

  it("stay kind when they are pressed twice at once", async () => {
    const { meet, telegram, logged } = await start({ search: makeRichSearch() });
    const person = meet("vi");
    const first = await person.ask("cụm công nghiệp");
    person.press("▶", first);
    person.press("▶", first);
    await telegram.until(() => telegram.callsOf("editMessageText").length === 2);
    await person.ask("/help");
    expect(telegram.find(first)?.text).toContain("đoạn 2");
    expect(telegram.callsOf("answerCallbackQuery")).toHaveLength(2);
    expect(logged.join("")).not.toContain("an update failed");
  });

  it("stop spinning soon, however long the press has to wait for what is in hand", async () => {
    const gate = makeGate();
    const search = makeSearch({
      answer: async (question) => {
        if (question === "chậm") await gate.opened;
        return makeAnswer({ question, quotes: makeQuotes(2) });
      },
    });
    const { meet, telegram } = await start({ search });
    const person = meet("vi");
    const answer = await person.ask("cụm công nghiệp");
    person.say("chậm");
    person.press("▶", answer);
    await telegram.until(() => telegram.callsOf("answerCallbackQuery").length === 1);
    expect(telegram.find(answer)?.edits).toBe(0);
    gate.open();
    expect((await person.reread(answer)).text).toContain("đoạn 2");
    expect(telegram.callsOf("answerCallbackQuery")).toHaveLength(1);
  });

  it("do nothing in the middle, but stop spinning", async () => {
    const { meet, telegram } = await start({ search: makeRichSearch() });
    const person = meet("vi");
    person.press("2/3", await person.turn("▶", await person.ask("cụm công nghiệp")));
    await telegram.until(() => telegram.callsOf("answerCallbackQuery").length === 2);
    expect(telegram.callsOf("editMessageText")).toHaveLength(1);
  });

  it("work after a restart, on what the articles say then", async () => {
    const store = openStore(IN_MEMORY);
    const { meet, telegram, polling } = await start({ search: makeRichSearch(5), store });
    const person = meet("vi");
    const fifth = await person.turn("◀", await person.ask("cụm công nghiệp"));
    expect(fifth.text).toContain("đoạn 5");
    await polling.stop();
    const next = await runBot({ search: makeRichSearch(2), store, telegram });
    const turned = await person.turn("◀", fifth);
    expect(labels(turned)[1]).toBe("2/2");
    expect(turned.text).toContain("đoạn 2");
    await next.polling.stop();
  });

  it("say that they are out of date to who is not in the chat of the answer, or when it is forgotten", async () => {
    const { meet, telegram, store } = await start({ search: makeRichSearch() });
    const [asker, thief] = [meet("vi"), meet("en")];
    const answer = await asker.ask("cụm công nghiệp");
    thief.press(answer.buttons[2]?.callback_data ?? "", { ...answer, chatId: thief.id });
    await telegram.until(() => telegram.callsOf("answerCallbackQuery").length === 1);
    store.people.forget(asker.id);
    asker.press("▶", answer);
    await telegram.until(() => telegram.callsOf("answerCallbackQuery").length === 2);
    expect(telegram.callsOf("answerCallbackQuery").map(({ parameters }) => parameters)).toMatchObject([
      { text: expect.stringMatching(/^This button is out of date/) },
      { text: expect.stringMatching(/^Nút này đã cũ/) },
    ]);
    expect(telegram.callsOf("editMessageText")).toEqual([]);
  });
});

describe("an answer to what the articles do not answer", () => {
  const search = makeSearch({
    answer: (question) =>
      question === "cụm công nghiệp"
        ? makeAnswer({ question })
        : makeAnswer({ question, outcome: "not-found", topics: ["cụm công nghiệp", "xuất khẩu"] }),
  });

  it("offers topics near the question, which ask themselves", async () => {
    const { meet, telegram } = await start({ search });
    const person = meet("vi");
    const answer = await person.ask("Giá vàng?");
    expect(labels(answer)).toEqual(["🔎 Cụm công nghiệp", "🔎 Xuất khẩu"]);
    person.press("🔎 Cụm công nghiệp", answer);
    expect((await person.read()).text).toMatch(/^❓ cụm công nghiệp\n\nNăm 2020/);
    person.press(answer.buttons[0]?.callback_data?.replace(/\d$/, "9") ?? "", answer);
    await telegram.until(() => telegram.callsOf("answerCallbackQuery").length === 2);
    expect(telegram.callsOf("answerCallbackQuery")[1]?.parameters).toMatchObject({
      text: expect.stringMatching(/^Nút này đã cũ/),
    });
  });
});
