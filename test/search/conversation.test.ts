import { beforeAll, describe, expect, test } from "vitest";
import { AnsweredMemory } from "../../src/search/answered-memory.ts";
import { signalsOfContext } from "../../src/search/context-signals.ts";
import { retrieveInConversation } from "../../src/search/conversation.ts";
import { continueContext } from "../../src/search/follow-up.ts";
import { loadKnowledge } from "../../src/search/knowledge.ts";
import { type RetrievalParts, retrieve } from "../../src/search/retrieve.ts";
import { CONTEXT_SIGNALS } from "../../src/search/signals.ts";
import { SEEDS } from "../support/corpus.ts";
import { loadBundledEmbedder } from "../support/embedders.ts";
import { indexFolder } from "../support/search.ts";

let parts: RetrievalParts;
beforeAll(async () => {
  parts = {
    generation: await indexFolder(SEEDS),
    ...loadKnowledge(await loadBundledEmbedder()),
  };
});

async function contextOf(question: string, previous?: string): Promise<string | null> {
  return (await retrieveInConversation(parts, question, previous)).context;
}

const CLASSES = "Chương trình khuyến công đã hỗ trợ bao nhiêu lớp đào tạo nghề?";
const BAGS = "Các chợ và trung tâm thương mại có được dùng túi dùng một lần không?";

describe("a question after another one", () => {
  test.each([
    ["thế còn năm 2019?", "Chỉ số sản xuất công nghiệp năm 2020 tăng bao nhiêu?"],
    ["tổng trị giá bao nhiêu?", "Doanh nghiệp Hà Nội ký được mấy hợp đồng ở hội chợ nước ngoài?"],
    ["trong số đó bao nhiêu người có việc làm?", CLASSES],
    ["ai trao vậy ạ?", "Sở Công Thương Hà Nội có được nhận bằng khen của Thủ tướng không?"],
  ])("%j is read with %j", async (question, previous) => {
    expect(await contextOf(question, previous)).toBe(previous);
  });

  test.each([
    ["Hà Nội đã thành lập mới bao nhiêu cụm công nghiệp?", CLASSES],
    ["EVFTA", CLASSES],
    ["chợ đầu mối", BAGS],
    ["Tổng mức bán lẻ hàng hóa năm 2020 ước đạt bao nhiêu?", CLASSES],
    ["How many enterprises were supported with interest rates?", BAGS],
    ["Giá vàng hôm nay bao nhiêu?", CLASSES],
    ["Người bị tiểu đường có ăn được quả sầu riêng không?", CLASSES],
    ["Hà Nội có bao nhiêu doanh nghiệp công nghiệp chủ lực?", "Hà Nội có bao nhiêu cụm công nghiệp?"],
    // The articles have only the deputy.
    ["Ai là Chủ tịch UBND thành phố vậy?", "Các cụm công nghiệp có tổng vốn bao nhiêu?"],
  ])("%j stands alone after %j", async (question, previous) => {
    expect(await contextOf(question, previous)).toBeNull();
  });

  test("stands alone where nothing was asked before, or nothing in words", async () => {
    for (const previous of [undefined, "", "  ", "\u0000"]) {
      expect(await contextOf("còn năm 2019?", previous)).toBeNull();
    }
  });

  test.each(["?", "...", "👍", "ừ", "không", "được", "thế à", "ra vậy"])("%j asks nothing", async (text) => {
    expect(await contextOf(text, CLASSES)).toBeNull();
  });

  test("is read in context however its words are typed", async () => {
    for (const typed of ["được mấy người?", "duoc may nguoi?"])
      expect(await contextOf(typed, CLASSES)).toBe(CLASSES);
  });

  test("finds what it would find alone, to the last digit, where it stands alone", async () => {
    for (const question of ["EVFTA", "Tổng mức bán lẻ hàng hóa năm 2020 ước đạt bao nhiêu?"]) {
      const { retrieved } = await retrieveInConversation(parts, question, CLASSES);
      expect(retrieved.ranked).toEqual((await retrieve(parts, question)).ranked);
    }
  });
});

