import { afterEach, describe, expect, it } from "vitest";
import { type Database, IN_MEMORY, openDatabase } from "../../src/store/database.ts";
import { createStore } from "../../src/store/open-store.ts";
import { makeAnswer, makeQuote, makeSearch } from "../support/answers.ts";
import { type RunningBot, runBot } from "../support/telegram-bot.ts";

let running: RunningBot | undefined;
afterEach(() => running?.close());

/** What SQLite is told so that it meets a full disk, or a file that it may not write. */
const DISKS: ReadonlyArray<readonly [string, (database: Database) => void]> = [
  ["full", (database) => database.exec("PRAGMA max_page_count = 1")],
  ["read-only", (database) => database.exec("PRAGMA query_only = ON")],
];

/** So long that it needs room of its own. */
const LONG = "Hà Nội có bao nhiêu cụm công nghiệp? ".repeat(100);

const quotes = [makeQuote(), makeQuote({ paragraph: 8 })];
const search = makeSearch({ answer: (question) => makeAnswer({ question, quotes }) });

describe.each(DISKS)("a disk that is %s", (_, fill) => {
  it("costs an answer its buttons, and nothing else", async () => {
    const database = openDatabase(IN_MEMORY);
    running = await runBot({ search, store: createStore(database) });
    const { meet, telegram, logged } = running;
    const person = meet("vi");
    const asked = person.say("cụm công nghiệp");
    const before = await person.read();
    // One chat's updates are handled in order: when the page has turned, the answer is wholly kept.
    const turned = await person.turn("▶", before);
    fill(database);
    const answer = await person.ask(LONG);
    expect(answer.text).toContain("đoạn 7");
    expect(answer.buttons.map(({ text }) => text)).toEqual(["Mở bài viết"]);
    // What was kept before still turns its pages, and can be corrected.
    expect((await person.turn("◀", turned)).text).toContain("đoạn 7");
    person.edit(asked, LONG);
    await telegram.until(() => (telegram.find(before)?.edits ?? 0) === 3);
    expect(telegram.find(before)?.text).toContain("đoạn 7");
    expect(logged.join("")).toContain("an answer could not be kept");
    expect(logged.join("")).not.toContain("an update failed");
    expect(logged.join("")).not.toContain("công nghiệp");
  });
});
