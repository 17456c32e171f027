import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderAnswer } from "../../../src/bot/rendering/answer.ts";
import { LANGUAGES } from "../../../src/messages/language.ts";
import { loadMessages, speak } from "../../../src/messages/load-messages.ts";
import { makeAnswer, makeArticle, makeQuote } from "../../support/answers.ts";
import { anyAnswer, anyText } from "../../support/arbitrary-answers.ts";
import { parseTelegramHtml } from "../../support/telegram-html.ts";

const messages = loadMessages();
const vietnamese = speak(messages, "vi");
const english = speak(messages, "en");

function render(...parameters: Parameters<typeof renderAnswer>) {
  return parseTelegramHtml(renderAnswer(...parameters).source);
}

describe("an answer", () => {
  it("shows the best quote in a blockquote with its answering sentence in bold, and the citation below", () => {
    const { source } = renderAnswer(makeAnswer(), vietnamese);
    expect(source).toBe(
      "<blockquote>Năm 2020, thành phố đã thành lập mới 43 cụm công nghiệp. " +
        "<b>Tổng diện tích các cụm này là 753,3 ha.</b> Nhiều cụm khác đang được chuẩn bị.</blockquote>\n" +
        '📄 <a href="https://example.org/cum-cong-nghiep">Cải thiện hạ tầng kinh tế</a>\nChinhphu.vn · 12/01/2021 · đoạn 7',
    );
  });

  it("names the page where there are pages", () => {
    const answer = makeAnswer({ quotes: [makeQuote({ page: 3 })] });
    expect(render(answer, vietnamese).text).toMatch(/ · 12\/01\/2021 · trang 3 · đoạn 7$/);
    expect(render(answer, english).text).toMatch(/ · page 3 · paragraph 7$/);
  });

  it("shows another quote on another page, and the last one where there are fewer", () => {
    const quotes = [1, 2, 3].map((paragraph) => makeQuote({ paragraph }));
    const answer = makeAnswer({ quotes });
    expect(render(answer, english, { page: 1 }).text).toContain("paragraph 2");
    expect(render(answer, english, { page: 99 }).text).toContain("paragraph 3");
    expect(render(answer, english, { page: 1 }).text.match(/paragraph/g)).toHaveLength(1);
  });

  it("recalls the question that it was taken to follow up on, below the question of a button", () => {
    const answer = makeAnswer({ context: `Xuất khẩu <2020>?\n${"dài ".repeat(60)}` });
    const { text } = render(answer, vietnamese, { showQuestion: true });
    const [question, context = "", blank] = text.split("\n");
    expect([question, blank]).toEqual([`❓ ${answer.question}`, ""]);
    expect(context).toMatch(/^↪️ Hiểu là hỏi tiếp: “Xuất khẩu <2020>\? → dài .*”$/);
    expect(context.length).toBeLessThan(130);
    expect(render(makeAnswer({ context: "Exports?" }), english).text).toMatch(
      /^↪️ Taken as a follow-up to: “Exports\?”\n\n/,
    );
    const none = makeAnswer({ context: "Exports?", outcome: "not-found", quotes: [] });
    expect(render(none, english).text).toMatch(/^↪️ Taken as a follow-up to/);
  });

  it("says in words where it is not sure", () => {
    expect(render(makeAnswer({ confidence: 0.6 }), english).text).toMatch(/^This may be the answer/);
    expect(render(makeAnswer({ confidence: 0.9 }), english).text).toMatch(/^Năm 2020/);
    const quotes = [makeQuote(), makeQuote({ score: 0.2 })];
    const further = render(makeAnswer({ quotes }), vietnamese, { page: 1 });
    expect(further.text).toMatch(/^Đoạn này có liên quan, nhưng có thể không trả lời câu hỏi:/);
    expect(further.formats.map(({ tag }) => tag)).toContain("i");
    expect(further.formats.map(({ tag }) => tag)).not.toContain("b");
  });

  it("shows what stands around the quote, cut where it is farthest from it", () => {
    const surroundings = {
      before: `đầu ${"xa ".repeat(600)}gần trước`,
      after: `gần sau${" xa".repeat(600)} cuối`,
    };
    const { text, formats } = render(makeAnswer(), vietnamese, { surroundings });
    const quote = formats.find(({ tag }) => tag === "blockquote")?.text ?? "";
    expect(quote).toMatch(/^\[…\] xa .* gần trước\n\nNăm 2020.*bị\.\n\ngần sau xa .* \[…\]$/);
    expect(text).not.toMatch(/đầu|cuối/);
    const alone = render(makeAnswer(), vietnamese, { surroundings: { before: null, after: "Hết." } });
    expect(alone.text).toMatch(/^Năm 2020.*bị\.\n\nHết\.\n📄/);
  });

  it("says what is not known of an article, and names it by its opening words and its file", () => {
    const article = makeArticle({ title: null, publisher: null, publishedOn: null, url: null });
    const { text } = render(makeAnswer({ quotes: [makeQuote({ article })] }), vietnamese);
    expect(text).toContain(
      "📄 “Chiều 12/1, Sở Công Thương Hà Nội tổ chức Hội nghị Tổng kết”\n" +
        "không rõ nơi và ngày đăng · đoạn 7 · cum-cong-nghiep.txt",
    );
  });

  it("says which of publisher and date is not known", () => {
    const one = makeQuote({ article: makeArticle({ publisher: null }) });
    const other = makeQuote({ article: makeArticle({ publishedOn: null }) });
    const answer = makeAnswer({ quotes: [one, other] });
    expect(render(answer, english).text).toContain("publisher unknown · 12 Jan 2021");
    expect(render(answer, english, { page: 1 }).text).toContain("Chinhphu.vn · date unknown");
  });

  it("names other articles that say the same, the first two by name", () => {
    const alsoIn = [
      { id: "a", title: "Bài A", opening: "Đầu bài A" },
      { id: "b", title: null, opening: "Chiều 12/1, Sở Công Thương" },
      { id: "c", title: "Bài C", opening: "Đầu bài C" },
    ];
    const { text } = render(makeAnswer({ quotes: [makeQuote({ alsoIn })] }), vietnamese);
    expect(text).toMatch(/\nCũng có trong: “Bài A”, “Chiều 12\/1, Sở Công Thương” và 1 bài khác$/);
  });

  it("links only addresses of the web", () => {
    for (const url of [
      "javascript:alert(1)",
      "ftp://example.org/a",
      "tg://user?id=1",
      "not an address",
      "",
    ]) {
      const { formats } = render(
        makeAnswer({ quotes: [makeQuote({ article: makeArticle({ url }) })] }),
        english,
      );
      expect(formats.filter(({ tag }) => tag === "a")).toEqual([]);
    }
  });

  it("escapes what looks like markup, in quotes, titles and addresses", () => {
    const article = makeArticle({ title: "<b>&", url: 'https://example.org/?a=1&b="<' });
    const answer = makeAnswer({ quotes: [makeQuote({ text: "5 < 6 & <i>7</i>", article })] });
    expect(render(answer, english).text).toMatch(/^5 < 6 & <i>7<\/i>\n📄 <b>&\n/);
    expect(renderAnswer(answer, english).source).toContain('href="https://example.org/?a=1&amp;b=%22%3C"');
  });

  it("shows the question where it is asked to, on one line", () => {
    const { text } = render(makeAnswer({ question: "Một\nhai <b>?" }), vietnamese, { showQuestion: true });
    expect(text).toMatch(/^❓ Một hai <b>\?\n\nNăm 2020/);
  });
});

