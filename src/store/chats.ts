import { z } from "zod";
import { type Database, inTransaction } from "./database.ts";

export interface Chats {
  /** Says whether a notice that is given once is still to be given to a chat; from then on it is not. */
  takeNotice(chatId: number): boolean;
  /** A group became a supergroup: what was known of the one is true of the other. */
  move(oldChatId: number, newChatId: number): void;
  /** The ids that a chat has had, its own first. */
  idsOf(chatId: number): readonly number[];
}

const schema = z.object({ old: z.number() });

export function createChats(database: Database): Chats {
  const notice = database.prepare("INSERT OR IGNORE INTO notices VALUES (?, ?)");
  const remember = database.prepare("INSERT OR REPLACE INTO moves VALUES (?, ?)");
  const answers = database.prepare("UPDATE answers SET chat_id = ? WHERE chat_id = ?");
  const find = database.prepare("SELECT old_chat_id AS old FROM moves WHERE new_chat_id = ?");
  return {
    takeNotice: (chatId) => Number(notice.run(chatId, Date.now()).changes) > 0,
    move: (oldChatId, newChatId) =>
      inTransaction(database, () => {
        remember.run(newChatId, oldChatId);
        answers.run(newChatId, oldChatId);
      }),
    idsOf(chatId) {
      const row = find.get(chatId);
      return row === undefined ? [chatId] : [chatId, schema.parse(row).old];
    },
  };
}
