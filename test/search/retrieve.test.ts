import { beforeAll, describe, expect, test } from "vitest";
import { foldDiacritics } from "../../src/language/fold.ts";
import type { Search } from "../../src/search/answer.ts";
import { SEEDS } from "../support/corpus.ts";
import { firstMarked, searchFiles, searchFolder } from "../support/search.ts";

let seeds: Search;
beforeAll(async () => {
  seeds = await searchFolder(SEEDS);
});

/** Questions with what the sentence that answers them says. */
const QUESTIONS: ReadonlyArray<readonly [string, string]> = [
  ["Hà Nội đã thành lập mới bao nhiêu cụm công nghiệp?", "43 cụm công nghiệp với tổng diện tích 753,3 ha"],
  ["Tổng mức lưu chuyển hàng hóa bán ra năm 2020 đạt bao nhiêu?", "3.060,7 nghìn tỷ đồng"],
  ["Chỉ số sản xuất công nghiệp năm 2020 tăng bao nhiêu?", "tăng 4,7% so với năm trước"],
  [
    "Bao nhiêu sản phẩm công nghiệp chủ lực được công nhận đến hết năm 2020?",
    "117 sản phẩm của 77 doanh nghiệp",
  ],
  ["Phấn đấu khai trương bao nhiêu điểm bán hàng trước ngày 10-10?", "khai trương được 5 điểm"],
];

function foldEverySecond(question: string): string {
  return question
    .split(" ")
    .map((word, at) => (at % 2 === 0 ? word : foldDiacritics(word)))
    .join(" ");
}

/** Ways in which the same question reaches the bot. */
const WAYS: ReadonlyArray<readonly [string, (question: string) => string]> = [
  ["as it should be", (question) => question],
  ["without diacritics", foldDiacritics],
  ["with half of the diacritics", foldEverySecond],
  ["in decomposed Unicode", (question) => question.normalize("NFD")],
  ["in capitals", (question) => question.toUpperCase()],
  ["in small letters without a question mark", (question) => question.toLowerCase().replace("?", "")],
  ["in capitals without diacritics", (question) => foldDiacritics(question).toUpperCase()],
  [
    "with doubled spaces and line ends",
    (question) => ` ${question.replaceAll(" ", "  ").replace("  ", "\n")}\t`,
  ],
  ["with run-together punctuation", (question) => question.replace(" ", ",").replace("?", "?!?…")],
  ["with an emoji and thanks", (question) => `😀 ${question} Cảm ơn ạ!`],
];

describe.each(WAYS)("a question typed %s", (_, type) => {
  test.each(QUESTIONS)("finds what %j asks for", async (question, expected) => {
    expect(firstMarked(await seeds.search(type(question)))).toContain(expected);
  });
});

describe("one mistyped letter", () => {
  test.each([
    ["left out", "Hà Nội đã thành lập mới bao nhiêu cụm công nghệp?"],
    ["swapped with its neighbour", "Hà Nội đã thành lập mới bao nhiêu cụm công nghịêp?"],
    ["doubled", "Hà Nội đã thànhh lập mới bao nhiêu cụm công nghiệp?"],
    ["changed", "Hà Nội đã thành lập mới bao nhiêu cụn công nghiệp?"],
    ["wrong in a question without diacritics", "ha noi da thanh lap moi bao nhieu cum cong ngiep"],
    ["of the diacritics", "Hà Nội đã thành lập mới bao nhiêu cụm cổng nghiệp?"],
  ])("%s does no harm", async (_, question) => {
    const answer = await seeds.search(question);
    expect(firstMarked(answer)).toContain("43 cụm công nghiệp");
    expect(answer.outcome).toBe("answered");
  });
});

describe("both ways to place a tone", () => {
  let own: Search;
  beforeAll(async () => {
    own = await searchFiles({
      "hoa-lac.txt": "Khu công nghệ cao Hòa Lạc đã thu hút 15 dự án mới trong năm nay, theo Ủy ban nhân dân.",
      "quy.txt": "Quỹ khuyến công đã giải ngân 20 tỷ đồng cho các làng nghề ở Thường Tín và Phú Xuyên.",
      "hoa.txt": "Chợ hoa Quảng An mở cửa từ 2 giờ sáng để phục vụ khách mua buôn từ các quận nội thành.",
    });
  });

  test.each([
    "Khu công nghệ cao Hoà Lạc",
    "Khu công nghệ cao Hòa Lạc",
    "hoà lạc",
    "HOÀ LẠC thu hút mấy dự án",
    "uỷ ban nhân dân",
    "ủy ban nhân dân",
  ])("find the same: %j", async (question) => {
    expect(firstMarked(await own.search(question))).toContain("Hòa Lạc");
  });

  test("and a word with other diacritics is another word", async () => {
    expect(firstMarked(await own.search("chợ hoa"))).toContain("Chợ hoa");
    expect(firstMarked(await own.search("quỹ"))).toContain("Quỹ khuyến công");
  });
});

