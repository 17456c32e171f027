import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderAnswer } from "../../../src/bot/rendering/answer.ts";
import { LANGUAGES } from "../../../src/messages/language.ts";
import { loadMessages, speak } from "../../../src/messages/load-messages.ts";
import { makeAnswer, makeArticle, makeQuote } from "../../support/answers.ts";
import { anyAnswer } from "../../support/arbitrary-answers.ts";
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
        '📄 <a href="https://example.org/cum-cong-nghiep">Cải thiện hạ tầng kinh tế</a> · Chinhphu.vn · 12/01/2021 · đoạn 7',
    );
  });

  it("shows two more quotes to unfold, each with its citation", () => {
    const quotes = [1, 2, 3, 4].map((paragraph) => makeQuote({ paragraph }));
    const { text, formats } = render(makeAnswer({ quotes }), english);
    expect(formats.filter(({ tag }) => tag === "blockquote").map(({ attributes }) => attributes)).toEqual([
      "",
      " expandable",
      " expandable",
    ]);
    expect(text.match(/paragraph \d/g)).toEqual(["paragraph 1", "paragraph 2", "paragraph 3"]);
  });

  it("leaves out further quotes that hardly answer", () => {
    const quotes = [0.2, 0.9, 0.2].map((score, index) => makeQuote({ score, paragraph: index + 1 }));
    const { text } = render(makeAnswer({ quotes }), english);
    expect(text.match(/paragraph \d/g)).toEqual(["paragraph 1", "paragraph 2"]);
  });

  it("says what is not known of an article, and names it by its opening words and its file", () => {
    const article = makeArticle({ title: null, publisher: null, publishedOn: null, url: null });
    const { text } = render(makeAnswer({ quotes: [makeQuote({ article })] }), vietnamese);
    expect(text).toContain(
      "📄 “Chiều 12/1, Sở Công Thương Hà Nội tổ chức Hội nghị Tổng kết” cum-cong-nghiep.txt · " +
        "không rõ nơi và ngày đăng · đoạn 7",
    );
  });

  it("says which of publisher and date is not known", () => {
    const one = makeQuote({ article: makeArticle({ publisher: null }) });
    const other = makeQuote({ article: makeArticle({ publishedOn: null }) });
    const { text } = render(makeAnswer({ quotes: [one, other] }), english);
    expect(text).toContain("publisher unknown · 12 Jan 2021");
    expect(text).toContain("Chinhphu.vn · date unknown");
  });

  it("names other articles that say the same, the first two by name", () => {
    const alsoIn = [
      { id: "a", title: "Bài A" },
      { id: "b", title: null },
      { id: "c", title: "Bài C" },
    ];
    const { text } = render(makeAnswer({ quotes: [makeQuote({ alsoIn })] }), vietnamese);
    expect(text).toMatch(/\nCũng có trong: “Bài A”, b và 1 bài khác$/);
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
    expect(render(answer, english).text).toMatch(/^5 < 6 & <i>7<\/i>\n📄 <b>& · /);
    expect(renderAnswer(answer, english).source).toContain('href="https://example.org/?a=1&amp;b=%22%3C"');
  });

  it("shows the question where it is asked to, on one line", () => {
    const { text } = render(makeAnswer({ question: "Một\nhai <b>?" }), vietnamese, { showQuestion: true });
    expect(text).toMatch(/^❓ Một hai <b>\?\n\nNăm 2020/);
  });
});

describe("an answer that does not fit", () => {
  const longText = "Câu này không nói gì cả. ".repeat(70).trim();

  it("drops the third quote first", () => {
    const quotes = [longText, longText, longText].map((text) => makeQuote({ text }));
    const { text, formats } = render(makeAnswer({ quotes }), vietnamese);
    expect(formats.filter(({ tag }) => tag === "blockquote").map((format) => format.text)).toEqual([
      longText,
      longText,
    ]);
    expect(text.length).toBeLessThanOrEqual(4096);
  });

  it("then drops the second", () => {
    const quotes = [longText + longText, longText].map((text) => makeQuote({ text }));
    const { formats } = render(makeAnswer({ quotes }), vietnamese);
    expect(formats.filter(({ tag }) => tag === "blockquote")).toHaveLength(1);
  });

  it("then shortens the first around its answering sentence, between words", () => {
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
  it("leaves out what has nothing to do with the question", () => {
    const { formats } = render(makeAnswer({ answered: false, quotes: [makeQuote({ score: 0.1 })] }), english);
    expect(formats).toEqual([]);
  });

  it("says so, and how to go on", () => {
    const { text, formats } = render(makeAnswer({ answered: false, quotes: [] }), vietnamese);
    expect(text).toBe(
      "Các bài báo hiện có không trả lời câu hỏi này.\n" +
        "Bạn thử hỏi cách khác, hoặc xem /sources để biết tôi có những bài nào.",
    );
    expect(formats).toEqual([]);
  });

  it("shows at most two of the nearest quotes, folded, nothing in bold, as perhaps not an answer", () => {
    const quotes = [makeQuote(), makeQuote(), makeQuote()];
    const { text, formats } = render(makeAnswer({ answered: false, quotes }), english);
    expect(text).toContain("Closest to your question, but perhaps not an answer:");
    expect(formats.filter(({ tag }) => tag === "blockquote").map(({ attributes }) => attributes)).toEqual([
      " expandable",
      " expandable",
    ]);
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
        fc.boolean(),
        (answer, language, showQuestion) => {
          const html = renderAnswer(answer, speak(messages, language), { showQuestion });
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
