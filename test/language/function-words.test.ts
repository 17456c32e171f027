import { describe, expect, test } from "vitest";
import {
  isEnglishOnly,
  matchFunctionPhrase,
  spellFunctionPhrases,
} from "../../src/language/function-words.ts";
import { splitSyllables } from "../../src/language/syllables.ts";

/** The words of a question that are about something. */
function contentOf(question: string): string[] {
  const syllables = splitSyllables(question);
  const content: string[] = [];
  for (let at = 0; at < syllables.length; ) {
    const length = matchFunctionPhrase(syllables, at);
    if (length === 0) content.push(syllables[at] ?? "");
    at += Math.max(1, length);
  }
  return content;
}

describe("matchFunctionPhrase", () => {
  test.each([
    ["Cho tôi hỏi Hà Nội có bao nhiêu cụm công nghiệp vậy ạ?", "hà nội cụm công nghiệp"],
    ["cho toi hoi Ha Noi co bao nhieu cum cong nghiep vay a", "ha noi cum cong nghiep"],
    ["How many industrial clusters are there in Hanoi?", "industrial clusters hanoi"],
    ["Vì sao giá điện tăng?", "giá điện tăng"],
    ["EVFTA là gì", "evfta"],
    ["kể tên các chợ đêm", "chợ đêm"],
    ["OCOP 4 sao, ba sao", "ocop 4 sao ba sao"],
    ["Năm 2019 sao giảm?", "năm 2019 giảm"],
  ])("leaves of %j what it is about: %j", (question, content) => {
    expect(contentOf(question).join(" ")).toBe(content);
  });

  test.each([
    "chợ đèn",
    "dự án",
    "đề án",
    "hệ thống",
    "số",
    "sở",
    "đảng",
    "máy",
    "thể",
    "giá than",
    "tổ",
    "cần",
  ])("takes %j, typed with its diacritics, for no function word", (content) => {
    const syllables = splitSyllables(content).filter((syllable) => syllable !== "than");
    expect(contentOf(syllables.join(" ")).join(" ")).toBe(syllables.join(" "));
  });

  test("knows both ways to place a tone, and phrases typed half", () => {
    expect(contentOf("như thê nào")).toEqual(["như", "thê"]);
    expect(contentOf("như the nào")).toEqual([]);
    expect(contentOf("bao nhieu")).toEqual([]);
  });

  test("prefers the longest phrase", () => {
    expect(matchFunctionPhrase(splitSyllables("cho tôi hỏi giá"), 0)).toBe(3);
    expect(matchFunctionPhrase(splitSyllables("xin cho biết giá"), 0)).toBe(3);
    expect(matchFunctionPhrase(splitSyllables("cho thuê"), 0)).toBe(1);
  });

  test("matches nothing at or after the end", () => {
    expect(matchFunctionPhrase([], 0)).toBe(0);
    expect(matchFunctionPhrase(["là"], 1)).toBe(0);
  });
});

describe("spellFunctionPhrases", () => {
  test("writes phrases of several syllables as they are written, and leaves all else", () => {
    const spell = (question: string) => spellFunctionPhrases(splitSyllables(question)).join(" ");
    expect(spell("thanh lap bao nhieu cum")).toBe("thanh lap bao nhiêu cum");
    expect(spell("nhu the nào va o dau")).toBe("như thế nào va ở đâu");
    expect(spell("cho ai chợ")).toBe("cho ai chợ");
    expect(spell("how many clusters")).toBe("how many clusters");
    expect(spellFunctionPhrases([])).toEqual([]);
  });
});

describe("isEnglishOnly", () => {
  test.each(["who", "what", "which", "how", "was", "did", "of", "are"])("holds of %j", (word) => {
    expect(isEnglishOnly(word)).toBe(true);
  });

  test.each(["the", "to", "an", "so", "in", "cho", "nghiep", "hanoi", "s"])("does not hold of %j", (word) => {
    expect(isEnglishOnly(word)).toBe(false);
  });
});
