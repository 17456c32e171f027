import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadSearch } from "../../src/search/load-search.ts";
import { type RunningBot, runBot } from "../support/telegram-bot.ts";

/** The whole way, from the articles in `seeds/` and the bundled model to the messages that a person receives. */
let folder: string;
let running: RunningBot;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "telegram-"));
  const search = await loadSearch({
    articlesDir: "seeds",
    indexDir: folder,
    model: "vi-en-trade-384",
    allowModelDownload: false,
  });
  running = await runBot({ search });
});

afterAll(async () => {
  await running.close();
  rmSync(folder, { recursive: true });
});

describe("a conversation", () => {
  it("begins with /start, and goes on with the press of an example", async () => {
    const person = running.meet("vi");
    const greeting = await person.ask("/start");
    expect(greeting.buttons.length).toBeGreaterThan(2);
    person.press(greeting.buttons[0]?.callback_data ?? "", greeting);
    const answer = await person.read();
    expect(answer.text).toMatch(/^❓ Hà Nội đã thành lập mới bao nhiêu cụm công nghiệp\?/);
    const marked = answer.formats.find(({ tag }) => tag === "b")?.text;
    expect(marked).toContain("43 cụm công nghiệp");
    expect(marked).toContain("753,3 ha");
  });

  it("offers examples that show the bot at its best, in both languages", async () => {
    const facts: Readonly<Record<string, readonly string[]>> = {
      vi: [
        "43 cụm công nghiệp",
        "tăng 4,7%",
        "584,7 nghìn tỷ đồng",
        "14 doanh nghiệp",
        "đứng đầu trong cả nước",
      ],
      en: ["43 cụm công nghiệp", "tăng 4,7%", "584,7 nghìn tỷ đồng", "117 sản phẩm"],
    };
    for (const [language, expected] of Object.entries(facts)) {
      const person = running.meet(language);
      const { buttons } = await person.ask("/start");
      expect(buttons).toHaveLength(expected.length);
      for (const [index, { text }] of buttons.entries()) {
        const { formats } = await person.ask(text);
        expect(formats.find(({ tag }) => tag === "b")?.text, text).toContain(expected[index]);
      }
    }
  });

  it("quotes the articles, whether the question has diacritics, none, or is in English", async () => {
    const person = running.meet("vi");
    const expected: ReadonlyArray<readonly [string, string]> = [
      ["Hà Nội đã thành lập mới bao nhiêu cụm công nghiệp?", "753,3 ha"],
      ["chi so san xuat cong nghiep 2020 tang bao nhieu", "4,7%"],
      ["How many new industrial clusters did Hanoi establish?", "43 cụm công nghiệp"],
      ["EVFTA", "EVFTA"],
    ];
    for (const [question, fact] of expected) {
      const { text, formats } = await person.ask(question);
      expect(formats.find(({ tag }) => tag === "b")?.text, question).toContain(fact);
      expect(text, question).toMatch(/\n📄 .+\n.+ · đoạn \d+/);
    }
  });

  it("says no to what the articles do not answer", async () => {
    const { text } = await running.meet("vi").ask("Giá vàng hôm nay bao nhiêu?");
    expect(text).toMatch(/^Các bài báo hiện có không trả lời câu hỏi này\./);
  });

  it("is never silent, whatever the question is", async () => {
    const person = running.meet("en");
    const long = "Hà Nội phát triển công nghiệp thế nào? ".repeat(110).slice(0, 4096);
    for (const question of [
      "?",
      "a",
      "<b>&",
      "😀😀😀",
      "贸易政策",
      "سياسة",
      "\u200B",
      "x".repeat(4096),
      long,
    ]) {
      const sent = person.say(question);
      const { text, replyTo } = await person.read();
      expect(replyTo).toBe(sent);
      expect(text.length).toBeLessThanOrEqual(4096);
    }
  });

  it("lists the articles", async () => {
    const { text } = await running.meet("vi").ask("/sources");
    expect(text).toContain("Tôi trích dẫn 5 bài báo:");
    expect(text).toContain("Cải thiện hạ tầng kinh tế đồng bộ");
  });

  it("is held with two people at once, each in their language", async () => {
    const [one, other] = [running.meet("vi"), running.meet("en")];
    const [quoted, unquoted] = await Promise.all([one.ask("cụm công nghiệp 753,3 ha"), other.ask("/help")]);
    expect(quoted.text).toContain("753,3 ha");
    expect(unquoted.text).toMatch(/^I answer questions/);
  });

  it("leaves nothing of the questions in the log", () => {
    expect(running.logged.join("")).not.toMatch(/công nghiệp|Giá vàng|EVFTA/);
    expect(running.logged.join("")).not.toContain("an update failed");
  });
});
