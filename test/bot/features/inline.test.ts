import { afterEach, describe, expect, it } from "vitest";
import { makeAnswer, makeArticle, makeQuote, makeSearch } from "../../support/answers.ts";
import { makeGate } from "../../support/gate.ts";
import { type RunningBot, type RunningBotParts, runBot } from "../../support/telegram-bot.ts";

let running: RunningBot | undefined;
afterEach(() => running?.close());

const search = makeSearch({
  answer: (question, { limit = 5 }) =>
    makeAnswer({
      question,
      outcome: question === "giá vàng" ? "not-found" : "answered",
      quotes: Array.from({ length: Math.min(limit, 23) }, (_, index) =>
        makeQuote({ start: index, paragraph: index + 1 }),
      ),
    }),
});

async function start(parts: RunningBotParts = { search }): Promise<RunningBot> {
  running = await runBot(parts);
  return running;
}

describe("inline", () => {
  it("gives ten passages a page, each with title, date and answering sentence, to post with the citation", async () => {
    const person = (await start()).meet("vi");
    const first = await person.query("cụm công nghiệp");
    expect(first.results).toHaveLength(10);
    expect(first.results[0]).toMatchObject({
      title: "Cải thiện hạ tầng kinh tế",
      description: "12/01/2021 · Tổng diện tích các cụm này là 753,3 ha.",
      text: expect.stringMatching(
        /^❓ cụm công nghiệp\n\nNăm 2020.*\n📄 Cải thiện hạ tầng kinh tế\n.* · đoạn 1$/s,
      ),
      reply_markup: {
        inline_keyboard: [[{ text: "Mở bài viết", url: "https://example.org/cum-cong-nghiep" }]],
      },
    });
    expect(first.cache_time).toBeGreaterThan(0);
    const second = await person.query("cụm công nghiệp", first.next_offset);
    const third = await person.query("cụm công nghiệp", second.next_offset);
    expect(third.results[0]?.text).toContain("đoạn 21");
    expect([second.results.length, third.results.length, third.next_offset]).toEqual([10, 3, ""]);
    const ids = [first, second, third].flatMap(({ results }) => results.map(({ id }) => id));
    expect(new Set(ids).size).toBe(23);
  });

  it("posts a passage that perhaps does not answer with words that say so", async () => {
    const weak = makeSearch({
      answer: (question) =>
        makeAnswer({ question, quotes: [makeQuote(), makeQuote({ start: 1, paragraph: 8, score: 0.2 })] }),
    });
    const { results } = await (await start({ search: weak })).meet("vi").query("cụm công nghiệp");
    expect(results.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^❓ cụm công nghiệp\n\nNăm 2020.*đoạn 7$/s),
      expect.stringMatching(/^❓ cụm công nghiệp\n\nĐoạn này có liên quan, nhưng có thể không.*đoạn 8$/s),
    ]);
  });

  it("shows examples before anything is typed", async () => {
    const { results } = await (await start()).meet("en").query("  ");
    expect(results.map(({ title }) => title)).toContain(
      "How many new industrial clusters did Hanoi establish?",
    );
    expect(results[0]?.text).toMatch(/^❓ How many .*\n\nNăm 2020.*paragraph 1$/s);
  });

  it("says that the articles do not answer, with a way to the bot", async () => {
    const { results, button } = await (await start()).meet("vi").query("giá vàng");
    expect(results).toEqual([]);
    expect(button).toEqual({ text: "Các bài báo không trả lời câu này. Cách hỏi?", start_parameter: "help" });
  });

  it("does not wait for what is in hand in the person's chat", async () => {
    const gate = makeGate();
    const slow = makeSearch({
      answer: async (question) => {
        if (question === "chậm") await gate.opened;
        return makeAnswer({ question });
      },
    });
    const { meet, telegram } = await start({ search: slow });
    const person = meet("vi");
    person.say("chậm");
    await telegram.until(() => telegram.callsOf("sendChatAction").length === 1);
    expect((await person.query("cụm công nghiệp")).results).toHaveLength(1);
    gate.open();
    expect((await person.read()).text).toContain("đoạn 7");
  });

  it("is answered at once although a crowd waits for its answers", async () => {
    const gate = makeGate();
    const slow = makeSearch({
      answer: async (question) => {
        if (question === "chậm") await gate.opened;
        return makeAnswer({ question });
      },
    });
    const { meet, telegram } = await start({ search: slow });
    for (let people = 0; people < 150; people++) meet("vi").say("chậm");
    expect((await meet("vi").query("cụm công nghiệp")).results).toHaveLength(1);
    gate.open();
    await telegram.until(() => telegram.callsOf("sendMessage").length === 150);
  });

  it("takes any offset, and any question", async () => {
    const person = (await start()).meet("vi");
    for (const offset of ["-1", "abc", "999", "1e9", "__proto__"]) {
      expect((await person.query("cụm", offset)).results.length).toBeLessThanOrEqual(10);
    }
    for (const question of ["<b>&", "😀", "a".repeat(256)]) {
      expect((await person.query(question)).results.length).toBe(10);
    }
  });

  it("fits Telegram's limits whatever the articles are called", async () => {
    const article = makeArticle({
      title: "Rất dài ".repeat(500),
      url: `https://example.org/${"a".repeat(900)}`,
    });
    const long = makeSearch({
      answer: (question) =>
        makeAnswer({ question, quotes: [makeQuote({ article, text: "Cũng rất dài. ".repeat(900) })] }),
    });
    expect((await (await start({ search: long })).meet("vi").query("a")).results).toHaveLength(1);
  });

  it("is not logged in words, and a failure stops nobody", async () => {
    const broken = makeSearch({
      answer: (question) => Promise.reject(new Error(`no vector for ${question}`)),
    });
    const { meet, telegram, logged } = await start({ search: broken });
    telegram.deliver({
      inline_query: { id: "1", from: meet("vi").user, query: "bí mật của tôi", offset: "" },
    });
    expect((await meet("vi").ask("/help")).text).toMatch(/^Tôi trả lời/);
    expect(logged.join("")).toContain("an update failed");
    expect(logged.join("")).not.toContain("bí mật");
  });
});
