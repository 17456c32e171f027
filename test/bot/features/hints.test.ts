import { afterEach, describe, expect, it } from "vitest";
import { type RunningBot, runBot } from "../../support/telegram-bot.ts";
import type { MessageContent } from "../../support/telegram-person.ts";

let running: RunningBot | undefined;
afterEach(() => running?.close());

const FILE = { file_id: "a", file_unique_id: "b" };
const PHOTO = { photo: [{ ...FILE, width: 1, height: 1 }] };
const PLACE = { latitude: 21, longitude: 105.8 };

const WORDLESS: Readonly<Record<string, MessageContent>> = {
  photo: PHOTO,
  voice: { voice: { ...FILE, duration: 1 } },
  video: { video: { ...FILE, duration: 1, width: 1, height: 1 } },
  "video note": { video_note: { ...FILE, duration: 1, length: 1 } },
  audio: { audio: { ...FILE, duration: 1 } },
  document: { document: FILE },
  sticker: {
    sticker: { ...FILE, type: "regular", width: 1, height: 1, is_animated: false, is_video: false },
  },
  location: { location: PLACE },
  venue: { venue: { location: PLACE, title: "Chợ", address: "Hà Nội" }, location: PLACE },
  contact: { contact: { phone_number: "1", first_name: "A" } },
  dice: { dice: { emoji: "🎲", value: 1 } },
  "forwarded photo": { ...PHOTO, forward_origin: { type: "hidden_user", sender_user_name: "B", date: 0 } },
};

describe("a message without words", () => {
  it("gets a friendly hint, whatever it is", async () => {
    running = await runBot();
    const person = running.meet("vi");
    for (const [kind, content] of Object.entries(WORDLESS)) {
      const sent = person.send(content);
      const { text, replyTo } = await person.read();
      expect(text, kind).toBe("Tôi chỉ đọc được chữ. Bạn vui lòng gõ câu hỏi, tôi sẽ tìm trong các bài báo.");
      expect(replyTo, kind).toBe(sent);
    }
  });

  it("gets one hint for an album, not one for each picture", async () => {
    running = await runBot();
    const person = running.meet("en");
    for (let picture = 0; picture < 3; picture++) person.send({ ...PHOTO, media_group_id: "album" });
    person.send({ ...PHOTO, media_group_id: "another album" });
    person.say("/unknown");
    const texts = [(await person.read()).text, (await person.read()).text, (await person.read()).text];
    expect(texts.map((text) => text.slice(0, 17))).toEqual([
      "I can only read t",
      "I can only read t",
      "I do not know thi",
    ]);
  });

  it("gets nothing when it is only Telegram's notice of something", async () => {
    running = await runBot();
    const person = running.meet("en");
    person.send({ message_auto_delete_timer_changed: { message_auto_delete_time: 60 } });
    expect((await person.ask("/unknown")).text).toMatch(/^I do not know/);
  });
});

describe("an unknown command", () => {
  it("gets a hint", async () => {
    running = await runBot();
    const person = running.meet("vi");
    expect((await person.ask("/gia_vang")).text).toMatch(/^Tôi không biết lệnh này\. Bạn cứ gõ thẳng/);
    const inGroup = person.in(running.openGroup());
    expect((await inGroup.ask("/gia_vang@hanoi_test_bot")).text).toMatch(
      /^Tôi không biết lệnh này\. Trong nhóm, bạn gửi \/ask/,
    );
  });
});
