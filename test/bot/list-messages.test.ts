import { describe, expect, it } from "vitest";
import { listMessages } from "../../src/bot/list-messages.ts";
import { LANGUAGES } from "../../src/messages/language.ts";
import { loadMessages } from "../../src/messages/load-messages.ts";

describe("every message that the bot can send, at its longest", () => {
  const listed = listMessages(loadMessages());

  it("is within Telegram's limits, in both languages", () => {
    for (const language of LANGUAGES) {
      expect(listed.filter((message) => message.language === language).length).toBeGreaterThan(50);
    }
    expect(listed.filter(({ length, limit }) => length < 1 || length > limit)).toEqual([]);
  });

  it("uses the room there is for a long quote", () => {
    const answer = listed.find(({ name }) => name === "answer (answered) with context");
    expect(answer?.length).toBeGreaterThan(3500);
  });
});
