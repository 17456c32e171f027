import { beforeAll, describe, expect, test } from "vitest";
import type { Search } from "../../src/search/answer.ts";
import { SEEDS } from "../support/corpus.ts";
import { firstMarked, searchFiles, searchFolder } from "../support/search.ts";

const EVENT =
  "Sáng 5/4, Sở Công Thương Hà Nội khai mạc Tuần hàng Việt tại quận Hoàng Mai với 120 gian hàng của 85 doanh nghiệp. " +
  "Tuần hàng kéo dài đến ngày 11/4, dự kiến đón 40.000 lượt khách và đạt doanh thu 15 tỷ đồng. " +
  "Người mua được giảm giá đến 50 phần trăm và đổi trả hàng trong ba ngày.";
const OTHERS = {
  "logistics.txt":
    "Thành phố quy hoạch ba trung tâm logistics ở Gia Lâm, Sóc Sơn và Phú Xuyên để giảm chi phí vận chuyển.",
  "dien.txt": "Tổng công ty Điện lực thành phố Hà Nội tiết kiệm được 300 triệu kWh điện trong mùa hè.",
  "lang-nghe.txt":
    "Huyện Thường Tín có 48 làng nghề được công nhận, trong đó có sơn mài Hạ Thái và thêu Quất Động.",
  "ocop.txt": "Đến cuối năm, Hà Nội đã đánh giá và phân hạng 1.054 sản phẩm OCOP, nhiều nhất cả nước.",
};

describe("two articles that tell the same", () => {
  let search: Search;
  beforeAll(async () => {
    search = await searchFiles({
      ...OTHERS,
      "bao-mot.md": `---\ntitle: Khai mạc Tuần hàng Việt\npublisher: Báo Một\n---\n${EVENT}`,
      "bao-hai.txt": EVENT.replace("Sáng 5/4", "Ngày 5/4").replace("khai mạc", "tổ chức khai mạc"),
    });
  });

  test("become one quote that names the other article", async () => {
    const { quotes } = await search.search("Tuần hàng Việt có bao nhiêu gian hàng?");
    const telling = quotes.filter(({ text }) => text.includes("120 gian hàng"));
    expect(telling).toHaveLength(1);
    expect(telling[0]).toBe(quotes[0]);
    expect(quotes[0]?.article).toMatchObject({ id: "bao-mot", publisher: "Báo Một" });
    expect(quotes[0]?.alsoIn).toMatchObject([{ id: "bao-hai", title: null }]);
    expect(quotes.map(({ alsoIn }) => alsoIn.length)).toEqual([1, ...quotes.slice(1).map(() => 0)]);
  });

  test("leave room for other quotes", async () => {
    const one = await search.search("Tuần hàng Việt có bao nhiêu gian hàng?", { limit: 1 });
    expect(one.quotes).toHaveLength(1);
    expect(one.quotes[0]?.alsoIn).toHaveLength(1);
    const { quotes } = await search.search("Tuần hàng Việt của Hà Nội");
    expect(new Set(quotes.map(({ article }) => article.id)).size).toBe(quotes.length);
  });

  test("mark the same sentence, whichever is shown", async () => {
    const answer = await search.search("Tuần hàng kéo dài đến ngày nào?");
    expect(firstMarked(answer)).toContain("kéo dài đến ngày 11/4");
  });
});

test("what two articles say alike is believed as much as what one says", async () => {
  const alone = await searchFiles({ ...OTHERS, "mot.txt": EVENT });
  const both = await searchFiles({
    ...OTHERS,
    "mot.txt": EVENT,
    "hai.txt": EVENT.replace("Sáng 5/4", "Ngày 5/4"),
  });
  for (const question of [
    "Tuần hàng Việt có bao nhiêu gian hàng?",
    "tuan hang viet",
    "Tuần hàng Việt ở quận nào?",
  ]) {
    const [one, two] = [await alone.search(question), await both.search(question)];
    expect(one.outcome).toBe("answered");
    expect(two.outcome).toBe("answered");
    expect(two.confidence).toBeGreaterThan(one.confidence - 0.1);
  }
});

