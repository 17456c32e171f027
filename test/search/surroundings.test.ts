import { beforeAll, describe, expect, test } from "vitest";
import type { Quote, Search } from "../../src/search/answer.ts";
import { SEEDS } from "../support/corpus.ts";
import { searchFiles, searchFolder } from "../support/search.ts";

describe("surroundings of a quote", () => {
  const SECTIONS = [
    "Hà Nội có 70 cụm công nghiệp đang hoạt động ở các huyện ngoại thành.",
    "Các làng nghề ở Thường Tín xuất khẩu hàng mây tre đan sang châu Âu.",
    "Thành phố sẽ xây thêm hai trung tâm logistics ở Gia Lâm và Sóc Sơn.",
  ] as const;
  let search: Search;
  beforeAll(async () => {
    search = await searchFiles({
      "a.txt": "Giá điện sinh hoạt được giữ nguyên đến hết quý hai, theo ngành điện lực.",
      "b.md": SECTIONS.map((section, at) => `# Phần ${at}\n\n${section}`).join("\n\n"),
      "c.txt": "Chợ hoa đêm Quảng An đón khách từ 2 giờ sáng mỗi ngày trong dịp Tết.",
    });
  });

  async function quoteOf(section: string): Promise<Quote> {
    const [first] = (await search.search(section)).quotes;
    if (first?.text !== section) throw new Error(`"${section}" was not found.`);
    return first;
  }

  test.each([
    [0, null, SECTIONS[1]],
    [1, SECTIONS[0], SECTIONS[2]],
    [2, SECTIONS[1], null],
  ])("number %i are what its article says before and after, and end with it", async (at, before, after) => {
    const { article, start } = await quoteOf(SECTIONS[at] ?? "");
    expect(search.surroundings(article.id, start)).toEqual({ before, after });
  });

  test("are unknown for an article or a place that is not there", async () => {
    const { article, start } = await quoteOf(SECTIONS[1]);
    expect(search.surroundings("khong-co", start)).toBeNull();
    for (const other of [-1, start + 1, 1_000_000, Number.NaN]) {
      expect(search.surroundings(article.id, other)).toBeNull();
    }
  });
});

test("from a passage to the one after it and back leads to the passage", async () => {
  const search = await searchFolder(SEEDS);
  const { quotes } = await search.search("công nghiệp hỗ trợ của Hà Nội", { limit: 50 });
  let pairs = 0;
  for (const { article, text, start } of quotes) {
    const around = search.surroundings(article.id, start);
    expect(around).not.toBeNull();
    const next = quotes.find((other) => other.article.id === article.id && other.text === around?.after);
    if (next === undefined) continue;
    pairs++;
    expect(next.start).toBeGreaterThan(start);
    expect(search.surroundings(article.id, next.start)?.before).toBe(text);
  }
  expect(pairs).toBeGreaterThan(10);
});
