import { beforeAll, describe, expect, test } from "vitest";
import type { Search } from "../../src/search/answer.ts";
import { firstMarked, searchFiles } from "../support/search.ts";

const SENTENCES = {
  closures: "Trong quý II, 1.240 hộ kinh doanh trên địa bàn quận đã tạm ngừng hoạt động.",
  interest: "Các tổ chức tín dụng đã hỗ trợ lãi suất cho 310 doanh nghiệp nhỏ và vừa.",
  wastewater: "Trạm xử lý nước thải của cụm công nghiệp có công suất 1.500 m3 mỗi ngày đêm.",
  counterfeits: "Lực lượng quản lý thị trường đã phát hiện, thu giữ 8.600 sản phẩm là hàng giả, hàng nhái.",
  procedures: "Sở đã đơn giản hóa 42 thủ tục hành chính thuộc lĩnh vực lưu thông hàng hóa.",
  income: "Thu nhập bình quân của người lao động trong làng nghề đạt 6,2 triệu đồng mỗi tháng.",
  exports: "Kim ngạch xuất khẩu hàng dệt may của thành phố đạt 1,9 tỷ USD.",
} as const;

/** A question and its answer share no word of content, or hardly one. */
const QUESTIONS: ReadonlyArray<[string, keyof typeof SENTENCES]> = [
  ["mấy tiệm dẹp tiệm", "closures"],
  ["đỡ tiền lãi cho công ty nhỏ", "interest"],
  ["do tien lai cho cong ty nho", "interest"],
  ["lọc nước bẩn", "wastewater"],
  ["bắt được đồ dỏm", "counterfeits"],
  ["bớt giấy tờ", "procedures"],
  ["lương bổng của thợ thuyền", "income"],
  ["bán quần áo ra xứ người", "exports"],
  ["wages", "income"],
  ["cut red tape", "procedures"],
  ["selling abroad", "exports"],
];

let search: Search;
beforeAll(async () => {
  const files = Object.entries(SENTENCES).map(([name, sentence]) => [`${name}.txt`, sentence]);
  search = await searchFiles(Object.fromEntries(files));
});

describe("what people say in everyday words is found in the words of officials", () => {
  test.each(QUESTIONS)("%s", async (question, about) => {
    expect(firstMarked(await search.search(question))).toBe(SENTENCES[about]);
  });
});
