import { describe, expect, test } from "vitest";
import type { Quantity } from "../../src/language/figures.ts";
import { findAskedQuantity } from "../../src/language/quantity.ts";
import { splitSyllables } from "../../src/language/syllables.ts";

const ASKED: ReadonlyArray<readonly [string, Quantity | null]> = [
  ["Dự án có tổng vốn bao nhiêu tiền?", "money"],
  ["Công ty lãi mấy tỷ?", "money"],
  ["Giá thuê đất là bao nhiêu USD một mét vuông?", "money"],
  ["Giá thuê nhà xưởng xây sẵn bao nhiêu một mét vuông?", "money"],
  ["Học phí của trường là bao nhiêu?", "money"],
  ["Bán hàng giả bị phạt bao nhiêu?", "money"],
  ["Tổng mức đầu tư nhà máy?", "money"],
  ["How much does the permit cost?", "money"],
  ["How much money was lent?", "money"],
  ["What was the price of land?", "money"],
  ["Bao nhiêu phần trăm chợ được cải tạo?", "percentage"],
  ["Tỷ lệ lấp đầy là bao nhiêu?", "percentage"],
  ["Cụm công nghiệp rộng bao nhiêu ha?", "area"],
  ["Diện tích chợ là bao nhiêu?", "area"],
  ["Tuyến đường dài mấy km?", "length"],
  ["Mỗi tháng tiêu thụ bao nhiêu nghìn tấn gạo?", "mass"],
  ["Nhà máy có công suất bao nhiêu MW?", "power"],
  ["Mỗi ngày xử lý bao nhiêu mét khối nước thải?", "volume"],
  ["Chi phí logistics chiếm bao nhiêu % trong giá thành?", "percentage"],
  ["Kim ngạch đạt mấy % kế hoạch?", "percentage"],
  ["Hàng may mặc xuất khẩu đạt bao nhiêu tỷ USD?", "money"],
  ["Mấy năm nay giá thuê đất là bao nhiêu?", "money"],
  ["Có mấy chợ, rộng bao nhiêu ha?", "area"],
  ["Giá đất bao nhiêu/m2?", "money"],
  ["Số tiền phạt là bao nhiêu?", "money"],
  ["Tổng vốn lên đến bao nhiêu?", "money"],
  ["What is the minimum wage?", "money"],
  ["How many million US dollars were exported?", "money"],
  ["Chợ giá rẻ có diện tích bao nhiêu?", "area"],
  ["Khu nhà thu nhập thấp có diện tích là bao nhiêu?", "area"],
  ["Dự án mở rộng chợ có vốn bao nhiêu?", "money"],
  ["Cầu dài bao nhiêu mét?", "length"],
  ["Tuyến đường dài bao nhiêu?", "length"],
  // Things are counted, and have no unit.
  ["Hà Nội có bao nhiêu cụm công nghiệp?", null],
  ["Đón bao nhiêu triệu lượt khách?", null],
  ["Đã xây xong bao nhiêu căn nhà?", null],
  ["Số doanh nghiệp tham gia là bao nhiêu?", null],
  ["How many markets are there?", null],
  ["How much of the refund is paid first?", null],
  ["Có mấy đồng chí dự họp?", null],
  ["Quy hoạch bao nhiêu đô thị vệ tinh?", null],
  ["How much time does it take to pay a fine?", null],
  // What changes may do so by a share or a sum, and capacity has many units.
  ["Doanh thu tăng bao nhiêu?", null],
  ["Chi phí logistics chiếm bao nhiêu?", null],
  ["How much did the price rise?", null],
  ["Công suất nhà máy là bao nhiêu?", null],
  // Another word that begins alike, and questions that want something else.
  ["Giá trị sản xuất công nghiệp là bao nhiêu?", null],
  ["Vốn đầu tư do ai quản lý?", null],
  ["Giá điện có tăng không?", null],
  ["Lương thực dự trữ là bao nhiêu?", null],
  ["Tiền Giang xuất khẩu bao nhiêu?", null],
  ["phí hạ tầng cảng biển Hải Phòng", null],
  ["chợ đầu mối", null],
  ["", null],
];

describe("the quantity that a question wants told", () => {
  test.each(ASKED)("of %j is %j", (question, expected) => {
    expect(findAskedQuantity(question, splitSyllables(question))).toBe(expected);
  });
});
