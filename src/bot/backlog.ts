import type { Message, Update } from "grammy/types";

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

/** Names what a later update of the same name takes the place of; `undefined`: nothing does. */
function nameReplaceable({ message, callback_query: press, inline_query: typed }: Update, now: number) {
  if (message && isQuestion(message) && now - message.date * 1000 > LONG_WAIT_MS) {
    return `question ${message.chat.id} ${message.from?.id}`;
  }
  if (press) return `press ${press.from.id} ${press.message?.chat.id} ${press.message?.message_id}`;
  return typed && `inline ${typed.from.id}`;
}

function isQuestion({ text, caption }: Message): boolean {
  const words = text ?? caption;
  return words !== undefined && (!words.startsWith("/") || /^\/ask\b/i.test(words));
}
