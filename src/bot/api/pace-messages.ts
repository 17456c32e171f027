import { setTimeout as pause } from "node:timers/promises";
import type { Transformer } from "grammy";
import { z } from "zod";

/** How often something may be done: once an interval in the long run, and so many times at once after a rest. */
export interface Pace {
  readonly intervalMs: number;
  readonly burst: number;
}

/**
 * What Telegram lets a bot send, a little less: 30 messages a second in all, one a second in a chat and 20 a minute in
 * a group, with short bursts. Who sends faster is told to wait (429), and all who were told wait for the same moment.
 *
 * @see https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
 */
const ALL_CHATS: Pace = { intervalMs: 1000 / 28, burst: 2 };
const PRIVATE_CHAT: Pace = { intervalMs: 1000, burst: 3 };
const GROUP: Pace = { intervalMs: 3000, burst: 5 };

/** What counts: messages and their changes. */
const PACED: ReadonlySet<string> = new Set(["sendMessage", "editMessageText", "editMessageReplyMarkup"]);

/** Chats that have rested are forgotten as soon as there are more than this. */
const MAX_CHATS = 1000;

const addressed = z.object({ chat_id: z.number() });

/**
 * Reserves the next time at which something may be done (the generic cell rate algorithm, ITU-T I.371).
 *
 * @param reservedUntil what the last call gave, 0 at first; milliseconds
 * @returns how long to wait now, and what the next call is to be given
 */
export function reserve(
  pace: Pace,
  reservedUntil: number,
  now: number,
): { wait: number; reservedUntil: number } {
  const from = Math.max(now, reservedUntil);
  const wait = Math.max(0, from - (pace.burst - 1) * pace.intervalMs - now);
  return { wait, reservedUntil: from + pace.intervalMs };
}

/**
 * Holds messages back so that Telegram's limits are met before Telegram has to say so.
 *
 * @param pass waits so many milliseconds
 */
export function paceMessages(pass: (milliseconds: number) => Promise<unknown> = pause): Transformer {
  const chats = new Map<number, number>();
  let all = 0;

  function reserveChat(chatId: number): number {
    const now = Date.now();
    const pace = chatId < 0 ? GROUP : PRIVATE_CHAT;
    const { wait, reservedUntil } = reserve(pace, chats.get(chatId) ?? 0, now);
    chats.set(chatId, reservedUntil);
    if (chats.size > MAX_CHATS) {
      for (const [id, until] of chats) if (until < now) chats.delete(id);
    }
    return wait;
  }

  return async (prev, method, payload, signal) => {
    const { data } = PACED.has(method) ? addressed.safeParse(payload) : { data: undefined };
    if (data) {
      const chatWait = reserveChat(data.chat_id);
      if (chatWait > 0) await pass(chatWait);
      const { wait, reservedUntil } = reserve(ALL_CHATS, all, Date.now());
      all = reservedUntil;
      if (wait > 0) await pass(wait);
    }
    return prev(method, payload, signal);
  };
}
