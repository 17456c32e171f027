import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { KeptAnswer } from "../../src/store/answers.ts";
import { IN_MEMORY } from "../../src/store/database.ts";
import { openStore, type Store } from "../../src/store/open-store.ts";
import { makeFolder } from "../support/corpus.ts";

let store: Store;
beforeEach(() => {
  store = openStore(IN_MEMORY);
});
afterEach(() => vi.useRealTimers());

let names = 0;

function makeKept(overrides: Partial<KeptAnswer> = {}): KeptAnswer {
  return {
    id: `answer-${++names}`,
    chatId: 7,
    personId: 7,
    questionMessageId: 1,
    answerMessageId: null,
    language: "vi",
    question: "Xuất khẩu?",
    previousQuestion: null,
    outcome: "answered",
    confidence: 0.9,
    topics: ["cụm công nghiệp"],
    askedAt: Date.now(),
    ...overrides,
  };
}

function keep(overrides?: Partial<KeptAnswer>): KeptAnswer {
  const kept = makeKept(overrides);
  store.answers.keep(kept);
  return kept;
}

describe("the last answer to a person in a chat", () => {
  it("is the newest since a time, of those to what was sent before the message itself", () => {
    const now = Date.now();
    const first = keep({ askedAt: now - 3_000, questionMessageId: 1 });
    const pressed = keep({ askedAt: now - 2_000, questionMessageId: null, answerMessageId: 3 });
    const last = keep({ askedAt: now - 1_000, questionMessageId: 4 });
    keep({ askedAt: now, questionMessageId: 5, outcome: "not-found" });
    keep({ askedAt: now, questionMessageId: 5, personId: 8 });
    keep({ askedAt: now, questionMessageId: 5, chatId: 8 });
    const find = (since: number, before: number) => store.answers.findLast(7, 7, { since, before });
    expect(find(0, 9)).toEqual(last);
    expect(find(0, 4)).toEqual(pressed);
    expect(find(0, 3)).toEqual(first);
    expect(find(0, 1)).toBeUndefined();
    expect(find(now - 500, 9)).toBeUndefined();
    expect(store.answers.findLast(9, 9, { since: 0, before: 9 })).toBeUndefined();
  });
});

describe("answers", () => {
  it("are found by their names, their questions and their messages", () => {
    const kept = keep();
    store.answers.place(kept.id, 2);
    const placed = { ...kept, answerMessageId: 2 };
    expect(store.answers.find(kept.id)).toEqual(placed);
    expect(store.answers.findByQuestion(7, 1)).toEqual(placed);
    expect(store.answers.findByMessage(7, 2)).toEqual(placed);
    expect(store.answers.findByMessage(8, 2)).toBeUndefined();
    expect(store.answers.find("other")).toBeUndefined();
  });

  it("keep any text word for word", () => {
    const anyWords = fc.string({ unit: "binary" }).map((text) => text.replace(/\p{Surrogate}|\0/gu, ""));
    fc.assert(
      fc.property(anyWords, fc.array(anyWords), (question, topics) => {
        const kept = keep({ question, topics });
        expect(store.answers.find(kept.id)).toEqual(kept);
      }),
      { numRuns: 100 },
    );
  });

  it("go with their group when it becomes a supergroup", () => {
    const kept = keep({ chatId: -5 });
    store.chats.move(-5, -1005);
    expect(store.answers.find(kept.id)?.chatId).toBe(-1005);
    expect(store.chats.idsOf(-1005)).toEqual([-1005, -5]);
    expect(store.chats.idsOf(-6)).toEqual([-6]);
  });
});

describe("the worst questions", () => {
  it("are those with most 👎, then those without an answer, then the most asked; never the good ones", () => {
    keep({ question: "tốt" });
    keep({ question: "không thấy", outcome: "not-found" });
    const disliked = keep({ question: "dở" });
    keep({ question: "Gần đúng", outcome: "related" });
    keep({ question: " gần  ĐÚNG", outcome: "related" });
    for (const personId of [1, 2]) {
      store.votes.cast({ answerId: disliked.id, personId, vote: -1, passage: { articleId: "a", start: 3 } });
    }
    const worst = store.worstQuestions(10);
    expect(worst.map(({ question, asked, down }) => [question.trim(), asked, down])).toEqual([
      ["dở", 1, 2],
      ["không thấy", 1, 0],
      [expect.stringMatching(/^gần/i), 2, 0],
    ]);
    expect(store.worstQuestions(1)).toHaveLength(1);
    expect(store.worstQuestions(10, Date.now() + 1)).toEqual([]);
  });
});