test("reports that are alike but for their numbers are not the same", async () => {
  const report = (month: number, growth: string, exports: string) =>
    `Tháng ${month}, chỉ số sản xuất công nghiệp của thành phố tăng ${growth}% so với cùng kỳ năm trước, ` +
    `kim ngạch xuất khẩu hàng hóa đạt ${exports} tỷ USD.`;
  const search = await searchFiles({
    ...OTHERS,
    "thang-7.txt": report(7, "4,7", "1,35"),
    "thang-8.txt": report(8, "5,1", "1,48"),
  });
  const { quotes } = await search.search("Chỉ số sản xuất công nghiệp tăng bao nhiêu?");
  const reports = quotes.filter(({ text }) => text.includes("chỉ số sản xuất"));
  expect(reports.map(({ article }) => article.id).sort()).toEqual(["thang-7", "thang-8"]);
  expect(reports.every(({ alsoIn }) => alsoIn.length === 0)).toBe(true);
});

test("another article that says the same is named however many quotes stand between", async () => {
  const search = await searchFiles({
    ...OTHERS,
    "mot.txt": EVENT,
    "hai.txt": `Tin khác. ${"Trời hôm nay nhiều mây, có lúc có mưa rào. ".repeat(6)} ${EVENT}`,
  });
  for (const limit of [1, 2, 5]) {
    const [first] = (await search.search("Tuần hàng Việt có bao nhiêu gian hàng?", { limit })).quotes;
    expect([first?.article.id, ...(first?.alsoIn.map(({ id }) => id) ?? [])].sort()).toEqual(["hai", "mot"]);
  }
});

test("the same passage twice in one article is one quote, which is in no other article", async () => {
  const search = await searchFiles({
    ...OTHERS,
    "lap.md": `# Phần một\n\n${EVENT}\n\n# Phần hai\n\n${EVENT}`,
  });
  const { quotes } = await search.search("Tuần hàng Việt có bao nhiêu gian hàng?");
  expect(quotes.filter(({ text }) => text.includes("120 gian hàng"))).toHaveLength(1);
  expect(quotes[0]?.alsoIn).toEqual([]);
});

test("a copy of a whole file is named once beside each of its passages", async () => {
  const search = await searchFiles({ ...OTHERS, "a/tin.txt": EVENT, "b/tin.txt": EVENT, "c/tin.txt": EVENT });
  const [first] = (await search.search("Tuần hàng Việt")).quotes;
  expect([first?.article.id, ...(first?.alsoIn.map(({ id }) => id) ?? [])].sort()).toEqual([
    "a/tin",
    "b/tin",
    "c/tin",
  ]);
});

test("passages of one topic that say different things stay apart", async () => {
  const search = await searchFiles({
    "mot.txt": "Quý một, kim ngạch xuất khẩu của Hà Nội đạt 3,8 tỷ USD nhờ hàng điện tử và máy vi tính.",
    "hai.txt":
      "Quý hai, doanh nghiệp xuất khẩu gặp khó vì cước tàu biển tăng gấp ba và thiếu container rỗng.",
  });
  const { quotes } = await search.search("xuất khẩu của Hà Nội");
  expect(quotes).toHaveLength(2);
  expect(quotes.every(({ alsoIn }) => alsoIn.length === 0)).toBe(true);
});

test("the five quotes of an answer over the product's articles differ from each other", async () => {
  const search = await searchFolder(SEEDS);
  for (const question of [
    "thương mại điện tử",
    "trung tâm logistics",
    "cụm công nghiệp",
    "xuất khẩu",
    "làng nghề",
  ]) {
    const { quotes } = await search.search(question);
    expect(quotes).toHaveLength(5);
    const places = quotes.map(({ article, start }) => `${article.id} ${start}`);
    expect(new Set(places).size).toBe(5);
    expect(new Set(quotes.map(({ text }) => text)).size).toBe(5);
    for (const { article, alsoIn } of quotes) expect(alsoIn.map(({ id }) => id)).not.toContain(article.id);
  }
});
