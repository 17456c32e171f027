import { afterEach, describe, expect, it } from "vitest";
import { makeArticle, makeSearch } from "../../support/answers.ts";
import { type RunningBot, runBot } from "../../support/telegram-bot.ts";

let running: RunningBot | undefined;
afterEach(() => running?.close());

describe("/sources", () => {
  it("lists the articles", async () => {
    const articles = [makeArticle(), makeArticle({ title: "Bài thứ hai", url: null, publishedOn: null })];
    running = await runBot({ search: makeSearch({ articles }) });
    const { text, formats } = await running.meet("vi").ask("/sources");
    expect(text).toBe(
      "Tôi trích dẫn 2 bài báo:\n\n1. Cải thiện hạ tầng kinh tế\nChinhphu.vn · 12/01/2021\n\n" +
        "2. Bài thứ hai\nChinhphu.vn · không rõ ngày đăng",
    );
    expect(formats.map(({ text: linked }) => linked)).toEqual(["Cải thiện hạ tầng kinh tế"]);
  });
});
