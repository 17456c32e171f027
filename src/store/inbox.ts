import { createHash } from "node:crypto";
import { z } from "zod";
import { type Database, inTransaction } from "./database.ts";

/** What has arrived and is to be done, under a number that tells whether it has arrived before. */
export interface Arrival {
  readonly id: number;
  readonly body: string;
}

/**
 * The updates that have arrived: Telegram holds each for delivered as soon as the next ones are fetched, so from then
 * on nobody but this file knows of those that are not done.
 */
export interface Inbox {
  /** Keeps what arrives and gives back what of it is new: not of the same number and content as something before. */
  receive<Item extends Arrival>(arrivals: readonly Item[]): Item[];
  /**
   * Says that something is about to be done; `false` when it was begun too often: then it is the thing that brings the
   * process down, and is given up.
   */
  begin(id: number): boolean;
  /** Says that something could not be done yet, which was not its fault: it counts as not begun. */
  postpone(id: number): void;
  /** Says that something is done. Its content is deleted; its number is kept, to know it when it comes again. */
  finish(id: number): void;
  /** What was not done when the process ended, in the order of arrival. */
  pending(): Arrival[];
}

/** Once before the process was killed, once after; what fails both times may be the cause. */
const MAX_TRIES = 2;

const rows = z.array(z.object({ id: z.number(), body: z.string() }));

export function createInbox(database: Database): Inbox {
  // Another bot's updates, or those of a Telegram that has begun to count anew, may have the same numbers.
  const insert = database.prepare(
    `INSERT INTO updates (id, digest, body, received_at) VALUES (:id, :digest, :body, :now)
     ON CONFLICT DO UPDATE SET digest = :digest, body = :body, tries = 0, received_at = :now
     WHERE digest <> :digest`,
  );
  const begin = database.prepare("UPDATE updates SET tries = tries + 1 WHERE id = ? AND tries < ?");
  const postpone = database.prepare("UPDATE updates SET tries = 0 WHERE id = ?");
  const find = database.prepare("SELECT 1 FROM updates WHERE id = ?");
  const finish = database.prepare("UPDATE updates SET body = NULL WHERE id = ?");
  const pending = database.prepare("SELECT id, body FROM updates WHERE body IS NOT NULL ORDER BY id");
  return {
    receive: (arrivals) =>
      inTransaction(database, () =>
        arrivals.filter(({ id, body }) => {
          const { changes } = insert.run({ id, digest: digest(body), body, now: Date.now() });
          return Number(changes) > 0;
        }),
      ),
    // What is not here could not be written down, for want of room: it was not begun either.
    begin: (id) => Number(begin.run(id, MAX_TRIES).changes) > 0 || find.get(id) === undefined,
    postpone: (id) => void postpone.run(id),
    finish: (id) => void finish.run(id),
    pending: () => rows.parse(pending.all()),
  };
}

function digest(body: string): string {
  return createHash("sha256").update(body).digest("base64url");
}
