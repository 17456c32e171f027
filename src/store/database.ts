import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";

/** An open SQLite database; its statements are synchronous and take well under a millisecond. */
export type Database = InstanceType<typeof DatabaseSync>;

/** A database that lives in memory only, for tests. */
export const IN_MEMORY = ":memory:";

/** How long a statement waits for another process, such as `npm run feedback`, before it fails. */
const BUSY_TIMEOUT_MS = 5_000;

/**
 * The tables, one entry a version, each applied once and in order. Never change an entry that was released: add one.
 *
 * People and chats are Telegram's numbers; there are no names anywhere.
 */
const MIGRATIONS: readonly string[] = [
  `CREATE TABLE answers (
     id TEXT PRIMARY KEY,
     chat_id INTEGER NOT NULL,
     person_id INTEGER NOT NULL,
     question_message_id INTEGER,
     answer_message_id INTEGER,
     language TEXT NOT NULL,
     question TEXT NOT NULL,
     previous_question TEXT,
     outcome TEXT NOT NULL,
     confidence REAL NOT NULL,
     topics TEXT NOT NULL,
     asked_at INTEGER NOT NULL
   ) STRICT;
   CREATE INDEX answers_by_question ON answers (chat_id, question_message_id);
   CREATE INDEX answers_by_message ON answers (chat_id, answer_message_id);
   CREATE INDEX answers_by_person ON answers (person_id);
   CREATE INDEX answers_by_time ON answers (asked_at);
   CREATE TABLE votes (
     answer_id TEXT NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
     person_id INTEGER NOT NULL,
     vote INTEGER NOT NULL CHECK (vote IN (-1, 1)),
     article_id TEXT,
     start INTEGER,
     voted_at INTEGER NOT NULL,
     PRIMARY KEY (answer_id, person_id)
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX votes_by_person ON votes (person_id);
   CREATE TABLE people (person_id INTEGER PRIMARY KEY, language TEXT NOT NULL) STRICT;
   CREATE TABLE notices (chat_id INTEGER PRIMARY KEY, given_at INTEGER NOT NULL) STRICT;
   CREATE TABLE moves (new_chat_id INTEGER PRIMARY KEY, old_chat_id INTEGER NOT NULL) STRICT;
   CREATE TABLE updates (
     id INTEGER PRIMARY KEY,
     digest TEXT NOT NULL,
     body TEXT,
     tries INTEGER NOT NULL DEFAULT 0,
     received_at INTEGER NOT NULL
   ) STRICT;`,
];

/**
 * Opens the database of a file, making it and its folder where they are not there, and brings its tables up to date.
 *
 * Write-ahead logging with `synchronous = NORMAL`: a process that is killed loses nothing that was written, and a
 * power cut at most the last moments; it never damages the file.
 *
 * @throws {Error} one sentence that names the file, when it cannot be opened, is no database, or is of a newer version.
 */
export function openDatabase(file: string): Database {
  try {
    if (file !== IN_MEMORY) mkdirSync(dirname(file), { recursive: true });
    const database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS, enableForeignKeyConstraints: true });
    database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON");
    migrate(database);
    return database;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(
      `The database "${file}" cannot be used (${reason}); move it away to begin with an empty one.`,
      { cause },
    );
  }
}

/** Does all of the work or none of it. */
export function inTransaction<Result>(database: Database, work: () => Result): Result {
  database.exec("BEGIN IMMEDIATE");
  try {
    const result = work();
    database.exec("COMMIT");
    return result;
  } catch (error) {
    // SQLite itself rolls back when the disk is full; a second time would hide what went wrong.
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  }
}

function migrate(database: Database): void {
  inTransaction(database, () => {
    const version = Number(database.prepare("PRAGMA user_version").get()?.user_version ?? 0);
    if (version > MIGRATIONS.length) throw new Error(`it is of version ${version}, newer than this program`);
    for (const statements of MIGRATIONS.slice(version)) database.exec(statements);
    database.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
  });
}
