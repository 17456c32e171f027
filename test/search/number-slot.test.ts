import { beforeAll, describe, expect, test } from "vitest";
import { LexicalIndex } from "../../src/index/lexical/lexical-index.ts";
import { splitSyllables } from "../../src/language/syllables.ts";
import type { Search } from "../../src/search/answer.ts";
import {
  fillNumberSlot,
  findNumberQuestion,
  findNumberSlot,
  isNumberTerm,
} from "../../src/search/number-slot.ts";
import { toTerm } from "../../src/search/question-term.ts";
import { firstMarked, searchFiles } from "../support/search.ts";

describe("findNumberQuestion", () => {
  test.each([
    ["có bao nhiêu cụm", { at: 1, length: 2 }],
    ["co bao nhieu cum", { at: 1, length: 2 }],
    ["mấy chợ", { at: 0, length: 1 }],
    ["co may cho", { at: 1, length: 1 }],
    ["how many clusters", { at: 0, length: 2 }],
    ["by how much", { at: 1, length: 2 }],
  ])("in %j asks at %j", (question, place) => {
    expect(findNumberQuestion(splitSyllables(question))).toEqual(place);
  });

  test.each([
    "xuất khẩu máy móc",
    "xuat khau may moc",
    "ngành dệt may",
    "nganh det may",
    "nhà máy",
    "nha may o dau",
    "hàng may",
    "may bay",
    "what may it be spent on",
    "bao giờ",
    "how was it",
    "",
  ])("does not in %j", (question) => {
    expect(findNumberQuestion(splitSyllables(question))).toBeNull();
  });
});

describe("findNumberSlot", () => {
  const lexical = LexicalIndex.build([["Hà Nội có 43 cụm và 5 chợ."]]);
  /** What the number that is asked for counts, after so many words of the question before. */
  const counted = (question: string, contextWords: number) => {
    const syllables = splitSyllables(question);
    const terms = syllables.map((syllable) => toTerm(lexical, syllable));
    const slot = findNumberSlot({ syllables, terms, concepts: [] }, contextWords);
    return slot?.after.map(([unit]) => lexical.parts.plain.term(unit?.plain ?? -1)) ?? null;
  };

  test("looks for what the question itself counts, then for what the one before it did", () => {
    expect(counted("có bao nhiêu cụm", 0)).toEqual(["cụm"]);
    expect(counted("có bao nhiêu cụm thế mấy chợ", 4)).toEqual(["chợ"]);
    expect(counted("có bao nhiêu cụm còn hà nội", 4)).toEqual(["cụm"]);
    expect(counted("tăng bao nhiêu chợ thì sao", 3)).toBeNull();
  });

  test("finds none where the question asks for something else than the one before", () => {
    expect(counted("có bao nhiêu cụm vì sao", 4)).toBeNull();
    expect(counted("có bao nhiêu cụm chợ nào", 4)).toBeNull();
  });

  test("finds no unit where articles write a sign, or English asks without one", () => {
    expect(counted("tăng bao nhiêu phần trăm cụm", 0)).toBeNull();
    expect(counted("how much did cụm", 0)).toBeNull();
  });

  test("finds no verb in what stands before any number, nor in the question before", () => {
    const verbIn = (question: string, contextWords: number) => {
      const syllables = splitSyllables(question);
      const terms = syllables.map((syllable) => toTerm(lexical, syllable));
      return findNumberSlot({ syllables, terms, concepts: [] }, contextWords)?.before ?? null;
    };
    expect(verbIn("hà nội cả bao nhiêu cụm", 0)).toBeNull();
    expect(verbIn("hà nội chợ bao nhiêu cụm", 0)).not.toBeNull();
    expect(verbIn("chợ bao nhiêu cụm còn hà nội", 4)).toBeNull();
  });
});

