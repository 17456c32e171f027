import { describe, expect, test } from "vitest";
import { findAskedTime, findTimeInContext, findYears } from "../../src/language/time.ts";

describe("findAskedTime", () => {
  test.each([
    ["IIP năm 2020 tăng bao nhiêu?", ["2020"]],
    ["so sánh 2019 với 2020 và 2019", ["2019", "2020"]],
    ["tháng 8/2021", ["2021"]],
    ["giai đoạn 2021-2025", ["2021", "2025"]],
    ["cụm công nghiệp", []],
    ["12020 sản phẩm và 43 cụm", []],
    ["", []],
  ])("finds in %j the years %j", (question, years) => {
    expect(findAskedTime(question)).toEqual({ years, isNewest: false });
  });

  test.each([
    "tin mới nhất về cụm công nghiệp",
    "tin moi nhat",
    "gần đây nhất",
    "hiện nay có bao nhiêu chợ",
    "latest exports",
    "MỚI NHẤT".normalize("NFD"),
  ])("hears in %j that the newest is wanted", (question) => {
    expect(findAskedTime(question).isNewest).toBe(true);
  });
});

describe("findTimeInContext", () => {
  test.each([
    ["còn Hải Phòng?", ["2022"]],
    ["còn năm 2019?", ["2019"]],
    ["thế năm trước thì sao", ["2021"]],
    ["con nam ngoai", ["2021"]],
    ["and the year after?", ["2023"]],
    ["năm sau thì sao", ["2023"]],
    ["còn năm nay?", []],
  ])("after a question about 2022 hears in %j the years %j", (followUp, years) => {
    expect(findTimeInContext(followUp, "Năm 2022 xuất khẩu bao nhiêu?")).toEqual({ years, isNewest: false });
  });

  test("finds none where neither names any", () => {
    expect(findTimeInContext("thế năm trước thì sao", "Xuất khẩu bao nhiêu?").years).toEqual([]);
  });
});

test("findYears finds each year once, and no other numbers", () => {
  expect(findYears("Năm 2019 và 2020, so với 2019, có 12020 hộ và 43 cụm")).toEqual(["2019", "2020"]);
});