describe("an answer that does not fit", () => {
  it("is shortened around its answering sentence, between words", () => {
    const sentence = "Đây là câu trả lời.";
    const before = "Trước đó là nhiều chữ. ".repeat(300);
    const text = `${before}${sentence}${" Sau đó cũng vậy.".repeat(300)}`;
    const highlight = { start: before.length, end: before.length + sentence.length };
    const message = render(makeAnswer({ quotes: [makeQuote({ text, highlight })] }), vietnamese);
    const quote = message.formats.find(({ tag }) => tag === "blockquote")?.text ?? "";
    expect(message.formats).toContainEqual({ tag: "b", attributes: "", text: sentence });
    expect(quote).toMatch(/^\[…\] .* \[…\]$/);
    const words = quote.slice("[…] ".length, -" […]".length);
    expect(` ${text} `).toContain(` ${words} `);
    expect(message.text.length).toBeGreaterThan(4000);
    expect(message.text.length).toBeLessThanOrEqual(4096);
  });
});

describe("an answer to what the articles do not answer", () => {
  it("says so, and how to go on, and shows nothing that has nothing to do with it", () => {
    const { text, formats } = render(makeAnswer({ outcome: "not-found" }), vietnamese);
    expect(text).toBe(
      "Các bài báo hiện có không trả lời câu hỏi này.\n" +
        "Bạn thử hỏi cách khác, hoặc xem /sources để biết tôi có những bài nào.",
    );
    expect(formats).toEqual([]);
    const near = render(makeAnswer({ outcome: "not-found", topics: ["chợ đầu mối"] }), vietnamese);
    expect(near.text).toBe(`${text}\n\nNhững chủ đề gần nhất mà các bài báo có nói đến:`);
  });

  it("shows what is related as perhaps not an answer, with its nearest sentence in italics", () => {
    const { text, formats } = render(makeAnswer({ outcome: "related", confidence: 0.4 }), english);
    expect(text).toMatch(/^The passage closest to your question, but perhaps not an answer:\n\nNăm 2020/);
    expect(formats).toContainEqual({
      tag: "i",
      attributes: "",
      text: "Tổng diện tích các cụm này là 753,3 ha.",
    });
    expect(formats.filter(({ tag }) => tag === "b")).toEqual([]);
  });

  it("is what an answer without quotes is taken for", () => {
    expect(render(makeAnswer({ quotes: [] }), english).text).toContain("do not answer");
  });
});

