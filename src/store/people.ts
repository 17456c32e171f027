import { z } from "zod";
import { LANGUAGES, type Language } from "../messages/language.ts";
import { type Database, inTransaction } from "./database.ts";

export interface People {
  /** The language that a person has chosen; `undefined` when they have not. */
  languageOf(personId: number): Language | undefined;
  chooseLanguage(personId: number, language: Language): void;
  /** Deletes all that is kept of a person: their questions, votes and language. Gives how many entries it were. */
  forget(personId: number): number;
}

const schema = z.object({ language: z.enum(LANGUAGES) });

export function createPeople(database: Database): People {
  const select = database.prepare("SELECT language FROM people WHERE person_id = ?");
  const upsert = database.prepare(
    "INSERT INTO people VALUES (?, ?) ON CONFLICT DO UPDATE SET language = excluded.language",
  );
  const deletions = ["votes", "answers", "people"].map((table) =>
    database.prepare(`DELETE FROM ${table} WHERE person_id = ?`),
  );
  return {
    languageOf: (personId) => schema.safeParse(select.get(personId)).data?.language,
    chooseLanguage: (personId, language) => void upsert.run(personId, language),
    forget: (personId) =>
      inTransaction(database, () =>
        deletions.reduce((sum, deletion) => sum + Number(deletion.run(personId).changes), 0),
      ),
  };
}