describe("abbreviations", () => {
  let short: Search;
  let long: Search;
  beforeAll(async () => {
    const filler = "Trời Hà Nội hôm qua có mưa rào, nhiệt độ cao nhất là 31 độ, theo đài khí tượng thủy văn.";
    short = await searchFiles({
      "tmdt.txt": "Doanh số TMĐT của thành phố tăng 25% trong quý đầu năm.",
      "cnht.txt": "Thành phố có khoảng 900 DN CNHT đang hoạt động ở các quận.",
      "knxk.txt": "KNXK của Hà Nội đạt 17 tỷ USD, cao nhất từ trước đến nay.",
      "khac.txt": filler,
    });
    long = await searchFiles({
      "tmdt.txt": "Doanh số thương mại điện tử của thành phố tăng 25% trong quý đầu năm.",
      "cnht.txt": "Thành phố có khoảng 900 doanh nghiệp công nghiệp hỗ trợ đang hoạt động ở các quận.",
      "knxk.txt": "Kim ngạch xuất khẩu của Hà Nội đạt 17 tỷ USD, cao nhất từ trước đến nay.",
      "khac.txt": filler,
    });
  });

  test.each([
    ["TMĐT", "tmdt"],
    ["tmdt tăng bao nhiêu", "tmdt"],
    ["bao nhiêu DN CNHT", "cnht"],
    ["cnht", "cnht"],
    ["KNXK", "knxk"],
    ["knxk đạt bao nhiêu?", "knxk"],
  ])("%j are understood where articles write them out", async (question, id) => {
    expect((await long.search(question)).quotes[0]?.article.id).toBe(id);
  });

  test.each([
    ["thương mại điện tử", "tmdt"],
    ["thuong mai dien tu tang bao nhieu", "tmdt"],
    ["công nghiệp hỗ trợ", "cnht"],
    ["kim ngạch xuất khẩu", "knxk"],
    ["kim ngach xuat khau dat bao nhieu", "knxk"],
    ["e-commerce", "tmdt"],
    ["exports", "knxk"],
  ])("are found where articles have them and the question says %j", async (question, id) => {
    expect((await short.search(question)).quotes[0]?.article.id).toBe(id);
  });
});

describe("questions in English", () => {
  test.each([
    ["How many new industrial clusters did Hanoi establish?", "43 cụm công nghiệp"],
    ["How many industrial clusters are there in Hanoi?", "cụm công nghiệp"],
    ["How much did the industrial production index grow in 2020?", "4,7%"],
    ["supporting industry enterprises", "CNHT"],
    ["cross-border e-commerce with Amazon", "Amazon"],
    ["What does the free trade agreement with the European Union say?", "EVFTA"],
  ])("find Vietnamese sentences: %j", async (question, expected) => {
    const answer = await seeds.search(question);
    expect(firstMarked(answer)).toContain(expected);
  });
});

describe("near words", () => {
  let own: Search;
  beforeAll(async () => {
    own = await searchFiles({
      "cho.txt": "Toàn thành phố có 455 chợ đang hoạt động, trong đó 15 chợ hạng một.",
      "cho-thue.txt": "Thành phố cho thuê đất với giá ưu đãi, cho vay vốn và cho phép chậm nộp thuế.",
      "than.txt": "Giá than tăng mạnh khiến chi phí của các nhà máy điện cao hơn.",
    });
  });

  test.each([
    ["chợ", "455 chợ"],
    ["Có bao nhiêu chợ?", "455 chợ"],
    ["chợ nào hạng một", "455 chợ"],
    ["giá than", "than tăng mạnh"],
    ["cho thuê đất", "cho thuê đất"],
  ])("%j is not taken for a word that shapes the question", async (question, expected) => {
    expect(firstMarked(await own.search(question))).toContain(expected);
  });
});
