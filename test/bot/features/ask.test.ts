import { afterEach, describe, expect, it } from "vitest";
import type { Answer } from "../../../src/search/answer.ts";
import { makeAnswer, makeSearch } from "../../support/answers.ts";
import { type RunningBot, type RunningBotParts, runBot } from "../../support/telegram-bot.ts";

let running: RunningBot | undefined;
afterEach(() => running?.close());

async function start(parts?: RunningBotParts): Promise<RunningBot> {
  running = await runBot(parts);
  return running;
}

/** Remembers what was asked, after the examples. */
function makeListeningSearch(answer: (question: string) => Answer = (question) => makeAnswer({ question })) {
  const heard: string[] = [];
  const search = makeSearch({
    answer: (question) => {
      heard.push(question);
      return answer(question);
    },
  });
  return { search, heard };
}

const PHOTO = { photo: [{ file_id: "a", file_unique_id: "b", width: 1, height: 1 }] };

describe("a question", () => {
  it("is answered with the best quote in a blockquote, as a reply", async () => {
    const person = (await start()).meet("vi");
    const asked = person.say("cum cong nghiep moi rong bao nhieu?");
    const { text, formats, replyTo } = await person.read();
    expect(replyTo).toBe(asked);
    expect(formats.map((format) => [format.tag, format.text]).slice(0, 1)).toEqual([
      ["b", "Tổng diện tích các cụm này là 753,3 ha."],
    ]);
    expect(text).toContain("📄 Cải thiện hạ tầng kinh tế\nChinhphu.vn · 12/01/2021 · đoạn 7");
  });

  it("is answered with words that say so where the bot is not sure", async () => {
    const { search } = makeListeningSearch((question) =>
      makeAnswer({ question, confidence: question === "xuất khẩu" ? 0.6 : 0.9 }),
    );
    const { meet } = await start({ search });
    expect((await meet("vi").ask("cụm công nghiệp")).text).toMatch(/^Năm 2020/);
    expect((await meet("vi").ask("xuất khẩu")).text).toMatch(/^Có lẽ đây là câu trả lời/);
    expect((await meet("en").ask("xuất khẩu")).text).toMatch(/^This may be the answer/);
  });

  it("shows that the bot is typing before the answer is found", async () => {
    running = undefined;
    const search = makeSearch({
      answer: async (question) => {
        await running?.telegram.until(() => running?.telegram.callsOf("sendChatAction").length === 1);
        return makeAnswer({ question });
      },
    });
    const person = (await start({ search })).meet("vi");
    expect((await person.ask("cụm công nghiệp")).text).toContain("đoạn 7");
  });

  it("is heard word for word, whatever it is", async () => {
    const { search, heard } = makeListeningSearch();
    const person = (await start({ search })).meet("vi");
    heard.length = 0;
    const questions = [
      "😀 a",
      "<b>&",
      "ما هي السياسة التجارية؟",
      "越南贸易政策",
      "/ 5 là gì",
      "a".repeat(4096),
    ];
    for (const question of questions) {
      expect((await person.ask(question)).text.length).toBeGreaterThan(0);
    }
    expect(heard).toEqual(questions);
  });

  it("that the articles do not answer gets a clear no", async () => {
    const { search } = makeListeningSearch((question) =>
      makeAnswer({ question, outcome: "not-found", quotes: [] }),
    );
    const { meet } = await start({ search });
    expect((await meet("vi").ask("Giá vàng hôm nay?")).text).toMatch(/^Các bài báo hiện có không trả lời/);
    expect((await meet("en").ask("Gold price?")).text).toMatch(/^The articles I have do not answer/);
  });

  it("is answered in the default language to people of other languages", async () => {
    const { meet } = await start({ environment: { DEFAULT_LANGUAGE: "en" } });
    expect((await meet("fr").ask("Bonjour")).text).toContain("paragraph 7");
    expect((await meet(undefined).ask("Markets")).text).toContain("paragraph 7");
    expect((await meet("vi").ask("Chợ")).text).toContain("đoạn 7");
  });

  it("may stand below a photo, but not below one that is passed on", async () => {
    const { search, heard } = makeListeningSearch();
    const person = (await start({ search })).meet("vi");
    heard.length = 0;
    person.send({ ...PHOTO, caption: "Đây là cụm nào?" });
    expect((await person.read()).text).toContain("đoạn 7");
    person.send({
      ...PHOTO,
      caption: "Tin trong ngày",
      forward_origin: { type: "hidden_user", sender_user_name: "B", date: 0 },
    });
    expect((await person.read()).text).toMatch(/^Tôi chỉ đọc được chữ/);
    expect(heard).toEqual(["Đây là cụm nào?"]);
  });

  it("may also be what a message becomes by an edit that was none before, but not long after", async () => {
    const { meet, telegram } = await start();
    const person = meet("vi");
    const edit = (message_id: number, content: object) => {
      telegram.deliver({ edited_message: { message_id, chat: person.chat, from: person.user, ...content } });
    };
    const photo = person.send(PHOTO);
    expect((await person.read()).text).toMatch(/^Tôi chỉ đọc được chữ/);
    edit(photo, { ...PHOTO, date: 100, edit_date: 200_000, caption: "cũ" });
    edit(photo, { ...PHOTO, date: 100, edit_date: 200, caption: "cụm công nghiệp" });
    const answer = await person.read();
    expect([answer.replyTo, answer.text.includes("đoạn 7")]).toEqual([photo, true]);
    // From then on it is a question like any other.
    edit(photo, { ...PHOTO, date: 100, edit_date: 300, caption: "cụm công nghiệp" });
    edit(photo, { ...PHOTO, date: 100, edit_date: 400, caption: "xuất khẩu" });
    await person.ask("/help");
    expect(telegram.messagesTo(person.id)).toHaveLength(3);
  });

  it("is answered even when the typing action hangs", async () => {
    const { meet, telegram } = await start();
    telegram.fail("sendChatAction", { kind: "hang" });
    expect((await meet("vi").ask("cụm công nghiệp")).text).toContain("đoạn 7");
  });

  it("is answered even when the typing action fails", async () => {
    const { meet, telegram, logged } = await start();
    telegram.fail("sendChatAction", { kind: "status", code: 400 });
    expect((await meet("vi").ask("cụm công nghiệp")).text).toContain("đoạn 7");
    expect(logged.join("")).not.toContain("an update failed");
  });
});

describe("two people at once", () => {
  it("do not wait for each other, while the questions of one are answered in order", async () => {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const search = makeSearch({
      answer: async (question) => {
        if (question === "chậm") await held;
        return makeAnswer({ question });
      },
    });
    const { meet, telegram } = await start({ search });
    const [slow, quick] = [meet("vi"), meet("vi")];
    const first = slow.say("chậm");
    const second = slow.say("nhanh");
    await quick.ask("nhanh");
    expect(telegram.messagesTo(slow.id)).toEqual([]);
    release();
    expect([(await slow.read()).replyTo, (await slow.read()).replyTo]).toEqual([first, second]);
  });
});
