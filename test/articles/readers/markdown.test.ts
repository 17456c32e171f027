import { describe, expect, test } from "vitest";
import { splitPassages } from "../../../src/articles/passages.ts";
import { articleOf, proseOf, sentenceAbout } from "../../support/corpus.ts";

const FIRST = sentenceAbout("chương trình khuyến công");
const SECOND = sentenceAbout("chương trình kích cầu");
const THIRD = sentenceAbout("đề án logistics");

function markdown(...blocks: string[]) {
  return articleOf(`${blocks.join("\n\n")}\n`, "bai.md");
}

describe("a Markdown article", () => {
  test("takes its first heading for the title", () => {
    const article = markdown("# Kế hoạch công thương năm 2021", FIRST, "## Khuyến công", SECOND);
    expect(article.title).toBe("Kế hoạch công thương năm 2021");
    expect(proseOf(article)).toEqual([FIRST, SECOND]);
  });

  test("is parted by headings: no passage crosses one", () => {
    const article = markdown("# Tên bài báo", FIRST, "## Kích cầu", SECOND, "Phần ba\n---", THIRD);
    expect(article.paragraphs.map(({ section }) => section)).toEqual([1, 2, 3]);
    expect(splitPassages(article).map(({ start, end }) => article.text.slice(start, end))).toEqual([
      FIRST,
      SECOND,
      THIRD,
    ]);
  });

  test("keeps its lists and block quotes", () => {
    const article = markdown(FIRST, `- ${SECOND}\n- ${THIRD}`, "> Ông Thắng nói sẽ làm ngay.");
    expect(proseOf(article)).toEqual([FIRST, SECOND, THIRD, "Ông Thắng nói sẽ làm ngay."]);
  });

  test.each([
    ["a table", "| Năm | Tăng |\n| --- | --- |\n| 2020 | Tăng 4,7% so với năm trước. |"],
    ["a table without outer bars", "Năm | Tăng\n--- | ---\n2020 | Tăng 4,7% so với năm trước."],
    [
      "a table right below its heading sentence",
      "Bảng dưới đây cho thấy.\n| Năm | Tăng |\n|:---|---:|\n| 2020 | 4,7% |",
    ],
    ["a block of code", "```\nGiá vàng tăng, ông ấy nói.\n```"],
    ["indented code", "    Giá vàng tăng, ông ấy nói."],
    ["an image", "![Giá vàng tăng, ông ấy nói.](gia-vang.jpg)"],
    ["raw HTML", "<div>\nGiá vàng tăng, ông ấy nói.\n</div>"],
    ["an HTML comment", "<!-- Giá vàng tăng, ông ấy nói. -->"],
    ["a link's address", '[gia]: https://example.org "Giá vàng tăng."'],
    ["a photo credit in italics", "*Phó Chủ tịch phát biểu. Ảnh: Thùy Linh*"],
  ])("leaves %s out of its prose, and starts a new section after it", (_, block) => {
    const article = markdown(FIRST, block, SECOND);
    expect(proseOf(article)).toEqual([FIRST, SECOND]);
    expect(article.paragraphs[0]?.section).not.toBe(article.paragraphs[1]?.section);
  });

  test("parts an image from the caption in the same paragraph, and from prose", () => {
    const article = markdown(
      FIRST,
      "![](anh.jpg)\nToàn cảnh hội nghị. Ảnh: Thùy Linh",
      `![](b.jpg) ${SECOND}`,
    );
    expect(proseOf(article)).toEqual([FIRST, SECOND]);
  });

  test("has offsets into the whole file, front matter included", () => {
    const article = articleOf(`---\ntitle: Tên 😀\n---\n\n## Mục một\n\n${FIRST}\n\n* ${SECOND}\n`, "bai.md");
    expect(article.title).toBe("Tên 😀");
    for (const { start, end } of article.paragraphs) {
      expect([FIRST, SECOND]).toContain(article.text.slice(start, end));
    }
  });

  test("keeps wrapped lines in one paragraph", () => {
    const article = markdown("Hà Nội đã ban hành\nkế hoạch phát triển cụm công nghiệp.");
    expect(proseOf(article)).toEqual(["Hà Nội đã ban hành\nkế hoạch phát triển cụm công nghiệp."]);
  });
});

test.each([
  ["quotations in quotations", ">".repeat(20_000)],
  ["lists in lists", "- ".repeat(5_000)],
  ["numbered lists in quotations", "> 1. ".repeat(1_000)],
  ["open brackets", "[".repeat(50_000)],
  ["open emphases", "*a_".repeat(20_000)],
])("a file of %s is no article, and takes no time", (_, marks) => {
  expect(() => markdown(marks + FIRST)).toThrow("too-complex: ");
});

test("lists and marks as people use them are read", () => {
  const nested = Array.from({ length: 10 }, (_, depth) => `${"  ".repeat(depth)}- ${FIRST}`).join("\n");
  expect(
    proseOf(markdown(nested, "**Đậm** và *nghiêng* [liên kết](https://example.org) ".repeat(50))),
  ).toHaveLength(11);
});
