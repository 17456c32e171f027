import { describe, expect, test } from "vitest";
import { readFrontMatter } from "../../src/articles/front-matter.ts";
import { articleOf, proseOf, sentenceAbout } from "../support/corpus.ts";

const PROSE = sentenceAbout("chương trình khuyến công");

function withFields(...lines: string[]): string {
  return ["---", ...lines, "---", "", PROSE, ""].join("\n");
}

/** A few lines of references to references, which stand for thousands of millions of words. */
const BOMB = [
  "a0: &a0 lol",
  ...Array.from(
    { length: 10 },
    (_, at) => `a${at + 1}: &a${at + 1} [${Array(10).fill(`*a${at}`).join(", ")}]`,
  ),
  "title: *a10",
].join("\n");

describe("front matter", () => {
  test("gives title, publisher, date, address and author", () => {
    const article = articleOf(
      withFields(
        "title: Khuyến công Hà Nội",
        "publisher: Hà Nội Mới",
        "publishedOn: 2021-03-04",
        "url: https://example.org/khuyen-cong",
        "author: Thùy Linh",
      ),
    );
    expect(article).toMatchObject({
      title: "Khuyến công Hà Nội",
      publisher: "Hà Nội Mới",
      publishedOn: "2021-03-04",
      url: "https://example.org/khuyen-cong",
      author: "Thùy Linh",
    });
    expect(proseOf(article)).toEqual([PROSE]);
  });

  test("may use the names that other tools use, and other ways to write a date", () => {
    const { metadata } = readFrontMatter(
      withFields("source: TTXVN", "date: 04/03/2021 08:00", "link: http://example.org", "tags: [a, b]"),
    );
    expect(metadata).toEqual({ publisher: "TTXVN", publishedOn: "2021-03-04", url: "http://example.org" });
  });

  test("wins over what the text says, field by field", () => {
    const text = `---\ntitle: Tên khác\nauthor:\n---\nTên trong bài báo này\n\n12/01/2021\n\n${PROSE}\n\nThùy Linh\n`;
    expect(articleOf(text)).toMatchObject({
      title: "Tên khác",
      publishedOn: "2021-01-12",
      author: "Thùy Linh",
    });
  });

  test("may be empty, quoted, numeric, and of several lines", () => {
    expect(readFrontMatter("---\n---\nx")).toEqual({ metadata: {}, bodyStart: 7 });
    expect(readFrontMatter(withFields("title: 2021")).metadata).toEqual({ title: "2021" });
    expect(readFrontMatter(withFields('title: "Một: hai"', "publisher: ~", "author: '  '")).metadata).toEqual(
      {
        title: "Một: hai",
      },
    );
    expect(readFrontMatter(withFields("title: >", "  Hai dòng", "  một tên")).metadata).toEqual({
      title: "Hai dòng một tên",
    });
  });

  test("does not shift the offsets of the text", () => {
    const text = withFields("title: Tên 😀");
    const article = articleOf(text);
    expect(article.text).toBe(text);
    expect(article.paragraphs[0]?.start).toBe(text.indexOf(PROSE));
  });

  test("is not seen where there is none", () => {
    expect(readFrontMatter(PROSE)).toEqual({ metadata: {}, bodyStart: 0 });
    expect(readFrontMatter(`---\n\n${PROSE}`)).toEqual({ metadata: {}, bodyStart: 0 });
    expect(readFrontMatter(`${PROSE}\n---\ntitle: x\n---\n`)).toEqual({ metadata: {}, bodyStart: 0 });
  });

  test.each([
    ["is never closed", `---\ntitle: Tên\n\n${PROSE}`, /closing --- is missing/],
    ["is no YAML", withFields("title: [một, hai"), /no valid YAML, line \d/],
    ["is of more than fits into memory", withFields(BOMB), /no valid YAML, line \d/],
    ["has a date that is none", withFields("date: hôm qua"), /date: "hôm qua" is no date; write YYYY-MM-DD/],
    [
      "has a day that does not exist",
      withFields("publishedOn: 31/02/2021"),
      /publishedOn: "31\/02\/2021" is no date/,
    ],
    ["has an address that is none", withFields("url: javascript:alert(1)"), /url: must begin with http/],
    ["has a list where a text belongs", withFields("author: [Lan, Mai]"), /author: must be one line of text/],
    ["is a list", withFields("- một", "- hai"), /no fields, such as title/],
    ["names everything that is wrong", withFields("date: x", "url: y"), /date: .*; url: /],
  ])("is refused with the reason when it %s", (_, text, reason) => {
    expect(() => articleOf(text)).toThrow(reason);
    expect(() => articleOf(text)).toThrow(/^front-matter: /);
  });
});
