import { describe, expect, test } from "vitest";
import { looksLikeMenu } from "../../src/articles/menu-title.ts";
import { findWarnings } from "../../src/articles/warnings.ts";
import { articleOf, sentenceAbout } from "../support/corpus.ts";

function article(file: string, topic: string, fields = "publishedOn: 2021-01-12") {
  return articleOf(`---\n${fields}\n---\n${sentenceAbout(topic)}\n`, file);
}

describe("findWarnings", () => {
  test("finds nothing odd in articles that are as they should be", () => {
    expect(findWarnings([article("a.txt", "khuyến công"), article("b.txt", "kích cầu")])).toEqual([]);
  });

  test("names an article without a date", () => {
    const undated = article("b.txt", "kích cầu", "title: Kích cầu tiêu dùng");
    expect(findWarnings([article("a.txt", "khuyến công"), undated])).toEqual([
      { file: "b.txt", warning: "no-date", detail: "" },
    ]);
  });

  test("names each later article with the same words, and the first one; what is known of them may differ", () => {
    const words = `# Tên khác\n\n12/01/2021\n\n${sentenceAbout("khuyến công").replace("Nội cho", "Nội\ncho")}`;
    const articles = [
      article("a.txt", "khuyến công"),
      article("b.txt", "kích cầu"),
      articleOf(words, "c.md"),
      article("d.txt", "khuyến công"),
    ];
    expect(findWarnings(articles)).toEqual([
      { file: "c.md", warning: "same-text", detail: "a.txt" },
      { file: "d.txt", warning: "same-text", detail: "a.txt" },
    ]);
  });

  test("names a title that three articles share: it is the site's", () => {
    const fields = "title: Cổng thông tin Sở Công Thương\ndate: 2021-01-12";
    const two = ["a", "b"].map((name) => article(`${name}.txt`, `dự án ${name}`, fields));
    expect(findWarnings(two)).toEqual([]);
    expect(findWarnings([...two, article("c.txt", "dự án c", fields)]).map(({ warning }) => warning)).toEqual(
      ["menu-title", "menu-title", "menu-title"],
    );
  });
});

describe("a title", () => {
  test.each([
    "Trang chủ",
    "THỜI SỰ",
    "Trang chủ › Kinh tế › Thị trường",
    "Home » News » Hanoi",
    "Microsoft Word - bao cao.doc",
    "Untitled",
    "Document1",
    "bao-cao-2020.docx",
  ])('"%s" looks like a menu or a file', (title) => {
    expect(looksLikeMenu(title)).toBe(true);
  });

  test.each([
    "Thời sự công thương tuần qua",
    "Kinh tế Hà Nội năm 2020 tăng 3,98%",
    "Báo cáo số 12/BC-SCT",
    "Xuất khẩu > 15 tỷ USD",
  ])('"%s" does not', (title) => {
    expect(looksLikeMenu(title)).toBe(false);
  });
});
