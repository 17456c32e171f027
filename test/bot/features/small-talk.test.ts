import { afterEach, describe, expect, it } from "vitest";
import { makeAnswer, makeSearch } from "../../support/answers.ts";
import { type RunningBot, runBot } from "../../support/telegram-bot.ts";

let running: RunningBot | undefined;
afterEach(() => running?.close());

const heard: string[] = [];

async function start(): Promise<RunningBot> {
  const search = makeSearch({
    answer: (question) => {
      heard.push(question);
      return makeAnswer({ question });
    },
  });
  running = await runBot({ search });
  heard.length = 0;
  return running;
}

describe("small talk", () => {
  it("gets a kind word, in the language of the person, with diacritics or without", async () => {
    const { meet } = await start();
    const [person, other] = [meet("vi"), meet("en")];
    for (const words of ["Xin chào!", "xin chao", "Hello 👋"]) {
      const greeting = await person.ask(words);
      expect(greeting.text, words).toMatch(/^Xin chào!\n\nTôi trả lời câu hỏi/);
      expect(greeting.buttons.length, words).toBeGreaterThan(2);
    }
    for (const words of ["Cảm ơn bạn nhiều.", "cam on", "OK, thanks!", "Tạm biệt"]) {
      expect((await person.ask(words)).text, words).toMatch(/^Rất vui được giúp bạn/);
    }
    expect((await other.ask("thank you")).text).toMatch(/^Glad to help/);
    expect((await person.ask("?!")).text).toMatch(/^Tôi chưa thấy câu hỏi nào/);
    expect((await other.ask("😀🎉")).text).toMatch(/^I see no question here/);
    expect(heard).toEqual([]);
  });

  it("is known with any courtesies around it", async () => {
    const { meet } = await start();
    const [person, other] = [meet("vi"), meet("en")];
    for (const words of [
      "chào ad nhé",
      "dạ em chào anh chị ạ",
      "Bạn là ai vậy?",
      "bot oi lam duoc gi",
      "ad ơi, cách dùng?",
    ]) {
      expect((await person.ask(words)).text, words).toMatch(/^Xin chào!\n\nTôi trả lời câu hỏi/);
    }
    for (const words of [
      "cám ơn em nhé",
      "tks ad nha",
      "dạ vâng ạ",
      "ok cảm ơn ad nhiều",
      "Tuyệt vời ạ, em cảm ơn",
    ]) {
      expect((await person.ask(words)).text, words).toMatch(/^Rất vui được giúp bạn/);
    }
    for (const words of ["ad ơi", "cho em hỏi chút ạ", "Chào bot, cho mình hỏi với"]) {
      expect((await person.ask(words)).text, words).toBe("Vâng, mời bạn đặt câu hỏi.");
    }
    expect((await other.ask("hi, can I ask you a question?")).text).toBe("Yes, please go ahead.");
    expect((await other.ask("who are you?")).text).toMatch(/^Hello!/);
    expect(heard).toEqual([]);
  });

  it("is nothing that only begins like it, looks like it, or comes after /ask", async () => {
    const person = (await start()).meet("vi");
    const questions = [
      "xin chào, chợ nào lớn nhất?",
      "cháo",
      "ok vocop",
      "BOT là gì?",
      "chào bán cổ phần",
      "ai vậy?",
    ];
    for (const question of questions) expect((await person.ask(question)).text).toContain("đoạn 7");
    expect((await person.ask("/ask xin chào")).text).toContain("đoạn 7");
    expect(heard).toEqual([...questions, "xin chào"]);
  });

  it("in a group is answered when it is for the bot, and a smile with silence", async () => {
    const { meet, telegram, openGroup } = await start();
    const group = openGroup();
    const person = meet("vi").in(group);
    const answer = await person.ask("/ask cụm công nghiệp");
    person.reply("😀", answer);
    person.reply("cảm ơn bạn", answer);
    expect((await person.read()).text).toMatch(/^Rất vui được giúp bạn/);
    expect((await person.ask("@hanoi_test_bot xin chào")).text.split("\n")).toHaveLength(2);
    person.say("cảm ơn bạn");
    await person.ask("/help");
    expect(telegram.messagesTo(group.id)).toHaveLength(4);
    expect(heard).toEqual(["cụm công nghiệp"]);
  });
});