describe("a question with courtesies around it", () => {
  test.each([
    ["Hà Nội đã thành lập mới bao nhiêu cụm công nghiệp?", "Chào ad, cho em hỏi ", " ạ? Em cảm ơn"],
    ["ha noi thanh lap moi bao nhieu cum cong nghiep", "ad oi cho minh hoi ", ", cam on ad"],
    [
      "How many new industrial clusters did Hanoi establish?",
      "Hello, could you please tell me: ",
      " Thank you!",
    ],
  ])("%j is answered as without them", async (question, before, after) => {
    const alone = (await retrieveInConversation(parts, question, undefined)).retrieved.ranked;
    const polite = await retrieveInConversation(
      parts,
      before + question.replace(/\?$/, "") + after,
      undefined,
    );
    expect(polite.retrieved.ranked.map(({ passage }) => passage)).toEqual(
      alone.map(({ passage }) => passage),
    );
  });

  test("follows up as without them, on one with them", async () => {
    const before = "Ad ơi cho em hỏi chỉ số sản xuất công nghiệp năm 2020 tăng bao nhiêu ạ? Em cảm ơn";
    expect(await contextOf("dạ thế còn năm 2019 ạ?", before)).toBe(before);
    expect(await contextOf("Em cảm ơn ạ", before)).toBeNull();
  });
});

test("every signal of context is a number, whatever is asked", async () => {
  for (const question of ["", "?", "😀", "a", "và", "còn?", "x".repeat(5_000), "ai ai ai ai ai"]) {
    const message = { question, addresses: false };
    const alone = await retrieve(parts, question);
    const inContext = await retrieve(parts, question, CLASSES);
    const signals = signalsOfContext(parts, message, { alone, inContext, previous: CLASSES });
    for (const name of CONTEXT_SIGNALS)
      expect([question.slice(0, 9), name, Number.isFinite(signals[name])]).toEqual([
        question.slice(0, 9),
        name,
        true,
      ]);
  }
});

test("what a message says around its question is no question that was answered", async () => {
  const message =
    "Mình đọc thấy chương trình khuyến công có hỗ trợ đào tạo nghề cho lao động. Được bao nhiêu lớp?";
  const { retrieved, context } = await retrieveInConversation(parts, message, undefined);
  expect(context).toBeNull();
  expect(retrieved.parsed.followUp).toMatchObject({ answered: null });
});

test("the answer that a follow-up follows is not looked for again where it is remembered", async () => {
  const answeredMemory = new AnsweredMemory();
  const remembering = { ...parts, answeredMemory };
  await retrieveInConversation(remembering, CLASSES, undefined);
  const remembered = answeredMemory.find(CLASSES, undefined);
  const followUp = "trong số đó bao nhiêu người có việc làm?";
  const { retrieved } = await retrieveInConversation(remembering, followUp, CLASSES);
  expect(retrieved.parsed.followUp?.answered).toBe(remembered);
  expect(retrieved.ranked).toEqual((await retrieveInConversation(parts, followUp, CLASSES)).retrieved.ranked);
});

test("in a long conversation the last answer is remembered as it was found", async () => {
  const answeredMemory = new AnsweredMemory();
  const remembering = { ...parts, answeredMemory };
  let previous: string | undefined;
  let last: number | undefined;
  for (const question of [
    CLASSES,
    "trong số đó bao nhiêu người có việc làm?",
    "còn thiết bị thì sao?",
    "thế à vậy ai nói?",
  ]) {
    const { retrieved, context } = await retrieveInConversation(remembering, question, previous);
    if (last !== undefined && context !== null)
      expect(retrieved.parsed.followUp?.answered?.passage).toBe(last);
    last = retrieved.ranked[0]?.passage;
    previous = continueContext(question, context);
  }
  expect(previous?.split("\n").length).toBeGreaterThan(2);
});
