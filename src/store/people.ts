import { z } from "zod";
import { LANGUAGES, type Language } from "../messages/language.ts";
import { type Database, inTransaction } from "./database.ts";

export interface People {
  /** The language that a person has chosen; `undefined` when they have not. */
  languageOf(personId: number): Language | undefined;
  chooseLanguage(personId: number, language: Language): void;
  /**
   * Deletes all that is kept of a person: their questions, also where others followed up on them, votes and language.
   * Gives how many entries of their own it were.
   */
  forget(personId: number): number;
}

const schema = z.object({ language: z.enum(LANGUAGES) });
const askedSchema = z.object({ chat: z.number(), question: z.string() });
const followingSchema = z.object({ id: z.string(), context: z.string() });

export function createPeople(database: Database): People {
  const select = database.prepare("SELECT language FROM people WHERE person_id = ?");
  const upsert = database.prepare(
    "INSERT INTO people VALUES (?, ?) ON CONFLICT DO UPDATE SET language = excluded.language",
  );
  const deletions = ["votes", "answers", "people"].map((table) =>
    database.prepare(`DELETE FROM ${table} WHERE person_id = ?`),
  );
  const asked = database.prepare(
    "SELECT DISTINCT chat_id AS chat, question FROM answers WHERE person_id = ?",
  );
  const following = database.prepare(
    "SELECT id, previous_question AS context FROM answers WHERE chat_id = ? AND previous_question IS NOT NULL",
  );
  const clearContext = database.prepare("UPDATE answers SET previous_question = NULL WHERE id = ?");

  /** Who replied to an answer in a group has its question as a line of the context, see `continueContext`. */
  function forgetContexts(personId: number): void {
    for (const { chat, question } of z.array(askedSchema).parse(asked.all(personId))) {
      const said = question.replace(/\s+/g, " ").trim();
      for (const { id, context } of z.array(followingSchema).parse(following.all(chat))) {
        if (context.split("\n").includes(said)) clearContext.run(id);
      }
    }
  }

  return {
    languageOf: (personId) => schema.safeParse(select.get(personId)).data?.language,
    chooseLanguage: (personId, language) => void upsert.run(personId, language),
    forget: (personId) =>
      inTransaction(database, () => {
        forgetContexts(personId);
        return deletions.reduce((sum, deletion) => sum + Number(deletion.run(personId).changes), 0);
      }),
  };
}
