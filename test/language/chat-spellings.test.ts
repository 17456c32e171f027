import { describe, expect, test } from "vitest";
import { writeOutChat } from "../../src/language/chat-spellings.ts";

describe("the shorthand of a chat", () => {
  test.each([
    ["Hà Nội có bn cụm, ở đâu j?", "Hà Nội có bao nhiêu cụm, ở đâu gì?"],
    ["ha noi co bn cum", "ha noi co bao nhieu cum"],
    ["ha noi co bn cum 🙏", "ha noi co bao nhieu cum 🙏"],
    ["dn đc hỗ trợ ntn", "dn được hỗ trợ như thế nào"],
    ["Ko biết vs dn nhỏ thì sao r", "không biết với dn nhỏ thì sao rồi"],
    ["HNoi tăng bao nhiu", "Hà Nội tăng bao nhiêu"],
    ["chỉ tiêu 2k21 so với năm 20", "chỉ tiêu 2021 so với năm 2020"],
    ["Quý 1 năm 21 tăng bao nhiêu", "Quý 1 năm 2021 tăng bao nhiêu"],
    ["xuat khau nam 21?", "xuat khau nam 2021?"],
  ])("%j is %j", (typed, written) => {
    expect(writeOutChat(typed)).toBe(written);
  });

  test.each([
    "đầu tư cho R&D ở BN",
    "hợp đồng BT và BOT",
    "r&d",
    "gen z và điểm k khoản 1",
    "25 k một lít, 40 bn USD",
    "Ms Hoa",
    "Ng. Xuân Phúc",
    "Việt Nam 18 FTA",
    "Quang Nam 15 cum",
    "mỗi năm 20 triệu tấn than",
    "một năm 15 triệu đồng",
    "how did 2019 vs 2020 compare",
    "bà Ng. Thị Hoa nói gì?",
    "trong 5 năm 20 ngày",
    "năm 20 tuổi",
    "năm 20% doanh nghiệp",
    "năm 20.000 tỷ",
    "sau năm 2020",
    "2k2",
    "J&T và K+",
    "",
  ])("%j is left as it is", (typed) => {
    expect(writeOutChat(typed)).toBe(typed);
  });
});
