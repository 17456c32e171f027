import { describe, expect, test } from "vitest";
import { stripCourtesies } from "../../src/language/courtesies.ts";

describe("the courtesies around a question", () => {
  test.each([
    ["Chào ad, cho em hỏi Hà Nội có bao nhiêu chợ ạ? Em cảm ơn!", "Hà Nội có bao nhiêu chợ?"],
    ["chao ad cho em hoi ha noi co bao nhieu cho a, em cam on", "ha noi co bao nhieu cho a"],
    ["Dạ, anh chị cho em hỏi chút: vay vốn ở đâu vậy ạ", "vay vốn ở đâu"],
    ["mọi người ơi ai biết vốn vay ở đâu không ạ, em cảm ơn", "vốn vay ở đâu"],
    ["Bạn có thể cho tôi biết IIP năm 2020 được không?", "IIP năm 2020?"],
    ["Em muốn hỏi là vay được không ạ?", "vay được không?"],
    ["Theo bạn vì sao giá tăng?", "vì sao giá tăng?"],
    ["Các bác cho em xin thông tin về OCOP với ạ", "OCOP"],
    ["ad cho e hỏi xíu ai ký quyết định z ạ, tks ad", "ai ký quyết định"],
    ["Quý cơ quan cho tôi hỏi:\nthủ tục là gì?", "thủ tục là gì?"],
    ["Cảm ơn anh. Thế còn 2021?", "Thế còn 2021?"],
    ["làm ơn trả lời giúp tôi OCOP là gì", "OCOP là gì"],
    [
      "Hi there, could you please tell me how many clusters there are? Thanks",
      "how many clusters there are?",
    ],
    ["I'd like to know the growth rate please", "the growth rate"],
    ["Do you know who signed it", "who signed it"],
    ["how many clusters thank you so much", "how many clusters"],
    ["cho em hoi ty le noi dia hoa", "ty le noi dia hoa"],
    ["cho em hoi ve sinh an toan thuc pham", "ve sinh an toan thuc pham"],
    ["tăng bao nhiêu % ạ?", "tăng bao nhiêu %?"],
    ['cho em hỏi "công nghiệp hỗ trợ" là gì ạ', '"công nghiệp hỗ trợ" là gì'],
    ["Bạn có thể cho tôi biết doanh nghiệp nhỏ có vay được không?", "doanh nghiệp nhỏ có vay được không?"],
    ["Các bác cho em hỏi có bao nhiêu chợ? Nhờ cả nhà giúp em với, em đang cần gấp 🙏", "có bao nhiêu chợ?"],
    [
      "Sorry to bother you, but how many markets are there? I look forward to your answer",
      "how many markets are there? I look forward to your answer",
    ],
  ])("%j asks %j", (text, question) => {
    expect(stripCourtesies(text).question).toBe(question);
  });

  test.each([
    "Hiệp định thương mại tự do",
    "xuat khau sang An Do",
    "What did the ministry do?",
    "BOT, BT và PPP khác nhau thế nào",
    "Da - giày xuất khẩu sang đâu",
    "Vang, bac len gia bao nhieu",
    "Da cho vay bao nhieu",
    "Hi-tech parks in Hanoi",
    "Chao ban cho co dong hien huu",
    "Cho Hoi An o dau",
    "tặng quà cảm ơn",
    "Ai được ủng hộ em",
    "Anh muốn tìm hiểu gì ở thị trường Việt Nam",
    "Muốn tìm hiểu thị trường EU thì hỏi ở đâu",
    "AI có biết tiếng Việt không",
    "Who paid for the ad?",
    "-5,2% là của ngành nào",
    "chào bán cổ phần lần đầu là gì?",
    "chao ban co phan lan dau la gi",
    "Anh, Pháp, Đức nhập khẩu bao nhiêu?",
    "hiệp định thương mại với Anh",
    "hi sinh quyền lợi là gì",
    "dạ dày lợn nhập khẩu",
    "theo ban quản lý thì sao",
    "theo ban quan ly thi sao",
    "diện tích bao nhiêu ha",
    "thế hệ Z",
    "doanh nghiệp vay được không",
    "Ai gửi lời cảm ơn doanh nghiệp?",
    "Ai gửi lời cảm ơn?",
    "ai nói vậy?",
    "tăng 12,5%",
    "còn năm 2019?",
    "how does the ministry help firms?",
  ])("%j is all question", (text) => {
    const { greets, thanks, asksToAsk, question } = stripCourtesies(text);
    expect(question).toBe(text);
    expect([greets, thanks, asksToAsk]).toEqual([false, false, false]);
  });

  test.each([
    ["chào bạn", { greets: true }],
    ["em chào anh ạ", { greets: true }],
    ["cám ơn em nhé", { thanks: true }],
    ["ok, thank you so much", { thanks: true }],
    ["ad ơi", { asksToAsk: true }],
    ["Chào ad! Cho mình hỏi chút ạ", { greets: true, asksToAsk: true }],
    ["dạ vâng ạ", {}],
    ["?!", {}],
    ["", {}],
  ])("%j asks nothing", (text, said) => {
    const nothing = { question: "", greets: false, thanks: false, asksToAsk: false };
    expect(stripCourtesies(text)).toEqual({ ...nothing, ...said });
  });

  test.each([
    "anh chị ",
    "anh chị em ",
    "cảm ơn anh chị em ",
    "ad ơi ",
    "cho em hỏi ",
    ", ",
    "xin phép ",
    "có thể ",
  ])(
    "are found in no time however often %j is said",
    (words) => {
      const text = words.repeat(Math.ceil(4096 / words.length)).slice(0, 4094);
      for (const longest of [text, `${text} x`, `giá gạo, ${text} x`, `x ${text}`])
        expect(longest).toContain(stripCourtesies(longest).question.replace(/\?$/, ""));
    },
    5_000,
  );
});