describe("what is kept of people", () => {
  it("goes when they say so, and when it is old", () => {
    const old = keep({ personId: 8, askedAt: Date.now() - 31 * 24 * 3600 * 1000 });
    store.votes.cast({ answerId: old.id, personId: 9, vote: 1, passage: null });
    const fresh = keep({ personId: 8 });
    store.people.chooseLanguage(9, "en");
    expect(store.sweep(30)).toBe(1);
    expect([store.answers.find(old.id), store.votes.tally(old.id)]).toEqual([undefined, { up: 0, down: 0 }]);
    expect(store.answers.find(fresh.id)).toEqual(fresh);
    expect(store.people.forget(9)).toBe(1);
    expect(store.people.languageOf(9)).toBeUndefined();
    expect(store.people.forget(8)).toBe(1);
    expect(store.people.forget(8)).toBe(0);
  });
});

describe("what a person asked", () => {
  it("is forgotten also where somebody followed up on it, and nothing else is", () => {
    keep({ chatId: -5, personId: 8, question: "Bí mật\n của tôi?" });
    const reply = keep({ chatId: -5, personId: 9, previousQuestion: "Bí mật của tôi?\ncòn 2018?" });
    const other = keep({ chatId: -5, personId: 9, previousQuestion: "Xuất khẩu?" });
    const elsewhere = keep({ chatId: -6, personId: 9, previousQuestion: "Bí mật của tôi?" });
    expect(store.people.forget(8)).toBe(1);
    expect(store.answers.find(reply.id)).toEqual({ ...reply, previousQuestion: null });
    expect([store.answers.find(other.id), store.answers.find(elsewhere.id)]).toEqual([other, elsewhere]);
  });
});

describe("a notice", () => {
  it("is given to a chat once", () => {
    expect([1, 1, 2].map((chat) => store.chats.takeNotice(chat))).toEqual([true, false, true]);
  });
});

describe("the inbox", () => {
  it("takes in each update once, also when it comes again after it is done", () => {
    const arrivals = [1, 2].map((id) => ({ id, body: `{"update_id":${id}}` }));
    expect(store.inbox.receive(arrivals)).toEqual(arrivals);
    store.inbox.finish(1);
    expect(store.inbox.receive([...arrivals, { id: 3, body: "{}" }])).toEqual([{ id: 3, body: "{}" }]);
    expect(store.inbox.pending().map(({ id }) => id)).toEqual([2, 3]);
  });

  it("takes another thing of the same number for new", () => {
    store.inbox.receive([{ id: 1, body: "{}" }]);
    store.inbox.begin(1);
    store.inbox.finish(1);
    const other = { id: 1, body: '{"other":true}' };
    expect(store.inbox.receive([other])).toEqual([other]);
    expect(store.inbox.pending()).toEqual([other]);
    expect([1, 1, 1].map((id) => store.inbox.begin(id))).toEqual([true, true, false]);
  });

  it("gives up what was begun twice and never done", () => {
    store.inbox.receive([{ id: 1, body: "{}" }]);
    expect([1, 1, 1].map((id) => store.inbox.begin(id))).toEqual([true, true, false]);
  });

  it("forgets numbers that Telegram will not use again", () => {
    vi.useFakeTimers({ now: 0 });
    store.inbox.receive([{ id: 1, body: "{}" }]);
    vi.setSystemTime(3 * 24 * 3600 * 1000);
    store.sweep(90);
    expect(store.inbox.pending()).toEqual([]);
  });
});

describe("the file", () => {
  it("is made, with its folder, and keeps everything", async () => {
    const file = join(await makeFolder(), "new", "bot.sqlite");
    store = openStore(file);
    const kept = keep();
    store.close();
    expect(existsSync(file)).toBe(true);
    store = openStore(file);
    expect(store.answers.find(kept.id)).toEqual(kept);
    store.close();
  });

  it("may be read by another process meanwhile", async () => {
    const file = join(await makeFolder(), "bot.sqlite");
    store = openStore(file);
    keep({ outcome: "not-found" });
    const other = openStore(file);
    keep({ outcome: "not-found", question: "nữa" });
    expect(other.worstQuestions(9)).toHaveLength(2);
    other.close();
    store.close();
  });

  it("that is no database is named in one clear sentence", async () => {
    const file = join(await makeFolder(), "bot.sqlite");
    writeFileSync(file, "this is not a database, whatever its name says. ".repeat(100));
    expect(() => openStore(file)).toThrow(
      /^The database ".*bot\.sqlite" cannot be used \(.*not a database.*\); move it away to begin with an empty one\.$/,
    );
  });
});
