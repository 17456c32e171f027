import { afterEach, describe, expect, it } from "vitest";
import { type RunningBot, runBot } from "../../support/telegram-bot.ts";

let running: RunningBot | undefined;
afterEach(() => running?.close());

describe("someone who sends too fast", () => {
  it("is asked once to wait, and then hears nothing, while others are answered", async () => {
    running = await runBot({ environment: { RATE_LIMIT_PER_MINUTE: "2" } });
    const { meet, telegram } = running;
    const [hasty, calm] = [meet("vi"), meet("vi")];
    for (let question = 0; question < 6; question++) hasty.say("cụm công nghiệp");
    const texts = [(await hasty.read()).text, (await hasty.read()).text, (await hasty.read()).text];
    expect(texts.filter((text) => text.includes("đoạn 7"))).toHaveLength(2);
    expect(texts.filter((text) => text.startsWith("Bạn gửi nhanh quá"))).toHaveLength(1);
    expect((await calm.ask("cụm công nghiệp")).text).toContain("đoạn 7");
    expect(telegram.messagesTo(hasty.id)).toHaveLength(3);
  });

  it("has all presses acknowledged all the same", async () => {
    running = await runBot({ environment: { RATE_LIMIT_PER_MINUTE: "1" } });
    const { meet, telegram } = running;
    const person = meet("vi");
    const greeting = await person.ask("/start");
    for (let press = 0; press < 3; press++) person.press("ask:anything", greeting);
    await telegram.until(() => telegram.callsOf("answerCallbackQuery").length === 3);
  });

  it("is not held back when the limit is 0", async () => {
    running = await runBot({ environment: { RATE_LIMIT_PER_MINUTE: "0" } });
    const person = running.meet("vi");
    for (let question = 0; question < 30; question++) {
      expect((await person.ask("cụm công nghiệp")).text).toContain("đoạn 7");
    }
  });
});
