import { z } from "zod";
import type { Database } from "./database.ts";

/** 👍 or 👎. */
export type Vote = 1 | -1;

export interface Ballot {
  readonly answerId: string;
  readonly personId: number;
  readonly vote: Vote;
  /** The passage that was on the screen; `null` where there was none. */
  readonly passage: { readonly articleId: string; readonly start: number } | null;
}

/** How many people found an answer good, and how many bad. */
export interface Tally {
  readonly up: number;
  readonly down: number;
}

export interface Votes {
  /** Counts a person's vote, in place of their earlier one; the same vote again takes it back. Says what stands now. */
  cast(ballot: Ballot): Vote | null;
  tally(answerId: string): Tally;
  /** Forgets the votes on an answer: its question was changed. */
  clear(answerId: string): void;
}

const tallySchema = z.object({ up: z.number(), down: z.number() });

export function createVotes(database: Database): Votes {
  const upsert = database.prepare(
    `INSERT INTO votes VALUES (:answerId, :personId, :vote, :articleId, :start, :now)
     ON CONFLICT DO UPDATE SET vote = :vote, article_id = :articleId, start = :start, voted_at = :now`,
  );
  const withdraw = database.prepare("DELETE FROM votes WHERE answer_id = ? AND person_id = ? AND vote = ?");
  const count = database.prepare(
    `SELECT count(*) FILTER (WHERE vote = 1) AS up, count(*) FILTER (WHERE vote = -1) AS down
     FROM votes WHERE answer_id = ?`,
  );
  const clear = database.prepare("DELETE FROM votes WHERE answer_id = ?");
  return {
    cast({ answerId, personId, vote, passage }) {
      if (Number(withdraw.run(answerId, personId, vote).changes) > 0) return null;
      upsert.run({
        answerId,
        personId,
        vote,
        articleId: passage?.articleId ?? null,
        start: passage?.start ?? null,
        now: Date.now(),
      });
      return vote;
    },
    tally: (answerId) => tallySchema.parse(count.get(answerId)),
    clear: (answerId) => void clear.run(answerId),
  };
}
