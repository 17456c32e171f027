import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  countTurns,
  holdConversations,
  type LongConversation,
  listLaterTurns,
  readLongConversations,
  type TurnOutcome,
} from "../../src/evaluation/long-conversations.ts";
import { PRACTICE_DIR, PRACTICE_GROUPS } from "../../src/evaluation/practice.ts";
import type { Answer, SearchOptions } from "../../src/search/answer.ts";
import { createSearch } from "../../src/search/create-search.ts";
import { loadKnowledge } from "../../src/search/knowledge.ts";
import { makeCorpus, padParagraph } from "../support/corpus.ts";
import { loadBundledEmbedder } from "../support/embedders.ts";
import { indexFolder } from "../support/search.ts";

describe.each(PRACTICE_GROUPS)("long conversations of practice group %s", (group) => {
  test("begin with a question that is complete, and each turn has what one paragraph says", async () => {
    const conversations = await readLongConversations(join(PRACTICE_DIR, group));
    expect(conversations.length).toBeGreaterThanOrEqual(30);
    expect(new Set(conversations.map(({ half }) => half)).size).toBe(1);
    expect(new Set(conversations.map(({ id }) => id)).size).toBe(conversations.length);
    for (const { id, turns } of conversations) {
      expect([id, turns[0]?.needsContext]).toEqual([id, false]);
      for (const { expected, file } of turns) {
        const text = await readFile(join(PRACTICE_DIR, group, "articles", file), "utf8");
        for (const answer of expected)
          expect([id, text.split("\n").filter((line) => line.includes(answer)).length]).toEqual([id, 1]);
      }
    }
  });
});

const turn = (text: string, needsContext: boolean, expected: string) => ({
  text,
  needsContext,
  expected: [expected],
  file: "cang.txt",
});
const PORTS: LongConversation = {
  id: "l1",
  half: "tuning",
  turns: [
    turn("Cảng Lạch Huyện đón bao nhiêu tàu?", false, "820 tàu"),
    turn("còn năm trước?", true, "760 tàu"),
    turn("nạo vét tốn mấy tiền?", true, "640 tỷ đồng"),
    turn("Chợ nổi có bao nhiêu khách?", false, "3 triệu lượt khách"),
    turn("bao giờ sửa xong?", true, "tháng 6/2026"),
  ],
};

test("a later turn has what was asked since its subject began as context", () => {
  expect(listLaterTurns(PORTS).map(({ context, standsAlone }) => [context, standsAlone])).toEqual([
    ["Cảng Lạch Huyện đón bao nhiêu tàu?", false],
    ["Cảng Lạch Huyện đón bao nhiêu tàu?\ncòn năm trước?", false],
    ["Cảng Lạch Huyện đón bao nhiêu tàu?\ncòn năm trước?\nnạo vét tốn mấy tiền?", true],
    ["Chợ nổi có bao nhiêu khách?", false],
  ]);
});

test("every turn is asked after what those before it were taken for, as in a chat", async () => {
  const [opening = "", year = "", dredging = "", market = ""] = PORTS.turns.map(({ text }) => text);
  const asked: Array<string | undefined> = [];
  // The third turn is taken for a new question, the fourth is not found.
  const search = async (question: string, { previousQuestion }: SearchOptions = {}): Promise<Answer> => {
    asked.push(previousQuestion);
    const context = question === dredging ? null : (previousQuestion ?? null);
    const outcome = question === market ? "not-found" : "answered";
    return { ...NOTHING, question, context, outcome };
  };
  const outcomes = await holdConversations({ search }, [PORTS, PORTS]);
  const conversation = [undefined, opening, `${opening}\n${year}`, dredging, dredging];
  expect(asked).toEqual([...conversation, ...conversation]);
  expect(outcomes.slice(0, 5).map(({ kind, inContext, outcome }) => [kind, inContext, outcome])).toEqual([
    ["opening", false, "answered"],
    ["follow-up, turn 2", true, "answered"],
    ["follow-up, turn 3", false, "answered"],
    ["new subject", true, "not-found"],
    ["follow-up, turn 5 and on", true, "answered"],
  ]);
});

const NOTHING: Answer = {
  question: "",
  context: null,
  answered: false,
  outcome: "answered",
  confidence: 0,
  elapsedMs: 0,
  quotes: [],
  topics: [],
};

test("a turn is right where a quote holds what is expected", async () => {
  const folder = await makeCorpus({
    "cang.txt": [
      "Hải Phòng bàn cách phát triển cảng biển",
      padParagraph("Cảng Lạch Huyện đón 820 tàu trong năm 2024."),
      padParagraph("Luồng vào cảng được nạo vét, tốn 640 tỷ đồng."),
    ].join("\n"),
  });
  const generation = await indexFolder(folder);
  const search = createSearch({ generation, ...loadKnowledge(await loadBundledEmbedder()) });
  const [opening, , dredging] = PORTS.turns;
  if (!opening || !dredging) throw new Error("A turn is missing.");
  const outcomes = await holdConversations(search, [{ ...PORTS, turns: [opening, dredging] }]);
  expect(outcomes.map(({ right }) => right[0])).toEqual([true, true]);
});

test("turns are counted by half and kind", () => {
  const outcome: TurnOutcome = {
    half: "reporting",
    kind: "opening",
    right: [false, true],
    inContext: true,
    outcome: "answered",
  };
  const right = { ...outcome, right: [true], inContext: false, outcome: "not-found" as const };
  expect(countTurns([outcome, right, { ...right, half: "tuning" }])).toEqual([
    { half: "tuning", kind: "opening", turns: 1, successAt1: 1, successAt5: 1, inContext: 0, notFound: 1 },
    {
      half: "reporting",
      kind: "opening",
      turns: 2,
      successAt1: 0.5,
      successAt5: 1,
      inContext: 0.5,
      notFound: 0.5,
    },
  ]);
});
