import { beforeAll, describe, expect, test } from "vitest";
import { detectQuestionKinds } from "../../src/language/question-kind.ts";
import type { Search } from "../../src/search/answer.ts";
import { firstMarked, searchFiles } from "../support/search.ts";

/** One passage of which every sentence speaks of the same. */
const PASSAGE = [
  "Dự án chợ đầu mối Bắc Thăng Long được xây dựng tại xã Hải Bối, huyện Đông Anh.",
  "Chợ đầu mối khởi công ngày 12/3/2022.",
  "Chợ đầu mối có tổng vốn đầu tư 1.200 tỷ đồng.",
  "Ông Nguyễn Văn Hùng làm giám đốc dự án chợ đầu mối.",
  "Chợ đầu mối chậm tiến độ do vướng giải phóng mặt bằng.",
  "Khi hoàn thành, chợ đầu mối đáp ứng 30% nhu cầu rau quả của thành phố.",
].join(" ");

let search: Search;
beforeAll(async () => {
  search = await searchFiles({
    "cho.txt": PASSAGE,
    "dien.txt": "Ngành điện lực khuyến cáo người dân tiết kiệm điện trong giờ cao điểm mùa nắng nóng.",
  });
});

describe("of sentences on one topic the one is marked that holds the kind of answer asked for", () => {
  test.each([
    ["Chợ đầu mối khởi công khi nào?", "12/3/2022"],
    ["cho dau moi khoi cong khi nao", "12/3/2022"],
    ["Chợ đầu mối xây ở đâu?", "huyện Đông Anh"],
    ["Ai làm giám đốc dự án chợ đầu mối?", "Nguyễn Văn Hùng"],
    ["Vì sao chợ đầu mối chậm tiến độ?", "vướng giải phóng mặt bằng"],
    ["Chợ đầu mối có tổng vốn bao nhiêu tiền?", "1.200 tỷ đồng"],
    ["Chợ đầu mối đáp ứng bao nhiêu phần trăm nhu cầu?", "30%"],
    ["Mức đầu tư chợ đầu mối là bao nhiêu?", "1.200 tỷ đồng"],
  ])("%j marks %j", async (question, expected) => {
    expect(detectQuestionKinds(question)).not.toEqual([]);
    expect(firstMarked(await search.search(question))).toContain(expected);
  });
});

test("a long enumeration is marked by its item, not as a whole", async () => {
  const item = (topic: string) =>
    `${topic} ${"cho các doanh nghiệp trên địa bàn các quận huyện ".repeat(3).trim()}`;
  const topics = [
    "hỗ trợ lãi suất vay vốn",
    "đào tạo lao động",
    "giảm giá điện",
    "xúc tiến xuất khẩu",
    "cải tạo chợ",
  ];
  const own = await searchFiles({ "ke-hoach.txt": `Kế hoạch gồm: ${topics.map(item).join("; ")}.` });
  const marked = firstMarked(await own.search("Kế hoạch giảm giá điện cho ai?"));
  expect(marked).toContain("giảm giá điện");
  expect(marked).not.toContain("xúc tiến xuất khẩu");
});
