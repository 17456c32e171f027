import { describe, expect, test } from "vitest";
import { findDate } from "../../src/language/dates.ts";

describe("findDate", () => {
  test.each([
    ["12/01/2021 5:02 PM", "2021-01-12"],
    ["Thứ ba, 1-2-2022", "2022-02-01"],
    ["Ngày 3.11.2015", "2015-11-03"],
    ["2021-01-12T17:02:00+07:00", "2021-01-12"],
    ["Hà Nội, ngày 2 tháng 9 năm 2020", "2020-09-02"],
    ["29/02/2020", "2020-02-29"],
  ])("reads %j as %s", (text, date) => {
    expect(findDate(text)).toBe(date);
  });

  test.each([
    "29/02/2021",
    "31/04/2021",
    "00/01/2021",
    "1/13/2021",
    "12/1",
    "29-7",
    "111/2015/NĐ-CP",
    "2021",
    "",
  ])("finds no day in %j", (text) => {
    expect(findDate(text)).toBeNull();
  });
});
