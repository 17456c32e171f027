import { z } from "zod";
import type { Database } from "./database.ts";

/** Gives the same text for questions that differ only in capitals, spaces and the way of writing diacritics. */
export function unifyQuestion(question: string): string {
  return question.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();
}

const rows = z.array(
  z.object({
    question: z.string(),
    outcome: z.enum(["answered", "related", "not-found"]),
    /** The probability that the bot gave its best quote, at the last time. */
    confidence: z.number(),
    /** How often it was asked. */
    asked: z.number(),
    up: z.number(),
    down: z.number(),
    /** Milliseconds since 1970. */
    lastAskedAt: z.number(),
  }),
);

/** A question as the operators see it: how it went, and nothing of who asked. */
export type QuestionFeedback = z.output<typeof rows>[number];

/**
 * The questions that went worst, the worst first: most 👎 over 👍, then those without an answer, then the most asked.
 * Questions that differ only in capitals and spaces count as one.
 *
 * @param since milliseconds since 1970
 */
export function listWorstQuestions(database: Database, limit: number, since = 0): QuestionFeedback[] {
  database.function("same_question", { deterministic: true }, (question: unknown) =>
    unifyQuestion(String(question)),
  );
  const statement = database.prepare(
    // SQLite takes bare columns from the row that max() chose: the last time the question was asked.
    `SELECT question, outcome, confidence, count(*) AS asked, coalesce(sum(up), 0) AS up,
            coalesce(sum(down), 0) AS down, max(asked_at) AS lastAskedAt
     FROM answers LEFT JOIN (
       SELECT answer_id, count(*) FILTER (WHERE vote = 1) AS up, count(*) FILTER (WHERE vote = -1) AS down
       FROM votes GROUP BY answer_id
     ) ON answer_id = id
     WHERE asked_at >= :since
     GROUP BY same_question(question)
     HAVING down > 0 OR outcome <> 'answered'
     ORDER BY sum(coalesce(down, 0)) - sum(coalesce(up, 0)) DESC,
              CASE outcome WHEN 'not-found' THEN 0 WHEN 'related' THEN 1 ELSE 2 END, asked DESC, lastAskedAt DESC
     LIMIT :limit`,
  );
  return rows.parse(statement.all({ limit, since }));
}
