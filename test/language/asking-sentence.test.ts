import { describe, expect, test } from "vitest";
import { findAskingSentence } from "../../src/language/asking-sentence.ts";

describe("the sentence of a message that asks", () => {
  test.each([
    [
      "Em mở xưởng may ở Thạch Thất. Muốn vay vốn thì làm thế nào? Em đang cần gấp.",
      "Muốn vay vốn thì làm thế nào?",
      "Em mở xưởng may ở Thạch Thất. Em đang cần gấp.",
    ],
    ["nhà em ở TP. Hà Nội\ncó bao nhiêu chợ", "có bao nhiêu chợ", "nhà em ở TP. Hà Nội"],
    ["I run a small shop 🙂 who gives loans?", "who gives loans?", "I run a small shop 🙂"],
    [
      "Sếp em vừa hỏi mà em không biết: Hà Nội có mấy chợ?",
      "Hà Nội có mấy chợ?",
      "Sếp em vừa hỏi mà em không biết:",
    ],
    ["Có gì sai mong bỏ qua. Hà Nội có mấy chợ?", "Hà Nội có mấy chợ?", "Có gì sai mong bỏ qua."],
  ])("of %j is %j", (text, asked, around) => {
    expect(findAskingSentence(text)).toEqual({ asked, around });
  });

  test.each([
    "Hà Nội có mấy chợ? Ở đâu?",
    "Những chủng y. pestis nào đã được tìm thấy?",
    "TP. Hà Nội có bao nhiêu chợ?",
    "Hà Nội: có bao nhiêu chợ?",
    "chợ đầu mối. siêu thị",
    "tăng 4.7 hay 5 phần trăm",
    "",
    "?!",
  ])("of %j is all of it", (text) => {
    expect(findAskingSentence(text)).toEqual({ asked: text, around: "" });
  });
});