test("figures are numbers, and so are words that mean nothing else", () => {
  for (const term of ["43", "753,3", "3.060,7", "mười", "nghìn", "seven"])
    expect(isNumberTerm(term)).toBe(true);
  for (const term of ["năm", "ba", "cụm", "covid", "a1", "2020", ""]) expect(isNumberTerm(term)).toBe(false);
});

describe("fillNumberSlot", () => {
  const sentences = [
    "thành lập 43 cụm công nghiệp",
    "cụm công nghiệp tăng 9%",
    "thành lập cụm công nghiệp vào năm 2020",
    "vốn tăng khoảng 16.150 tỷ đồng",
  ];
  const lexical = LexicalIndex.build(sentences.map((sentence) => [sentence]));
  const fill = (sentence: number, before: string | null, after: string | null) => {
    const { tokens, sentenceTokens } = lexical.parts;
    return fillNumberSlot(
      lexical,
      {
        before: before === null ? null : toTerm(lexical, before),
        after: after === null ? [] : [splitSyllables(after).map((word) => toTerm(lexical, word))],
      },
      tokens.subarray(sentenceTokens[sentence], sentenceTokens[sentence + 1]),
    );
  };

  test("is full where the number stands before its unit, and empty where it does not", () => {
    expect(fill(0, null, "cụm")).toBe(1);
    expect(fill(0, null, "cum")).toBe(1);
    expect(fill(1, null, "cụm")).toBe(0);
    expect(fill(2, null, "cụm")).toBe(0);
  });

  test("reaches over a scale to the unit, and over one word from the verb", () => {
    expect(fill(3, null, "đồng")).toBe(1);
    expect(fill(3, null, "tỷ đồng")).toBe(1);
    expect(fill(3, null, "tỷ cụm")).toBe(0);
    expect(fill(3, "tăng", null)).toBe(1);
    expect(fill(1, "tăng", null)).toBe(1);
  });

  test("is full only where both the verb and the unit fit, and the unit tells more", () => {
    expect(fill(0, "lập", "cụm")).toBe(1);
    expect(fill(0, "tăng", "cụm")).toBeGreaterThan(fill(1, "tăng", "cụm"));
    expect(fill(1, "tăng", "cụm")).toBeGreaterThan(0);
  });

  test("is empty where nothing can fill it", () => {
    expect(fill(0, null, null)).toBe(0);
    expect(fill(0, null, "vàng")).toBe(0);
    expect(fillNumberSlot(lexical, { before: null, after: [] }, new Uint32Array())).toBe(0);
  });
});

describe("a question for a number", () => {
  let search: Search;
  beforeAll(async () => {
    search = await searchFiles({
      "cum.txt":
        "Các cụm công nghiệp của thành phố đang thu hút đầu tư mạnh trong năm 2020. " +
        "Đến nay, thành phố có 70 cụm công nghiệp đang hoạt động trên địa bàn các huyện. " +
        "Cụm công nghiệp nào cũng phải có trạm xử lý nước thải, theo kế hoạch đạt 95%.",
      "cho.txt":
        "Chợ là nơi tiêu thụ chính nông sản của thành phố, tăng 5% mỗi năm. " +
        "Toàn thành phố hiện có 455 chợ các loại. " +
        "Chợ nào không đạt chuẩn phòng cháy sẽ bị đóng cửa trước ngày 30/6.",
    });
  });

  test.each([
    ["Thành phố có bao nhiêu cụm công nghiệp?", "70 cụm công nghiệp"],
    ["thanh pho co bao nhieu cum cong nghiep", "70 cụm công nghiệp"],
    ["thành phố có mấy cụm công nghiệp", "70 cụm công nghiệp"],
    ["How many industrial clusters does the city have?", "70 cụm công nghiệp"],
    ["Thành phố có bao nhiêu chợ?", "455 chợ"],
  ])("%j prefers the sentence that counts: %j", async (question, expected) => {
    expect(firstMarked(await search.search(question))).toContain(expected);
  });
});
