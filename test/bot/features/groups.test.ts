import { afterEach, describe, expect, it } from "vitest";
import { makeAnswer, makeQuote, makeSearch } from "../../support/answers.ts";
import { type RunningBot, type RunningBotParts, runBot } from "../../support/telegram-bot.ts";
import { BOT_INFO } from "../../support/telegram-methods.ts";
import type { Person } from "../../support/telegram-person.ts";

let running: RunningBot | undefined;
afterEach(() => running?.close());

const heard: string[] = [];
const search = makeSearch({
  answer: (question) => {
    heard.push(question);
    return makeAnswer({ question, quotes: [makeQuote(), makeQuote()] });
  },
});

async function start(parts: RunningBotParts = { search }): Promise<RunningBot> {
  running = await runBot(parts);
  heard.length = 0;
  return running;
}

const NAME = `@${BOT_INFO.username}`;

/** What happens to the bot in a group. */
function changePlace(person: Person, before: string, now: string) {
  const member = (status: string) => ({ user: BOT_INFO, status });
  return {
    my_chat_member: {
      chat: person.chat,
      from: person.user,
      date: 0,
      old_chat_member: member(before),
      new_chat_member: member(now),
    },
  };
}

describe("in a group", () => {
  it("a question is /ask, /ask@bot, a mention, or a reply to the bot", async () => {
    const { meet, openGroup } = await start();
    const person = meet("vi").in(openGroup());
    const asked = person.say("/ask cụm công nghiệp?");
    const answer = await person.read();
    expect([answer.replyTo, answer.buttons[1]?.text]).toEqual([asked, "1/2"]);
    await person.ask(`/ask${NAME} xuất khẩu?`);
    await person.ask(`${NAME}, nhập khẩu?`);
    await person.ask(`Bán lẻ thế nào ${NAME}?`);
    person.reply("còn năm 2019?", answer);
    await person.read();
    expect(heard).toEqual([
      "cụm công nghiệp?",
      "xuất khẩu?",
      "nhập khẩu?",
      "Bán lẻ thế nào ?",
      "còn năm 2019?",
    ]);
  });

  it("/ask or a bare mention as a reply to somebody's message asks what that says, and answers there", async () => {
    const { meet, openGroup } = await start();
    const group = openGroup();
    const [one, other] = [meet("vi").in(group), meet("vi").in(group)];
    const theirs = one.say("Hà Nội có bao nhiêu cụm công nghiệp?");
    for (const words of ["/ask", NAME]) {
      other.replyTo(one, theirs, "Hà Nội có bao nhiêu cụm công nghiệp?", words);
      expect((await other.read()).replyTo).toBe(theirs);
    }
    other.replyTo(one, theirs, "Hà Nội có bao nhiêu cụm công nghiệp?", "/ask xuất khẩu?");
    await other.read();
    expect(heard.slice(1)).toEqual(["Hà Nội có bao nhiêu cụm công nghiệp?", "xuất khẩu?"]);
    expect((await other.ask("/ask")).text).toMatch(/^Bạn viết câu hỏi ngay sau \/ask/);
  });

  it("everything else is met with silence", async () => {
    const { meet, telegram, openGroup } = await start();
    const group = openGroup();
    const [one, other] = [meet("vi").in(group), meet("vi").in(group)];
    const theirs = one.say("Chào mọi người");
    other.replyTo(one, theirs, "Chào mọi người", "Chào bạn");
    one.say("/ask@another_bot xuất khẩu?");
    one.say("/roll");
    one.say("@another_bot xuất khẩu?");
    one.send({ photo: [{ file_id: "a", file_unique_id: "b", width: 1, height: 1 }], caption: "Ảnh đẹp" });
    one.send({ text: "từ inline", via_bot: BOT_INFO });
    one.send({ new_chat_members: [other.user] });
    // In a topic that the bot has opened, everything looks like a reply to it.
    one.say("trong chủ đề", {
      reply_to_message: { message_id: 1, from: BOT_INFO, forum_topic_created: { name: "A", icon_color: 1 } },
    });
    one.edit(theirs, "Chào cả nhà");
    await one.ask("/ask cụm công nghiệp");
    expect(heard).toEqual(["cụm công nghiệp"]);
    expect(telegram.messagesTo(group.id)).toHaveLength(1);
    expect(telegram.callsOf("sendChatAction")).toHaveLength(1);
  });

  it("an answer stands in the topic of its question", async () => {
    const { meet, telegram, openGroup } = await start();
    const person = meet("vi").in(openGroup());
    person.say("/ask cụm công nghiệp", { message_thread_id: 77, is_topic_message: true });
    const answer = await person.read();
    expect(answer.threadId).toBe(77);
    expect(telegram.callsOf("sendChatAction")[0]?.parameters).toMatchObject({ message_thread_id: 77 });
  });

  it("an answer is short", async () => {
    const text = "Câu này không nói gì cả. ".repeat(120).trim();
    const { meet, openGroup } = await start({
      search: makeSearch({ answer: (question) => makeAnswer({ question, quotes: [makeQuote({ text })] }) }),
    });
    const person = meet("vi");
    expect((await person.ask("a?")).text.length).toBeGreaterThan(2500);
    expect((await person.in(openGroup()).ask("/ask a?")).text.length).toBeLessThan(1200);
  });

  it("anyone may turn the pages, in the language of the answer, and a vote counts once a person", async () => {
    const { meet, openGroup } = await start();
    const group = openGroup();
    const [asker, one, other] = [meet("vi").in(group), meet("en").in(group), meet("vi").in(group)];
    const answer = await asker.ask("/ask cụm công nghiệp");
    const turned = await one.turn("▶", answer);
    expect(turned.text).toContain("đoạn 7");
    const first = await one.turn("👍", turned);
    const second = await other.turn("👍 1", first);
    expect(second.buttons.at(-2)?.text).toBe("👍 2");
    const third = await one.turn("👍 2", second);
    expect(third.buttons.at(-2)?.text).toBe("👍 1");
  });

  it("the bot introduces itself in two lines when it is added, and says nothing when it is removed", async () => {
    const { meet, telegram, openGroup } = await start();
    const group = openGroup();
    const person = meet("vi").in(group);
    telegram.deliver(changePlace(person, "left", "member"));
    const hello = await person.read();
    expect(hello.text.split("\n")).toHaveLength(2);
    expect(hello.text).toContain("/ask");
    telegram.deliver(changePlace(person, "member", "administrator"));
    telegram.deliver(changePlace(person, "administrator", "left"));
    telegram.deliver(changePlace(meet("vi"), "member", "kicked"));
    await person.ask("/ask a?");
    expect(telegram.messagesTo(group.id)).toHaveLength(2);
  });
});

