import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import { renderAnswer } from "../../src/cli/render-answer.ts";
import { loadMessages, speak } from "../../src/messages/load-messages.ts";
import { makeAnswer, makeArticle, makeQuote } from "../support/answers.ts";
import { FakeOutput } from "../support/terminal.ts";

const vi = speak(loadMessages(), "vi");
const en = speak(loadMessages(), "en");
const PIPE = {};
const TERMINAL = new FakeOutput({ isTTY: true });
const ESCAPE = "\u001b";

describe("an answer off a terminal", () => {
  test("has each quote on a line, the answering sentence between stars, and the citation below", () => {
    expect(renderAnswer(makeAnswer(), vi, PIPE)).toBe(
      [
        "Tổng diện tích các cụm công nghiệp mới là bao nhiêu?",
        "",
        "1. Năm 2020, thành phố đã thành lập mới 43 cụm công nghiệp. **Tổng diện tích các cụm này là 753,3 ha.** " +
          "Nhiều cụm khác đang được chuẩn bị.",
        "   — Cải thiện hạ tầng kinh tế · Chinhphu.vn · 12/01/2021 · đoạn 7 · https://example.org/cum-cong-nghiep",
        "",
        "",
      ].join("\n"),
    );
  });

  test("has no colours, whatever the environment says", () => {
    expect(renderAnswer(makeAnswer(), vi, new FakeOutput({ colours: true }))).not.toContain(ESCAPE);
  });

  test("shows what is unknown as unknown", () => {
    const article = makeArticle({
      title: null,
      publisher: null,
      publishedOn: null,
      url: null,
      file: "a b.txt",
    });
    const answer = makeAnswer({ quotes: [makeQuote({ article })] });
    expect(renderAnswer(answer, vi, PIPE)).toContain(
      "— (không có tiêu đề) “Chiều 12/1, Sở Công Thương Hà Nội tổ chức Hội nghị Tổng kết” · không rõ nơi đăng · " +
        "không rõ ngày đăng · đoạn 7 · a b.txt",
    );
    expect(renderAnswer(answer, en, PIPE)).toContain("publisher unknown · date unknown · paragraph 7");
  });

  test("names the page where there are pages", () => {
    const answer = makeAnswer({ quotes: [makeQuote({ page: 3 })] });
    expect(renderAnswer(answer, vi, PIPE)).toContain(" · 12/01/2021 · trang 3 · đoạn 7 · ");
    expect(renderAnswer(answer, en, PIPE)).toContain(" · page 3 · paragraph 7 · ");
  });

  test("names the other articles that say the same", () => {
    const alsoIn = [
      { id: "mot", title: "Bài một", opening: "Đầu bài" },
      { id: "hai", title: null, opening: "Đầu bài" },
    ];
    expect(renderAnswer(makeAnswer({ quotes: [makeQuote({ alsoIn })] }), vi, PIPE)).toContain(
      "\n   Cũng có trong: Bài một; (không có tiêu đề) “Đầu bài”\n",
    );
  });

  test("says that there is no answer, and what the articles do speak of", () => {
    const none = makeAnswer({
      answered: false,
      outcome: "not-found",
      topics: ["cụm công nghiệp", "chợ đầu mối"],
    });
    const rendered = renderAnswer(none, vi, PIPE);
    expect(rendered).toContain("Các bài báo hiện có không trả lời câu hỏi này.");
    expect(rendered).toContain("Bạn có thể hỏi về: cụm công nghiệp; chợ đầu mối");
    expect(rendered).not.toContain("753,3 ha");
  });

  test("shows what is only related, and says so", () => {
    const rendered = renderAnswer(makeAnswer({ answered: false, outcome: "related" }), vi, PIPE);
    expect(rendered).toContain("Các bài báo có nói đến điều này, nhưng có thể không trả lời câu hỏi:");
    expect(rendered).toContain("753,3 ha");
  });
});

describe("an answer on a terminal", () => {
  test("marks the answering sentence by colour, without stars", () => {
    const rendered = renderAnswer(makeAnswer(), vi, TERMINAL);
    expect(rendered).toContain(ESCAPE);
    expect(rendered).not.toContain("**");
    expect(stripVTControlCharacters(rendered).replace(/\s+/g, " ")).toContain(
      "Tổng diện tích các cụm này là 753,3 ha.",
    );
  });

  test("marks it by stars where colours are not wanted", () => {
    const rendered = renderAnswer(makeAnswer(), vi, new FakeOutput({ isTTY: true, colours: false }));
    expect(rendered).not.toContain(ESCAPE);
    expect(rendered.replace(/\s+/g, " ")).toContain("**Tổng diện tích các cụm này là 753,3 ha.**");
  });

  test.each([
    [80, 80],
    [500, 100],
    [0, 100],
    [1, 20],
  ])("of %i columns has lines of at most %i", (columns, widest) => {
    const rendered = stripVTControlCharacters(renderAnswer(makeAnswer(), vi, { isTTY: true, columns }));
    const lines = rendered.split("\n").slice(1);
    // What has no space, such as an address, may be longer.
    const wide = lines.filter((line) => line.length > widest && line.trim().includes(" "));
    expect(wide).toEqual([]);
    expect(Math.max(...lines.map((line) => line.length))).toBeGreaterThan(widest * 0.6);
  });
});

test("nothing from an article or a question drives the terminal", () => {
  const evil = `${ESCAPE}[2J${ESCAPE}]0;x\u0007\u009b31m\r\n`;
  const text = `Đầu${evil}đoạn. Câu${evil}trả lời. Cuối${evil}đoạn.`;
  const quote = makeQuote({
    text,
    highlight: { start: text.indexOf("Câu"), end: text.indexOf("Cuối") - 1 },
    article: makeArticle({
      title: `Tên${evil}`,
      publisher: evil,
      author: evil,
      url: null,
      file: `a${evil}.txt`,
    }),
    alsoIn: [{ id: evil, title: `Khác${evil}`, opening: evil }],
  });
  const rendered = renderAnswer(makeAnswer({ question: `hỏi${evil}`, quotes: [quote] }), vi, PIPE);
  expect(rendered.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
  const coloured = renderAnswer(makeAnswer({ question: `hỏi${evil}`, quotes: [quote] }), vi, TERMINAL);
  // The colours are ours: select graphic rendition and nothing else.
  expect(coloured.replaceAll("\n", "").replace(new RegExp(`${ESCAPE}\\[\\d+m`, "g"), "")).not.toMatch(
    /\p{Cc}/u,
  );
});
