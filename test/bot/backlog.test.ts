import type { Update } from "grammy/types";
import { describe, expect, it } from "vitest";
import { thinBacklog } from "../../src/bot/backlog.ts";

const NOW = Date.parse("2021-01-12T08:00:00Z");
const user = (id: number) => ({ id, is_bot: false, first_name: "A" });
const chat = (id: number) => ({ id, type: "private", first_name: "A" }) as const;

let ids = 0;

function ask(person: number, text: string, secondsAgo: number, chatId = person): Update {
  const message = {
    message_id: 1,
    date: NOW / 1000 - secondsAgo,
    text,
    from: user(person),
    chat: chat(chatId),
  };
  return { update_id: ++ids, message };
}

function press(person: number, messageId: number): Update {
  const message = { message_id: messageId, date: 1, text: "a", chat: chat(person) };
  return {
    update_id: ++ids,
    callback_query: { id: "1", from: user(person), chat_instance: "1", data: "n", message },
  };
}

describe("what has piled up", () => {
  it("is thinned to the latest question of each person in each chat", () => {
    const updates = [
      ask(1, "a", 90),
      ask(2, "b", 80),
      ask(1, "c", 70),
      ask(1, "d", 70, -5),
      ask(1, "e", 65, -5),
    ];
    const { kept, dropped } = thinBacklog(updates, NOW);
    expect(kept).toEqual([updates[1], updates[2], updates[4]]);
    expect(dropped).toEqual([updates[0], updates[3]]);
  });

  it("keeps what has not waited long, commands, and everything that is no question", () => {
    const edited = { message_id: 1, date: 1, edit_date: 2, text: "a", from: user(1), chat: chat(1) };
    const updates: Update[] = [
      ask(1, "a", 10),
      ask(1, "/forget", 90),
      { update_id: ++ids, edited_message: edited },
      ask(1, "/help", 90),
      ask(1, "b", 5),
    ];
    expect(thinBacklog(updates, NOW)).toEqual({ kept: updates, dropped: [] });
    const asked = [ask(1, "/ask a", 90), ask(1, "b", 80)];
    expect(thinBacklog(asked, NOW).kept).toEqual([asked[1]]);
  });

  it("is thinned to the latest press of a person below each message, and the latest inline query", () => {
    const typed = (query: string): Update => ({
      update_id: ++ids,
      inline_query: { id: "1", from: user(1), query, offset: "" },
    });
    const updates = [press(1, 7), press(1, 8), press(2, 7), press(1, 7), typed("a"), typed("ab")];
    expect(thinBacklog(updates, NOW).kept).toEqual([updates[1], updates[2], updates[3], updates[5]]);
  });
});
