import { describe, expect, test } from "vitest";
import { writeOutChat } from "../../src/language/chat-spellings.ts";

describe("the shorthand of a chat", () => {
  test.each([
    ["Hà Nội có bn cụm, ở đâu j?", "Hà Nội có bao nhiêu cụm, ở đâu gì?"],
    ["ha noi co bn cum", "ha noi co bao nhieu cum"],
    ["KNNK 2024 bn", "KNNK 2024 bao nhieu"],
    ["ha noi co bn cum 🙏", "ha noi co bao nhieu cum 🙏"],
    ["dn đc hỗ trợ ntn", "dn được hỗ trợ như thế nào"],
    ["Ko biết vs dn nhỏ thì sao r", "không biết với dn nhỏ thì sao rồi"],
    ["HNoi tăng bao nhiu", "Hà Nội tăng bao nhiêu"],
    ["chỉ tiêu 2k21 so với năm 20", "chỉ tiêu 2021 so với năm 2020"],
    ["Quý 1 năm 21 tăng bao nhiêu", "Quý 1 năm 2021 tăng bao nhiêu"],
    ["xuat khau nam 21?", "xuat khau nam 2021?"],
    ["IIP T8/2020 là bao nhiêu", "IIP tháng 8 năm 2020 là bao nhiêu"],
    ["kim ngạch 6T/2021, 9T2022", "kim ngạch 6 tháng đầu năm 2021, 9 tháng đầu năm 2022"],
    ["xk Q3/2023", "xk quy 3 nam 2023"],
    ["T1-T8/2020, quý Q3/2023", "tháng 1-tháng 8 năm 2020, quý 3 năm 2023"],
    ["Q3 năm 2023 và T8/21", "quý 3 năm 2023 và tháng 8 năm 2021"],
    ["xuất khẩu 5T đầu năm", "xuất khẩu 5 tháng đầu năm"],
    ["họp ở đâuu, việcc gìii", "họp ở đâu, việc gì"],
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
    "T2 đến T6",
    "ông Lee, cà phê Coffee, xoong",
    "KT3 2020 và CT 12/2020",
    "T13/2020",
    "quận Q7 2020, xe 5t 2000, xe tải 5T 2020, kho 2.5T 2020",
    "Hanoi exports Q3 2023",
    "nghien cuu, luu thong, huu co, hcc",
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
