import { beforeAll, describe, expect, test } from "vitest";
import type { Search } from "../../src/search/answer.ts";
import { firstMarked, searchFiles } from "../support/search.ts";

/** The same report of several years: only the date tells them apart. */
function reportOf(year: number, growth: string, inText: boolean): string {
  const when = inText ? `Năm ${year}, ` : "";
  return `---\npublishedOn: ${year}-12-28\n---\n${when}kim ngạch xuất khẩu của Hà Nội tăng ${growth}% so với năm trước.`;
}

describe("a question that names a time", () => {
  let search: Search;
  beforeAll(async () => {
    search = await searchFiles({
      "a.md": reportOf(2019, "3,1", true),
      "b.md": reportOf(2020, "4,2", true),
      "c.md": reportOf(2021, "5,3", true),
      "d.txt": "Giá điện sinh hoạt được giữ nguyên đến hết năm.",
    });
  });

  test.each([
    ["Kim ngạch xuất khẩu năm 2019 tăng bao nhiêu?", "3,1%"],
    ["Kim ngạch xuất khẩu năm 2020 tăng bao nhiêu?", "4,2%"],
    ["kim ngach xuat khau 2021", "5,3%"],
    ["How much did exports grow in 2020?", "4,2%"],
  ])("%j prefers what speaks of it: %j", async (question, expected) => {
    expect(firstMarked(await search.search(question))).toContain(expected);
  });
});

test("an article of the year asked about is preferred where the passages name none", async () => {
  const search = await searchFiles({
    "a.md": reportOf(2019, "3,1", false),
    "b.md": reportOf(2020, "4,2", false),
    "c.md": reportOf(2021, "5,3", false),
  });
  expect(firstMarked(await search.search("Kim ngạch xuất khẩu năm 2019 tăng bao nhiêu?"))).toContain("3,1%");
  expect(firstMarked(await search.search("Kim ngạch xuất khẩu năm 2020 tăng bao nhiêu?"))).toContain("4,2%");
});
