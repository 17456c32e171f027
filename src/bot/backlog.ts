import type { Update } from "grammy/types";
import { z } from "zod";

/** Who has waited for longer than this has asked again, or no longer expects an answer to each of their questions. */
const LONG_WAIT_MS = 60_000;

/**
 * Thins what has piled up while the bot could not be reached: of the questions of each person in a chat that have
 * waited long, only the latest is left; so it is with presses below one message and with what was typed inline.
 * Commands, edits, and what happens to groups are all left.
 *
 * @param updates in the order of arrival
 * @param now milliseconds since 1970
 */
export function thinBacklog(updates: readonly Update[], now: number): { kept: Update[]; dropped: Update[] } {
  const seen = new Set<string>();
  const kept: Update[] = [];
  const dropped: Update[] = [];
  for (const update of updates.toReversed()) {
    const key = nameReplaceable(update, now);
    const isReplaced = key !== undefined && seen.has(key);
    if (key !== undefined) seen.add(key);
    (isReplaced ? dropped : kept).push(update);
  }
  return { kept: kept.reverse(), dropped: dropped.reverse() };
}

/** What of an update matters here, checked: an update that is not what Telegram promises is left to its handler. */
const id = z.number();
const questionSchema = z.object({
  message: z.object({
    date: z.number(),
    chat: z.object({ id }),
    from: z.object({ id }).optional(),
    text: z.string().optional(),
    caption: z.string().optional(),
  }),
});
const pressSchema = z.object({
  callback_query: z.object({
    from: z.object({ id }),
    message: z.object({ chat: z.object({ id }), message_id: id }).optional(),
  }),
});
const inlineSchema = z.object({ inline_query: z.object({ from: z.object({ id }) }) });

/** Names what a later update of the same name takes the place of; `undefined`: nothing does. */
function nameReplaceable(update: Update, now: number): string | undefined {
  if (hasWaitedLong(update, now)) {
    const { chat, from } = questionSchema.parse(update).message;
    return `question ${chat.id} ${from?.id}`;
  }
  const press = pressSchema.safeParse(update).data?.callback_query;
  if (press) return `press ${press.from.id} ${press.message?.chat.id} ${press.message?.message_id}`;
  const typed = inlineSchema.safeParse(update).data?.inline_query;
  return typed && `inline ${typed.from.id}`;
}

/** Says whether an update is a question that a later one of the same person takes the place of. */
export function hasWaitedLong(update: Update, now: number): boolean {
  const { message } = questionSchema.safeParse(update).data ?? {};
  if (message === undefined || now - message.date * 1000 <= LONG_WAIT_MS) return false;
  const words = message.text ?? message.caption;
  return words !== undefined && (!words.startsWith("/") || /^\/ask\b/i.test(words));
}
