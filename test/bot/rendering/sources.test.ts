import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderSources } from "../../../src/bot/rendering/sources.ts";
import { loadMessages, speak } from "../../../src/messages/load-messages.ts";
import { makeArticle } from "../../support/answers.ts";
import { anyArticle } from "../../support/arbitrary-answers.ts";
import { parseTelegramHtml } from "../../support/telegram-html.ts";

const messages = loadMessages();
const vietnamese = speak(messages, "vi");

describe("the list of articles", () => {
  it("names each by title or opening words, with publisher and date, and links those with an address", () => {
    const untitled = makeArticle({ title: null, publisher: null, publishedOn: null, url: null });
    expect(renderSources([makeArticle(), untitled], vietnamese).html.source).toBe(
      "Tôi trích dẫn 2 bài báo:\n\n" +
        '1. <a href="https://example.org/cum-cong-nghiep">Cải thiện hạ tầng kinh tế</a>\nChinhphu.vn · 12/01/2021\n\n' +
        "2. “Chiều 12/1, Sở Công Thương Hà Nội tổ chức Hội nghị Tổng kết”\n" +
        "không rõ nơi và ngày đăng · <code>cum-cong-nghiep.txt</code>",
    );
  });

  it("is given a page at a time, numbered through", () => {
    const articles = Array.from({ length: 20 }, (_, index) => makeArticle({ title: `Bài số ${index + 1}` }));
    const { html, page, pages } = renderSources(articles, vietnamese, 2);
    expect([page, pages]).toEqual([2, 3]);
    const { text } = parseTelegramHtml(html.source);
    expect(text).toMatch(/^Tôi trích dẫn 20 bài báo:\n\n17\. Bài số 17\n/);
    expect(text).toContain("20. Bài số 20");
    expect(renderSources(articles, vietnamese, 99).page).toBe(2);
  });

  it("says so when there is none", () => {
    expect(renderSources([], vietnamese).html.source).toBe("Hiện chưa có bài báo nào.");
  });

  it("is one valid message whatever the articles are called", () => {
    fc.assert(
      fc.property(fc.array(anyArticle, { maxLength: 20, size: "max" }), fc.nat(3), (articles, page) => {
        const { html } = renderSources(articles, vietnamese, page);
        const { text } = parseTelegramHtml(html.source);
        expect(text.length).toBe(html.length);
        expect(text.length).toBeLessThanOrEqual(4096);
        expect(Buffer.byteLength(html.source)).toBeLessThan(32_768);
      }),
      { numRuns: 50 },
    );
  });
});
