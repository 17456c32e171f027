import { type Answers, createAnswers } from "./answers.ts";
import { type Chats, createChats } from "./chats.ts";
import { type Database, inTransaction, openDatabase } from "./database.ts";
import { listWorstQuestions, type QuestionFeedback } from "./feedback.ts";
import { createInbox, type Inbox } from "./inbox.ts";
import { createPeople, type People } from "./people.ts";
import { createVotes, type Votes } from "./votes.ts";

/** What the bot remembers, in one SQLite file. Everything in it takes effect at once and outlives the process. */
export interface Store {
  readonly answers: Answers;
  readonly votes: Votes;
  readonly people: People;
  readonly chats: Chats;
  readonly inbox: Inbox;
  /** The questions that went worst, the worst first; see {@link listWorstQuestions}. */
  worstQuestions(limit: number, since?: number): QuestionFeedback[];
  /** Deletes questions and votes older than so many days. Gives how many questions it were. */
  sweep(days: number): number;
  close(): void;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Telegram delivers an update for a day at most; after two, its number is of no use. */
const UPDATE_DAYS = 2;

/**
 * Opens the store of a file, or makes one.
 *
 * @throws {Error} one clear sentence when the file cannot be used.
 */
export function openStore(file: string): Store {
  return createStore(openDatabase(file));
}

/** The store of an open database. */
export function createStore(database: Database): Store {
  return {
    answers: createAnswers(database),
    votes: createVotes(database),
    people: createPeople(database),
    chats: createChats(database),
    inbox: createInbox(database),
    worstQuestions: (limit, since) => listWorstQuestions(database, limit, since),
    sweep: (days) => sweep(database, days),
    close: () => database.close(),
  };
}

function sweep(database: Database, days: number): number {
  return inTransaction(database, () => {
    const now = Date.now();
    database.prepare("DELETE FROM updates WHERE received_at < ?").run(now - UPDATE_DAYS * DAY_MS);
    const old = database.prepare("DELETE FROM answers WHERE asked_at < ?").run(now - days * DAY_MS);
    return Number(old.changes);
  });
}
