import type { Transformer } from "grammy";

/** A group that became a supergroup has a new number, which Telegram tells who writes to the old one: write there. */
export const followMoves: Transformer = async (prev, method, payload, signal) => {
  const response = await prev(method, payload, signal);
  if (response.ok || !("chat_id" in payload)) return response;
  const chatId = response.parameters?.migrate_to_chat_id;
  return chatId === undefined ? response : prev(method, { ...payload, chat_id: chatId }, signal);
};
