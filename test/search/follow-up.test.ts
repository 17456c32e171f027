import { beforeAll, describe, expect, test } from "vitest";
import type { Search } from "../../src/search/answer.ts";
import {
  continueContext,
  endsOfContext,
  findFollowUpClues,
  isFollowUp,
  readInContext,
} from "../../src/search/follow-up.ts";
import { SEEDS } from "../support/corpus.ts";
import { firstMarked, searchFolder } from "../support/search.ts";

describe("a question needs the one before", () => {
  test.each([
    "còn năm 2019?",
    "con nam 2019",
    "Thế còn xuất khẩu?",
    "the con xuat khau",
    "vậy năm 2021 thì sao?",
    "còn các dự án thử nghiệm?",
    "vốn đầu tư thì sao?",
    "Ai nói vậy?",
    "tại sao vậy?",
    "ông ấy là ai?",
    "nó tăng bao nhiêu?",
    "chợ này ở đâu?",
    "những ai tham dự?",
    "bao giờ?",
    "ở đâu?",
    "để làm gì?",
    "and exports?",
    "And in 2019?",
    "what about imports?",
    "but why?",
    "who said that?",
    "Why?",
  ])("when it is %j", (question) => {
    expect(isFollowUp(question)).toBe(true);
  });
});

describe("a question stands on its own", () => {
  test.each([
    "Hà Nội đã thành lập mới bao nhiêu cụm công nghiệp?",
    "ha noi da thanh lap moi bao nhieu cum cong nghiep",
    "EVFTA",
    "chợ đầu mối",
    "Sở Công Thương ở đâu?",
    "so cong thuong o dau",
    "Số doanh nghiệp CNHT?",
    "Những chợ nào bị giải tỏa?",
    "nhung cho nao bi giai toa",
    "Vay vốn ở đâu?",
    "hỗ trợ doanh nghiệp",
    "ho tro DN",
    "tốc độ tăng trưởng",
    "nợ xấu",
    "thủ đô",
    "Xuất khẩu như thế nào?",
    "Thế nào là chợ hạng một?",
    "Thế giới có bao nhiêu hiệp định?",
    "Con người là gì?",
    "Doanh thu là bao nhiêu vậy?",
    "Kim ngạch xuất khẩu năm nay?",
    "Why did exports fall in 2020?",
    "What is EVFTA?",
    "There were how many markets?",
    "he thong cho",
    "ty le that nghiep",
    "cảm ơn nhé",
    "",
    "😀",
  ])("when it is %j", (question) => {
    expect(isFollowUp(question)).toBe(false);
  });
});

describe("clues that a question goes on", () => {
  test.each([
    ["refersBack", "vậy bà yêu cầu gì"],
    ["refersBack", "vay ba yeu cau gi"],
    ["refersBack", "câu đấy là ai nói"],
    ["refersBack", "What was their verdict?"],
    ["timeBeside", "mục tiêu năm sau là bao nhiêu"],
    ["timeBeside", "lần tới ở đâu"],
    ["timeBeside", "so what's the target for next year"],
    ["goesOn", "tập thể cũng được nhận luôn hả"],
    ["goesOn", "Which communes come first?"],
  ] as const)("%s in %j", (clue, question) => {
    expect(findFollowUpClues(question)[clue]).toBe(true);
  });

  test.each([
    "Bà Rịa có cảng nào?",
    "Ông Vương Đình Huệ nói gì?",
    "Tỷ lệ mấy phần trăm?",
    "Exports in 2020?",
  ])("none in %j", (question) => {
    expect(findFollowUpClues(question)).toMatchObject({
      refersBack: false,
      timeBeside: false,
      goesOn: false,
    });
  });
});

test("a question is read after its context, of which the beginning counts", () => {
  expect(readInContext("còn năm 2019?", "IIP năm 2020?")).toBe("IIP năm 2020? còn năm 2019?");
  const long = readInContext("còn năm 2019?", "chợ cóc ".repeat(500));
  expect(long.endsWith(" còn năm 2019?")).toBe(true);
  expect(long.length).toBeLessThan(400);
});

describe("in a search", () => {
  let search: Search;
  beforeAll(async () => {
    search = await searchFolder(SEEDS);
  });

  test.each([
    [
      "còn năm 2019?",
      "Chỉ số sản xuất công nghiệp của Hà Nội năm 2020 tăng bao nhiêu?",
      "năm 2019 tăng 8,45%",
    ],
    ["con nam 2018?", "chi so san xuat cong nghiep 2020 tang bao nhieu", "năm 2018 tăng 7,29%"],
    ["and in 2017?", "How much did the industrial production index grow in 2020?", "năm 2017 tăng 8,01%"],
    ["còn tổng diện tích?", "Hà Nội thành lập mới bao nhiêu cụm công nghiệp?", "753,3 ha"],
  ])("%j after %j finds %j", async (question, previousQuestion, expected) => {
    const answer = await search.search(question, { previousQuestion });
    expect(firstMarked(answer)).toContain(expected);
    expect(answer.question).toBe(question);
  });

  test("a complete question has the same answer whatever was asked before", async () => {
    for (const question of [
      "Hà Nội đã thành lập mới bao nhiêu cụm công nghiệp?",
      "EVFTA",
      "Giá vàng hôm nay?",
    ]) {
      const { elapsedMs: _, ...alone } = await search.search(question);
      const { elapsedMs: __, ...after } = await search.search(question, { previousQuestion: "chợ đầu mối" });
      expect(after).toEqual(alone);
    }
  });

  test("a question before it that is empty or nonsense does no harm", async () => {
    for (const previousQuestion of ["", "😀", "\u0000", "?"]) {
      const answer = await search.search("còn EVFTA?", { previousQuestion });
      expect(firstMarked(answer)).toContain("EVFTA");
    }
  });
});

test("of a long conversation the first question and the last ones are kept", () => {
  const long = ["b", "c", "d", "e", "g"].reduce((context, text) => continueContext(text, context), "a");
  expect(long).toBe("a\nc\nd\ne\ng");
});

test("the next question's context is what the conversation began with, and what was asked since", () => {
  const first = continueContext("Kim ngạch xuất khẩu\nnăm 2020?", null);
  expect(first).toBe("Kim ngạch xuất khẩu năm 2020?");
  const second = continueContext("còn năm 2019?", first);
  expect(second).toBe("Kim ngạch xuất khẩu năm 2020?\ncòn năm 2019?");
  const third = continueContext("ai nói vậy?", second);
  expect(third).toBe("Kim ngạch xuất khẩu năm 2020?\ncòn năm 2019?\nai nói vậy?");
  expect(endsOfContext(third)).toBe("Kim ngạch xuất khẩu năm 2020?\nai nói vậy?");
  expect(endsOfContext(first)).toBe(first);
});
