import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadArticles } from "../../src/articles/load-articles.ts";
import { type Files, makeCorpus, sentenceAbout } from "../support/corpus.ts";
import { makeDocx, makePdf } from "../support/documents.ts";

const PROSE = sentenceAbout("chương trình khuyến công");
const LINES = [
  "Sở Công Thương Hà Nội đã hỗ trợ 300 lớp đào tạo nghề",
  "cho lao động nông thôn trong năm 2020.",
];

async function load(files: Files) {
  return loadArticles(await makeCorpus(files));
}

describe("a side file", () => {
  test("says what an article of any format does not, and goes before what it does say", async () => {
    const fieldsOf = (title: string) =>
      `title: Tên đúng của ${title}\npublisher: Sở Công Thương\npublishedOn: 04/03/2021\n`;
    const { articles, skipped, warnings } = await load({
      "a.pdf": makePdf([LINES]),
      "a.yaml": fieldsOf("a.yaml"),
      "b/b.docx": makeDocx(["# Tên sai của bài", PROSE]),
      "b/b.yml": fieldsOf("b/b.yml"),
      "c.html": `<title>Tên sai</title><meta name="author" content="Thùy Linh"><p>${sentenceAbout("giá điện")}</p>`,
      "c.YAML": fieldsOf("c.YAML"),
      "d.md": `---\ntitle: Tên sai\n---\n${sentenceAbout("logistics")}`,
      "d.yaml": fieldsOf("d.yaml"),
      "e.txt": sentenceAbout("chợ đầu mối"),
      "e.yaml": `${fieldsOf("e.yaml")}author:\nurl: ~\n`,
    });
    expect([skipped, warnings]).toEqual([[], []]);
    expect(articles.map(({ id }) => id)).toEqual(["a", "b/b", "c", "d", "e"]);
    for (const article of articles)
      expect(article).toMatchObject({
        title: expect.stringMatching(/^Tên đúng của \w/),
        publisher: "Sở Công Thương",
        publishedOn: "2021-03-04",
      });
    expect(articles[2]?.author).toBe("Thùy Linh");
  });

  test("with a wrong field costs that field, and is told by file, field and value", async () => {
    const { articles, skipped, warnings } = await load({
      "a.txt": PROSE,
      "a.yaml": "title: Tên đúng\ndate: 31/02/2021\nurl: www.example.org\nauthor: [Lan, Mai]\ntitel: Sai\n",
    });
    expect(articles).toMatchObject([{ title: "Tên đúng", publishedOn: null, url: null, author: null }]);
    expect(skipped).toEqual([]);
    expect(warnings).toEqual([
      { file: "a.txt", warning: "no-date", detail: "" },
      {
        file: "a.yaml",
        warning: "side-file",
        detail:
          'date: "31/02/2021" is no date; write YYYY-MM-DD or DD/MM/YYYY; url: must begin with http:// or https://; ' +
          "author: must be one line of text; titel: there is no such field; there are title, publisher, source, " +
          "publishedOn, published, date, url, link, author",
        problems: [
          { field: "date", problem: "no-date", value: "31/02/2021" },
          { field: "url", problem: "no-address", value: "www.example.org" },
          { field: "author", problem: "no-line", value: '["Lan","Mai"]' },
          { field: "titel", problem: "unknown", value: "Sai" },
        ],
      },
    ]);
  });

  test.each([
    ["no YAML", "title: [một\nauthor: Lan", { problem: "no-yaml", value: "2" }],
    ["a list", "- title", { problem: "no-fields" }],
    ["one word", "title", { problem: "no-fields" }],
  ])("that is %s costs nothing but itself", async (_, content, problem) => {
    const { articles, warnings } = await load({ "a.md": `# Tên của bài\n\n${PROSE}`, "a.yml": content });
    expect(articles).toMatchObject([{ title: "Tên của bài" }]);
    expect(warnings[1]).toMatchObject({ file: "a.yml", problems: [problem] });
  });

  test("that cannot be read is skipped, and its article is not", async () => {
    const outside = await makeCorpus({ "bi-mat.yaml": "title: Bí mật" });
    const folder = await makeCorpus({
      "a.txt": PROSE,
      "b.txt": sentenceAbout("giá điện"),
      "b.yaml": Buffer.from("title: gi\xe1", "latin1"),
    });
    await symlink(join(outside, "bi-mat.yaml"), join(folder, "a.yaml"));
    const { articles, skipped } = await loadArticles(folder);
    expect(articles.map(({ title }) => title)).toEqual([null, null]);
    expect(skipped).toMatchObject([
      { file: "a.yaml", reason: "outside-folder" },
      { file: "b.yaml", reason: "not-utf8" },
    ]);
  });

  test("without an article, or the second of one article, is skipped", async () => {
    const { articles, skipped } = await load({
      "a.txt": PROSE,
      "a.yaml": "title: Một",
      "a.yml": "title: Hai",
      "cau-hinh.yaml": "title: Ba",
      "xau.txt": "",
      "xau.yaml": "title: Bốn",
    });
    expect(articles.map(({ title }) => title)).toEqual(["Một"]);
    expect(skipped).toMatchObject([
      { file: "a.yml", reason: "duplicate-id", detail: "a.yaml" },
      { file: "cau-hinh.yaml", reason: "side-file-alone" },
      { file: "xau.txt", reason: "empty" },
    ]);
  });
});
