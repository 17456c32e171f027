import { describe, expect, test } from "vitest";
import type { Article } from "../../../src/articles/article.ts";
import { pageAt } from "../../../src/articles/pages.ts";
import { readArticleFile } from "../../../src/articles/read-article.ts";
import { SkipError } from "../../../src/articles/skip.ts";
import { proseOf, sentenceAbout } from "../../support/corpus.ts";
import { makeDocx, makePdf } from "../../support/documents.ts";

const FIRST = sentenceAbout("chương trình khuyến công");
const SECOND = sentenceAbout("chương trình kích cầu");

async function read(file: string, content: Uint8Array | string): Promise<Article> {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  return (await readArticleFile(file, bytes)).article;
}

async function reasonOf(file: string, content: Uint8Array | string): Promise<string> {
  const error: unknown = await read(file, content).catch((thrown: unknown) => thrown);
  if (error instanceof SkipError) return error.reason;
  throw new Error(`${file} was read`, { cause: error });
}

const PAGE = `<!doctype html><html><head><meta charset="utf-8"><title>43 cụm công nghiệp mới - Báo Thử Nghiệm</title>
<meta property="og:site_name" content="Báo Thử Nghiệm"><link rel="canonical" href="https://bao.example.org/bai-1.html">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"43 cụm công nghiệp mới",
"datePublished":"2021-01-11T18:30:00Z","author":{"name":"Thùy Linh"},"publisher":{"name":"Báo Thử Nghiệm"}}</script>
<style>p{color:red}</style></head><body><nav><a href="/">Trang chủ</a> <a href="/kinh-te">Kinh tế</a></nav>
<article><h1>43 cụm công nghiệp mới</h1><p>${FIRST}</p><h2>Năm sau</h2><p>${SECOND}
<b>${FIRST}</b></p><table><tr><td>Quý I</td><td>3,1%</td></tr></table><p>${SECOND}</p><p>${FIRST}</p></article>
<footer>Bản quyền thuộc Báo Thử Nghiệm</footer></body></html>`;

describe("a saved web page", () => {
  test("is its main text, without menus, scripts and tables of figures", async () => {
    const article = await read("bai.html", PAGE);
    expect(proseOf(article)).toEqual([FIRST, `${SECOND} ${FIRST}`, SECOND, FIRST]);
  });

  test("says what it is of, when and by whom; the day is Hanoi's", async () => {
    expect(await read("bai.htm", PAGE)).toMatchObject({
      title: "43 cụm công nghiệp mới",
      publisher: "Báo Thử Nghiệm",
      publishedOn: "2021-01-12",
      author: "Thùy Linh",
      url: "https://bao.example.org/bai-1.html",
    });
  });

  test("is read in the encoding that it names", async () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(PAGE, "utf16le")]);
    expect(proseOf(await read("bai.html", utf16))).toContain(SECOND);
    expect(await reasonOf("bai.html", Buffer.from(PAGE.replace("ụ", "\u00fc"), "latin1"))).toBe(
      "bad-encoding",
    );
  });

  test("without words, or nested beyond reason, is left out", async () => {
    expect(await reasonOf("bai.html", "<html><body><script>1</script></body></html>")).toBe("empty");
    expect(await reasonOf("bai.html", "<div>".repeat(5_000))).toBe("too-complex");
    expect(await reasonOf("bai.html", "<p>a".repeat(50_000))).toBe("too-complex");
  });
});

describe("a Word document", () => {
  test("has its paragraphs, and its heading for a title", async () => {
    const article = await read("bai.docx", makeDocx(["# Báo cáo cụm công nghiệp", FIRST, SECOND]));
    expect(article.title).toBe("Báo cáo cụm công nghiệp");
    expect(proseOf(article)).toEqual([FIRST, SECOND]);
  });

  test("that is damaged or has a password is left out", async () => {
    expect(await reasonOf("bai.docx", makeDocx([FIRST]).subarray(0, 300))).toBe("broken");
    expect(await reasonOf("bai.docx", Buffer.from("d0cf11e0a1b11ae100", "hex"))).toBe("encrypted");
  });
});

describe("a PDF", () => {
  const wrapped = [
    "Sở Công Thương Hà Nội vừa báo cáo kết quả thực hiện chương trình khuyến",
    "công năm 2020. Theo báo cáo, toàn thành phố đã hỗ trợ 300 lớp đào tạo nghề",
    "cho hơn 10.000 lao động.",
    "Thành phố sẽ mở thêm 12 điểm bán hàng của chương trình kích cầu tiêu dùng ở",
  ];
  const rest = ["các huyện ngoại thành trong năm tới."];

  test("has its paragraphs, over the ends of lines and pages", async () => {
    expect(proseOf(await read("bai.pdf", makePdf([wrapped, rest])))).toEqual([
      wrapped.slice(0, 3).join(" "),
      [...wrapped.slice(3), ...rest].join(" "),
    ]);
  });

  test("loses its running heads and page numbers", async () => {
    const pages = [wrapped, rest, [FIRST], [SECOND]].map((lines, at) => [
      `BÁO CÁO NĂM 2020 TRANG ${at + 1}`,
      ...lines,
      String(at + 1),
    ]);
    const { text } = await read("bai.pdf", makePdf(pages));
    expect(text).not.toContain("TRANG");
    expect(text).toContain("tiêu dùng ở các huyện");
  });

  test("knows where its pages begin, also in the middle of a paragraph and where a page is empty", async () => {
    const article = await read("bai.pdf", makePdf([["12"], wrapped, [], [...rest, "Hết."], []]));
    const { text, pageStarts } = article;
    expect(pageStarts).toHaveLength(5);
    const pageOf = (words: string) => pageAt(pageStarts, text.indexOf(words));
    expect(pageOf("Sở Công Thương Hà Nội vừa")).toBe(2);
    expect(pageOf("Thành phố sẽ mở thêm")).toBe(2);
    expect(pageOf("các huyện ngoại thành")).toBe(4);
    expect(pageOf("Hết.")).toBe(4);
  });

  test("alone has pages", async () => {
    expect((await read("bai.docx", makeDocx([FIRST]))).pageStarts).toEqual([]);
    expect((await read("bai.txt", FIRST)).pageStarts).toEqual([]);
    expect(pageAt([], 10)).toBeNull();
  });

  test("of page images, or damaged, is left out", async () => {
    expect(await reasonOf("bai.pdf", makePdf([[], []]))).toBe("no-text-layer");
    expect(await reasonOf("bai.pdf", "%PDF-1.4 nothing more")).toBe("broken");
    expect(await reasonOf("bai.pdf", "")).toBe("empty");
  });
});
