import { setTimeout as pause } from "node:timers/promises";
import type { Transformer } from "grammy";
import { z } from "zod";

/** How often something may be done: once an interval in the long run, and so many times at once after a rest. */
export interface Pace {
  readonly intervalMs: number;
  readonly burst: number;
}

/**
 * What Telegram lets a bot send, a little less: 30 messages a second in all, one a second in a chat with short bursts.
 * Who sends faster is told to wait (429), and all who were told wait for the same moment.
 *
 * @see https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
 */
const ALL_CHATS: Pace = { intervalMs: 1000 / 28, burst: 2 };
const CHAT: Pace = { intervalMs: 1000, burst: 3 };

/** And in a group, where people ask by turns, 20 in any minute; the second more is for the clocks. */
const GROUP_MESSAGES = 20;
const GROUP_WINDOW_MS = 61_000;

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

/** When a chat may be sent something again. */
interface ChatPace {
  reservedUntil: number;
  /** In a group, when its last messages leave, the oldest first. */
  readonly leaving: number[];
}

/** Reserves the next time at which a message may leave for a chat. Gives how long to wait. */
function reserveChat(chat: ChatPace, isGroup: boolean, now: number): number {
  const oldest = isGroup && chat.leaving.length >= GROUP_MESSAGES ? chat.leaving.shift() : undefined;
  const from = Math.max(now, oldest === undefined ? now : oldest + GROUP_WINDOW_MS);
  const { wait, reservedUntil } = reserve(CHAT, chat.reservedUntil, from);
  chat.reservedUntil = reservedUntil;
  if (isGroup) chat.leaving.push(from + wait);
  return from + wait - now;
}

/**
 * Holds messages back so that Telegram's limits are met before Telegram has to say so.
 *
 * @param pass waits so many milliseconds
 */
export function paceMessages(pass: (milliseconds: number) => Promise<unknown> = pause): Transformer {
  const chats = new Map<number, ChatPace>();
  let all = 0;
  let turn: Promise<void> = Promise.resolve();

  function reserveChatOf(chatId: number): number {
    const now = Date.now();
    const chat = chats.get(chatId) ?? { reservedUntil: 0, leaving: [] };
    chats.set(chatId, chat);
    const wait = reserveChat(chat, chatId < 0, now);
    if (chats.size > MAX_CHATS) {
      for (const [id, { reservedUntil }] of chats) {
        if (reservedUntil + GROUP_WINDOW_MS < now) chats.delete(id);
      }
    }
    return wait;
  }

  /** One after the other by the clock, not by plan: timers that fire late must not let a crowd through at once. */
  function takeTurn(): Promise<void> {
    turn = turn.then(async () => {
      const { wait, reservedUntil } = reserve(ALL_CHATS, all, Date.now());
      all = reservedUntil;
      if (wait > 0) await pass(wait);
    });
    return turn;
  }

  return async (prev, method, payload, signal) => {
    const { data } = PACED.has(method) ? addressed.safeParse(payload) : { data: undefined };
    if (data) {
      const wait = reserveChatOf(data.chat_id);
      if (wait > 0) await pass(wait);
      await takeTurn();
    }
    return prev(method, payload, signal);
  };
}
