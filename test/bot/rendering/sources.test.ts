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
    expect(renderSources([makeArticle(), untitled], vietnamese).source).toBe(
      "Tôi trích dẫn 2 bài báo:\n\n" +
        '1. <a href="https://example.org/cum-cong-nghiep">Cải thiện hạ tầng kinh tế</a>\nChinhphu.vn · 12/01/2021\n\n' +
        "2. “Chiều 12/1, Sở Công Thương Hà Nội tổ chức Hội nghị Tổng kết” <code>cum-cong-nghiep.txt</code>\n" +
        "không rõ nơi và ngày đăng",
    );
  });

  it("says how many more there are when one message does not hold them all", () => {
    const articles = Array.from({ length: 5000 }, (_, index) =>
      makeArticle({ title: `Bài số ${index + 1}` }),
    );
    const { text } = parseTelegramHtml(renderSources(articles, vietnamese).source);
    const listed = text.match(/^\d+\. /gm)?.length ?? 0;
    expect(listed).toBeGreaterThan(30);
    expect(text).toMatch(/^Tôi trích dẫn 5\.000 bài báo:/);
    expect(text.endsWith(`… và ${(5000 - listed).toLocaleString("vi")} bài khác.`)).toBe(true);
  });

  it("says so when there is none", () => {
    expect(renderSources([], vietnamese).source).toBe("Hiện chưa có bài báo nào.");
  });

  it("is one valid message whatever the articles are called", () => {
    fc.assert(
      fc.property(fc.array(anyArticle, { maxLength: 60, size: "max" }), (articles) => {
        const html = renderSources(articles, vietnamese);
        const { text } = parseTelegramHtml(html.source);
        expect(text.length).toBe(html.length);
        expect(text.length).toBeLessThanOrEqual(4096);
        expect(Buffer.byteLength(html.source)).toBeLessThan(32_768);
      }),
      { numRuns: 50 },
    );
  });
});
