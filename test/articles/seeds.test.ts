import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Article } from "../../src/articles/article.ts";
import { measureLength } from "../../src/articles/cut.ts";
import { loadArticles } from "../../src/articles/load-articles.ts";
import { DEFAULT_CHUNKING, splitPassages } from "../../src/articles/passages.ts";
import { proseOf, SEEDS } from "../support/corpus.ts";

const UNKNOWN = { title: null, publisher: null, publishedOn: null, url: null, author: null };

/** What the five articles say of themselves, and not a word more. */
const KNOWN = {
  "cai-thien-ha-tang-kinh-te-va-he-thong-cho": {
    title: "Cải thiện hạ tầng kinh tế đồng bộ với hệ thống chợ trên địa bàn Thủ đô",
    publisher: "Chinhphu.vn",
    publishedOn: "2021-01-12",
    url: null,
    author: "Thùy Linh",
  },
  "giao-ban-truc-tuyen-quan-ly-cong-thuong": {
    ...UNKNOWN,
    title: "Hà Nội: Giao ban trực tuyến công tác phối hợp quản lý nhà nước về lĩnh vực Công Thương",
    author: "PT",
  },
  "phat-trien-cong-nghiep-ho-tro": {
    ...UNKNOWN,
    title:
      "Bộ Công Thương phối hợp cùng Hà Nội phát triển công nghiệp, công nghiệp hỗ trợ trên địa bàn Thành phố",
  },
  "thanh-uy-ha-noi-lam-viec-voi-bo-cong-thuong": UNKNOWN,
  "thuong-truc-thanh-uy-gap-bo-cong-thuong": UNKNOWN,
};

/** The first words of the first and the last paragraph, and how many there are. */
const PROSE: Record<keyof typeof KNOWN, readonly [string, string, number]> = {
  "cai-thien-ha-tang-kinh-te-va-he-thong-cho": [
    "Thời gian tới, Sở Công Thương",
    "Cũng tại Hội nghị, Phó Chủ tịch",
    11,
  ],
  "giao-ban-truc-tuyen-quan-ly-cong-thuong": ["Chiều ngày 29-7,", "Trong lĩnh vực thương mại, đề nghị", 7],
  "phat-trien-cong-nghiep-ho-tro": ["Ngày 17/2/2022, lãnh đạo", "Đây sẽ là hành lang pháp lý", 21],
  "thanh-uy-ha-noi-lam-viec-voi-bo-cong-thuong": [
    "Ngày 13/8, tại Hà Nội,",
    "Tại buổi làm việc, đại diện",
    28,
  ],
  "thuong-truc-thanh-uy-gap-bo-cong-thuong": ["Chiều nay (13/8),", "Đặc biệt, hỗ trợ TP", 17],
};

describe("the five articles that come with the product", () => {
  let articles: readonly Article[] = [];
  beforeAll(async () => {
    const corpus = await loadArticles(SEEDS);
    expect(corpus.skipped).toEqual([]);
    articles = corpus.articles;
  });

  test("are all read, by their file names", () => {
    expect(articles.map(({ id }) => id)).toEqual(Object.keys(KNOWN));
    expect(articles.map(({ file }) => file)).toEqual(Object.keys(KNOWN).map((id) => `${id}.txt`));
  });

  test("have the metadata that stand in their text, and nothing invented", () => {
    const found = articles.map(({ id, title, publisher, publishedOn, url, author }) => [
      id,
      { title, publisher, publishedOn, url, author },
    ]);
    expect(Object.fromEntries(found)).toEqual(KNOWN);
  });

  test("keep their text as the file has it", async () => {
    for (const { text, file } of articles) {
      const raw = await readFile(join(SEEDS, file), "utf8");
      expect(text).toBe(
        raw
          .replace(/^\uFEFF/, "")
          .replaceAll("\r\n", "\n")
          .normalize("NFC"),
      );
    }
  });

  test("begin and end with prose, their paragraphs counted as a reader counts", () => {
    for (const article of articles) {
      const prose = proseOf(article);
      const [first, last, count] = Object.entries(PROSE).find(([id]) => id === article.id)?.[1] ?? [];
      expect([prose.length, article.id]).toEqual([count, article.id]);
      expect(prose[0]).toMatch(new RegExp(`^${first?.replace(/[()]/g, "\\$&")}`));
      expect(prose.at(-1)).toMatch(new RegExp(`^${last}`));
      expect(article.paragraphs.map(({ number }) => number)).toEqual(prose.map((_, at) => at + 1));
    }
  });

  test("open with ten words that stand in for a missing title", () => {
    expect(articles.at(-1)?.opening).toBe("Chiều nay (13/8), Thường trực Thành uỷ Hà Nội có…");
  });

  test("are quoted without captions, signatures, date lines, titles and page words", () => {
    const titles = articles.flatMap(({ title }) => title ?? []);
    for (const article of articles) {
      for (const { sentences } of splitPassages(article)) {
        for (const { start, end } of sentences) {
          const sentence = article.text.slice(start, end);
          expect(sentence).not.toMatch(/Ảnh:|KTĐT|Thùy Linh|5:02 PM|Chinhphu\.vn|^Top$|^PT$/);
          expect(titles).not.toContain(sentence);
        }
      }
    }
  });

  test("give passages mostly of 60 to 120 words, and never longer", () => {
    const { minWords, maxWords } = DEFAULT_CHUNKING;
    const lengths = articles.flatMap((article) =>
      splitPassages(article).map((passage) => measureLength(article.text, passage)),
    );
    const usual = lengths.filter((length) => length >= minWords && length <= maxWords);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(maxWords);
    expect(usual.length / lengths.length).toBeGreaterThan(0.6);
  });
});