describe("a group that becomes a supergroup", () => {
  it("stays enabled, and its buttons keep working", async () => {
    const { meet, telegram } = await start({ search, environment: { ALLOWED_CHATS: "-5" } });
    const [old, young] = [
      { id: -5, type: "group", title: "Nhóm" } as const,
      { id: -1005, type: "supergroup", title: "Nhóm" } as const,
    ];
    const person = meet("vi").in(old);
    const answer = await person.ask("/ask cụm công nghiệp");
    person.send({ migrate_to_chat_id: young.id });
    const moved = person.in(young);
    moved.send({ migrate_from_chat_id: old.id });
    const next = await moved.ask("/ask xuất khẩu");
    expect(next.text).toContain("đoạn 7");
    // Telegram copies the old messages.
    moved.press(answer.buttons[2]?.callback_data ?? "", next);
    expect((await moved.reread(next)).buttons[1]?.text).toBe("2/2");
    expect(telegram.callsOf("sendMessage")).toHaveLength(2);
  });

  it("is written to under its new number when Telegram says so", async () => {
    const { meet, telegram } = await start();
    const person = meet("vi").in({ id: -5, type: "group", title: "Nhóm" });
    telegram.fail("sendMessage", {
      kind: "status",
      code: 400,
      description: "Bad Request: group chat was upgraded to a supergroup chat",
      movedTo: -1005,
    });
    person.say("/ask cụm công nghiệp");
    await telegram.until(() => telegram.messagesTo(-1005).length === 1);
  });
});

describe("where the bot is not enabled", () => {
  it("it says so once, with the number that an operator needs, and is silent from then on", async () => {
    const { meet, telegram, openGroup } = await start({
      search,
      environment: { ALLOWED_CHATS: "-77", ADMIN_IDS: "3" },
    });
    const group = openGroup();
    const person = meet("vi").in(group);
    person.say("Chào mọi người");
    telegram.deliver(changePlace(person, "left", "member"));
    expect((await person.read()).text).toContain(`mã nhóm ${group.id} vào ALLOWED_CHATS`);
    person.say("/ask cụm công nghiệp");
    await meet("vi").ask("cụm công nghiệp");
    expect((await person.in({ id: -77, type: "group", title: "B" }).ask("/ask a?")).text).toContain("đoạn 7");
    expect(telegram.messagesTo(group.id)).toHaveLength(1);
  });

  it("private chats and inline are for those who are allowed, and for operators", async () => {
    const { meet, telegram } = await start({ search, environment: { ALLOWED_USERS: "1", ADMIN_IDS: "3" } });
    const [guest, stranger, operator] = [meet("vi"), meet("en"), meet("vi")];
    expect((await guest.ask("a?")).text).toContain("đoạn 7");
    expect((await operator.ask("a?")).text).toContain("đoạn 7");
    expect((await stranger.ask("a?")).text).toContain(`send the id ${stranger.id} to`);
    stranger.say("b?");
    expect((await stranger.query("a?")).results).toEqual([]);
    expect((await guest.query("a?")).results).not.toEqual([]);
    expect(telegram.messagesTo(stranger.id)).toHaveLength(1);
  });
});
