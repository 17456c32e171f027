import { describe, expect, test } from "vitest";
import { holdsQuantity, type Quantity } from "../../src/language/figures.ts";

const HELD: ReadonlyArray<readonly [Quantity, string, string]> = [
  ["money", "Tổng vốn khoảng 16.150 tỷ đồng.", "Chợ có 180 gian hàng, ông Hùng là đồng chí phụ trách."],
  ["money", "Giá thuê là 168 USD/m2.", "Khu công nghiệp rộng 305 ha."],
  ["money", "Trị giá 1,5 nghìn tỷ đồng.", "Đón 11,6 nghìn lượt khách."],
  ["money", "Mỗi suất 35.000 đ.", "Có 35 đoàn."],
  ["money", "Vốn 1.200 tỷ, tăng so với năm trước.", "Đón 5 triệu lượt khách."],
  ["money", "Hàng nghìn tỷ đồng được giải ngân.", "Xuất 3 triệu tấn gạo cho 20 đồng bào."],
  ["percentage", "Đạt 95% kế hoạch.", "Đạt 95 điểm."],
  ["percentage", "Tăng 3 điểm phần trăm.", "Tăng 3 lần."],
  ["area", "Diện tích 753,3 ha.", "Có 753 hạng mục."],
  ["area", "Sàn rộng 3.800 m².", "Dài 3.800 m."],
  ["area", "Thu hồi hàng trăm héc ta.", "Có hàng trăm hộ."],
  ["length", "Đường rộng 30 m.", "Xử lý 4.000 mét khối."],
  ["length", "Đoạn trên cao dài 8,5 km.", "Rộng 8,5 km2."],
  ["mass", "Tiêu thụ 92.500 tấn gạo.", "Có 92 tấm pin."],
  ["power", "Công suất 90 MW.", "Có 90 máy."],
  ["volume", "Xử lý 4.000 m3 mỗi ngày.", "Rộng 4.000 m2."],
];

describe("a sentence tells a quantity", () => {
  test.each(HELD)("of %s: %j, not %j", (quantity, sentence, other) => {
    expect(holdsQuantity(quantity, sentence)).toBe(true);
    expect(holdsQuantity(quantity, other)).toBe(false);
  });
});