describe("whatever the articles hold", () => {
  it("renders to valid HTML with 1 to 4096 visible UTF-16 units", () => {
    fc.assert(
      fc.property(
        anyAnswer,
        fc.constantFrom(...LANGUAGES),
        fc.record({
          showQuestion: fc.boolean(),
          page: fc.nat(6),
          surroundings: fc.option(fc.record({ before: fc.option(anyText), after: fc.option(anyText) })),
        }),
        (answer, language, options) => {
          const html = renderAnswer(answer, speak(messages, language), options);
          const { text } = parseTelegramHtml(html.source);
          expect(text.length).toBe(html.length);
          expect(text.trim().length).toBeGreaterThanOrEqual(1);
          expect(text.length).toBeLessThanOrEqual(4096);
          expect(Buffer.byteLength(html.source)).toBeLessThan(32_768);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("shows of a quote only its own words, with the bold ones taken from its highlight", () => {
    fc.assert(
      fc.property(anyAnswer, (answer) => {
        const quote = answer.quotes[0];
        if (!answer.answered || quote === undefined) return;
        const { formats } = render({ ...answer, quotes: [quote] }, english);
        const shown = formats.find(({ tag }) => tag === "blockquote")?.text ?? "";
        const marked = formats.find(({ tag }) => tag === "b")?.text ?? "";
        const words = shown.replace(/^\[…\] /, "").replace(/ \[…\]$/, "");
        expect(quote.text.includes(shown) || quote.text.includes(words)).toBe(true);
        expect(quote.text.slice(Math.max(0, quote.highlight.start - 1), quote.highlight.end + 1)).toContain(
          marked,
        );
      }),
      { numRuns: 300 },
    );
  });
});
