import { z } from "zod";
import { LANGUAGES } from "../messages/language.ts";
import type { Database } from "./database.ts";

const messageId = z.number().int().nullable();

const schema = z.object({
  /** Names the answer in its buttons: random, so that nobody can make up the name of another one. */
  id: z.string(),
  chatId: z.number().int(),
  /** Who asked. */
  personId: z.number().int(),
  /** `null` where the question is no message: a button was pressed. */
  questionMessageId: messageId,
  /** `null` until the answer is sent. */
  answerMessageId: messageId,
  language: z.enum(LANGUAGES),
  question: z.string(),
  /** What was asked before, when the question was understood as a follow-up. */
  previousQuestion: z.string().nullable(),
  outcome: z.enum(["answered", "related", "not-found"]),
  confidence: z.number(),
  topics: z.string().transform((text) => z.array(z.string()).parse(JSON.parse(text))),
  /** Milliseconds since 1970. */
  askedAt: z.number().int(),
});

/** A question that was asked, and where its answer stands. What was quoted is not kept: it is searched again. */
export type KeptAnswer = z.output<typeof schema>;

/** The answers given, so that their buttons work after a restart, and for the operators. */
export interface Answers {
  /** Keeps an answer, in place of the one of the same id where there is one. */
  keep(answer: KeptAnswer): void;
  find(id: string): KeptAnswer | undefined;
  /** The answer to a message of a person. */
  findByQuestion(chatId: number, messageId: number): KeptAnswer | undefined;
  /** The answer that a message of the bot is. */
  findByMessage(chatId: number, messageId: number): KeptAnswer | undefined;
  /**
   * The last answer to a person in a chat, of those since a time and to what was sent before a message. What was not
   * answered is none.
   */
  findLast(
    chatId: number,
    personId: number,
    options: { readonly since: number; readonly before: number },
  ): KeptAnswer | undefined;
  /** Says where the answer stands, once it is sent. */
  place(id: string, messageId: number): void;
}

const COLUMNS = `id, chat_id AS chatId, person_id AS personId, question_message_id AS questionMessageId,
  answer_message_id AS answerMessageId, language, question, previous_question AS previousQuestion, outcome,
  confidence, topics, asked_at AS askedAt`;

export function createAnswers(database: Database): Answers {
  const insert = database.prepare(
    `INSERT INTO answers VALUES (:id, :chatId, :personId, :questionMessageId, :answerMessageId, :language, :question,
       :previousQuestion, :outcome, :confidence, :topics, :askedAt)
     ON CONFLICT (id) DO UPDATE SET question = :question, previous_question = :previousQuestion, outcome = :outcome,
       confidence = :confidence, topics = :topics, language = :language, asked_at = :askedAt,
       answer_message_id = :answerMessageId`,
  );
  const byId = database.prepare(`SELECT ${COLUMNS} FROM answers WHERE id = ?`);
  const byPlace = (column: string) =>
    database.prepare(
      `SELECT ${COLUMNS} FROM answers WHERE chat_id = ? AND ${column} = ? ORDER BY asked_at DESC LIMIT 1`,
    );
  const byQuestion = byPlace("question_message_id");
  const byMessage = byPlace("answer_message_id");
  const last = database.prepare(
    `SELECT ${COLUMNS} FROM answers
     WHERE person_id = ? AND chat_id = ? AND asked_at >= ?
       AND COALESCE(question_message_id, answer_message_id) < ? AND outcome <> 'not-found'
     ORDER BY asked_at DESC, rowid DESC LIMIT 1`,
  );
  const update = database.prepare("UPDATE answers SET answer_message_id = ? WHERE id = ?");
  const read = (row: unknown) => (row === undefined ? undefined : schema.parse(row));
  return {
    keep: (answer) => void insert.run({ ...answer, topics: JSON.stringify(answer.topics) }),
    find: (id) => read(byId.get(id)),
    findByQuestion: (chatId, message) => read(byQuestion.get(chatId, message)),
    findByMessage: (chatId, message) => read(byMessage.get(chatId, message)),
    findLast: (chatId, personId, { since, before }) => read(last.get(personId, chatId, since, before)),
    place: (id, message) => void update.run(message, id),
  };
}
