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

test("a later turn has what its subject began with, and the turn before it, as context", () => {
  expect(listLaterTurns(PORTS).map(({ context, standsAlone }) => [context, standsAlone])).toEqual([
    ["Cảng Lạch Huyện đón bao nhiêu tàu?", false],
    ["Cảng Lạch Huyện đón bao nhiêu tàu?\ncòn năm trước?", false],
    ["Cảng Lạch Huyện đón bao nhiêu tàu?\nnạo vét tốn mấy tiền?", true],
    ["Chợ nổi có bao nhiêu khách?", false],
  ]);
});

test("every turn of a conversation is asked after what those before it were taken for", async () => {
  const folder = await makeCorpus({
    "cang.txt": [
      "Hải Phòng bàn cách phát triển cảng biển",
      padParagraph("Cảng Lạch Huyện đón 820 tàu trong năm 2024."),
      padParagraph("Luồng vào cảng được nạo vét, tốn 640 tỷ đồng."),
    ].join("\n"),
    "cho.txt": ["Cần Thơ sửa chợ nổi", padParagraph("Chợ nổi đón 3 triệu lượt khách.")].join("\n"),
  });
  const parts = { generation: await indexFolder(folder), ...loadKnowledge(await loadBundledEmbedder()) };
  const [, , dredging, market] = PORTS.turns;
  const [opening] = PORTS.turns;
  if (!opening || !dredging || !market) throw new Error("A turn is missing.");
  const outcomes = await holdConversations(parts, [{ ...PORTS, turns: [opening, dredging, market] }]);
  expect(outcomes.map(({ kind, right }) => [kind, right[0]])).toEqual([
    ["opening", true],
    ["follow-up, turn 2", true],
    ["new subject", true],
  ]);
  expect(outcomes.slice(0, 2).map(({ inContext }) => inContext)).toEqual([false, true]);
});

test("turns are counted by half and kind", () => {
  const outcome: TurnOutcome = {
    half: "reporting",
    kind: "opening",
    right: [false, true],
    inContext: true,
    isRefused: false,
  };
  const right = { ...outcome, right: [true], inContext: false, isRefused: true };
  expect(countTurns([outcome, right, { ...right, half: "tuning" }])).toEqual([
    { half: "tuning", kind: "opening", turns: 1, successAt1: 1, successAt5: 1, inContext: 0, refused: 1 },
    {
      half: "reporting",
      kind: "opening",
      turns: 2,
      successAt1: 0.5,
      successAt5: 1,
      inContext: 0.5,
      refused: 0.5,
    },
  ]);
});
