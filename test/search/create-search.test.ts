import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Article } from "../../src/articles/article.ts";
import { measureLength } from "../../src/articles/cut.ts";
import { loadArticles } from "../../src/articles/load-articles.ts";
import { DEFAULT_CHUNKING } from "../../src/articles/passages.ts";
import { splitSentences } from "../../src/language/sentences.ts";
import type { Span } from "../../src/language/span.ts";
import type { Answer, Quote, Search } from "../../src/search/answer.ts";
import { SEEDS, sentenceAbout } from "../support/corpus.ts";
import { makePdf } from "../support/documents.ts";
import { firstMarked, searchFiles, searchFolder } from "../support/search.ts";

let search: Search;
let articles: ReadonlyMap<string, Article>;
beforeAll(async () => {
  search = await searchFolder(SEEDS);
  articles = new Map((await loadArticles(SEEDS)).articles.map((article) => [article.id, article]));
});

function articleOf(quote: Quote): Article {
  const article = articles.get(quote.article.id);
  if (article === undefined) throw new Error(`There is no article "${quote.article.id}".`);
  return article;
}

/** The sentences of a paragraph, with their places in the article. */
function sentencesOf({ text, paragraphs }: Article, number: number): Span[] {
  const paragraph = paragraphs.find((other) => other.number === number);
  if (paragraph === undefined) throw new Error(`There is no paragraph ${number}.`);
  return splitSentences(text.slice(paragraph.start, paragraph.end)).map(({ start, end }) => ({
    start: paragraph.start + start,
    end: paragraph.start + end,
  }));
}

/** What holds for every answer, whatever was asked. */
function checkAnswer(answer: Answer, question: string): void {
  expect(answer.question).toBe(question);
  expect(answer.answered).toBe(answer.outcome === "answered");
  expect(answer.confidence).toBeGreaterThanOrEqual(0);
  expect(answer.confidence).toBeLessThanOrEqual(1);
  expect(answer.elapsedMs).toBeGreaterThanOrEqual(0);
  expect(answer.quotes.map(({ rank }) => rank)).toEqual(answer.quotes.map((_, at) => at + 1));
  if (answer.quotes.length === 0) expect(answer.outcome).toBe("not-found");
  if (answer.answered) expect(answer.topics).toEqual([]);
  for (const quote of answer.quotes) checkQuote(quote);
  expect(new Set(answer.quotes.map(({ text }) => text)).size).toBe(answer.quotes.length);
}

function checkQuote(quote: Quote): void {
  const article = articleOf(quote);
  expect(quote.score).toBeGreaterThanOrEqual(0);
  expect(quote.score).toBeLessThanOrEqual(1);
  expect(quote.text).not.toBe("");
  expect(article.text.slice(quote.start, quote.end)).toBe(quote.text);
  const marked = { start: quote.start + quote.highlight.start, end: quote.start + quote.highlight.end };
  expect(quote.highlight.start).toBeGreaterThanOrEqual(0);
  expect(quote.highlight.end).toBeGreaterThan(quote.highlight.start);
  expect(marked.end).toBeLessThanOrEqual(quote.end);
  const sentence = sentencesOf(article, quote.paragraph).find(
    ({ start, end }) => start <= marked.start && marked.end <= end,
  );
  expect(sentence).toBeDefined();
  // Only a sentence too long for a passage is marked in part.
  if (sentence && measureLength(article.text, sentence) <= DEFAULT_CHUNKING.maxWords) {
    expect(marked).toEqual(sentence);
  }
}

describe("every answer quotes word for word and marks a whole sentence", () => {
  test.each([
    ["one letter", "a"],
    ["a digit", "7"],
    ["only digits", "43 753,3 2020"],
    ["a row of digits", "9".repeat(400)],
    ["emoji around words", "🏭 cụm công nghiệp 👨‍👩‍👧 bao nhiêu 🇻🇳"],
    ["4,096 characters of one word", "ả".repeat(4_096)],
    ["4,096 characters of one foreign word", "x".repeat(4_096)],
    ["4,096 characters of words", "công nghiệp hỗ trợ ".repeat(300).slice(0, 4_096)],
    ["far more than anybody may send", "cụm công nghiệp ".repeat(5_000)],
    ["Japanese", "東京都の工業団地はいくつですか"],
    ["Russian", "Сколько промышленных кластеров в Ханое?"],
    ["right-to-left text", "كم عدد المجمعات الصناعية في هانوي؟"],
    ["right-to-left marks", "\u202Ecụm công nghiệp\u202C \u200Fchợ"],
    ["control characters", "cụm\u0000công\u0007nghiệp\u001B[31m\u0008"],
    ["lone surrogates", "cụm \uD800 công \uDC00 nghiệp"],
    ["combining marks without a letter", "\u0301\u0323 \u0302"],
    ["a byte-order mark and Windows line ends", "\uFEFFcụm\r\ncông\r\nnghiệp"],
    ["HTML", "<b>cụm công nghiệp</b>&amp;<script>"],
    ["a command", "/start@bot cụm công nghiệp"],
    ["only function words", "là gì thế ạ"],
    ["an object's own names", "constructor __proto__ toString hasOwnProperty"],
  ])("for %s", async (_, question) => {
    checkAnswer(await search.search(question), question);
  });

  test("for anything that a person can type", async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ..."Hà Nội cụm công nghiệp bao nhiêu TMĐT EVFTA 2020 4,7% khi nào chợ đầu mối how many exports".split(
          " ",
        ),
      ),
      fc.constantFrom(
        "nghiệp".normalize("NFD"),
        "uỷ",
        "ủy",
        "😀",
        "東",
        "\n",
        "?!",
        "…",
        "“",
        "\u0000",
        "\u202E",
      ),
      fc.string({ unit: "binary", maxLength: 8 }),
    );
    const typed = fc
      .array(fc.tuple(piece, fc.constantFrom(" ", " ", "", "  ", ", ")), { maxLength: 25 })
      .map((parts) => parts.flat().join(""));
    await fc.assert(
      fc.asyncProperty(typed, fc.option(typed, { nil: undefined }), async (question, previousQuestion) => {
        const options = previousQuestion === undefined ? {} : { previousQuestion };
        checkAnswer(await search.search(question, options), question);
      }),
      { numRuns: 60 },
    );
  });
});

describe("a question without a word", () => {
  test.each(["", " ", "\n\t ", "?!…", "😀👍", "—", "\u0000\u0001", "\u200B"])(
    "such as %j is not found and has no quotes",
    async (question) => {
      const answer = await search.search(question);
      expect(answer).toMatchObject({ answered: false, outcome: "not-found", confidence: 0, quotes: [] });
    },
  );
});

describe("an answer", () => {
  test("has five quotes at most, or as many as are asked for", async () => {
    const question = "công nghiệp hỗ trợ của Hà Nội";
    expect((await search.search(question)).quotes).toHaveLength(5);
    const most = (await search.search(question, { limit: 8 })).quotes;
    expect(most).toHaveLength(8);
    for (const limit of [1, 2, 3]) {
      expect((await search.search(question, { limit })).quotes).toEqual(most.slice(0, limit));
    }
  });

  test("is the same every time", async () => {
    const ask = async () => {
      const { elapsedMs: _, ...answer } = await search.search("Hà Nội hỗ trợ doanh nghiệp ra sao?");
      return answer;
    };
    expect(await ask()).toEqual(await ask());
  });

  test("is the same when many ask at once", async () => {
    const questions = ["EVFTA", "chợ đầu mối", "khuyến công", "logistics"];
    const alone: string[] = [];
    for (const question of questions) alone.push(firstMarked(await search.search(question)));
    const together = await Promise.all(questions.map((question) => search.search(question)));
    expect(together.map(firstMarked)).toEqual(alone);
  });

  test.each([
    ["Hà Nội đã thành lập mới bao nhiêu cụm công nghiệp?", "43 cụm công nghiệp với tổng diện tích 753,3 ha"],
    ["chi so san xuat cong nghiep 2020 tang bao nhieu", "tăng 4,7% so với năm trước"],
    ["How many new industrial clusters did Hanoi establish?", "43 cụm công nghiệp"],
    ["EVFTA", "(EVFTA)"],
  ])("to %j marks the sentence with %j", async (question, expected) => {
    const answer = await search.search(question);
    expect(answer.outcome).toBe("answered");
    expect(firstMarked(answer)).toContain(expected);
  });

  test.each([
    "Giá vàng hôm nay bao nhiêu?",
    "Ai vô địch World Cup?",
    "cách nấu phở bò",
    "thời tiết ngày mai",
  ])("to %j, which no article answers, is no answer", async (question) => {
    expect((await search.search(question)).outcome).not.toBe("answered");
  });
});

describe("articles", () => {
  test("come newest first, those without a date last, with all that is known of them and no text", async () => {
    const dated = (day: string) =>
      `---\npublished: ${day}\n---\nSở Công Thương Hà Nội họp ngày ${day} tại quận.`;
    const own = await searchFiles({
      "cu.md": dated("2019-05-01"),
      "khong-ngay.txt": "Sở Công Thương Hà Nội đã họp với các quận, huyện.",
      "moi.md": dated("2022-03-04"),
      "giua.md": dated("2020-12-31"),
    });
    expect(own.articles().map(({ id, publishedOn }) => [id, publishedOn])).toEqual([
      ["moi", "2022-03-04"],
      ["giua", "2020-12-31"],
      ["cu", "2019-05-01"],
      ["khong-ngay", null],
    ]);
    for (const article of own.articles()) expect(article).not.toHaveProperty("text");
  });
});

test("a quote of a PDF says on which page its answering sentence begins, others that there is none", async () => {
  const own = await searchFiles({
    "bao-cao.pdf": makePdf([
      ["Thành phố đã mở 300 lớp đào tạo nghề cho lao động nông thôn."],
      ["Các huyện ngoại thành có thêm 20 phiên chợ hàng Việt."],
      ["Hà Nội đã khai trương 12 điểm bán sản phẩm OCOP trong năm 2021."],
    ]),
    "khac.txt": sentenceAbout("giá điện"),
  });
  const { quotes } = await own.search("Hà Nội đã khai trương bao nhiêu điểm bán sản phẩm OCOP?");
  expect(quotes[0]).toMatchObject({ article: { id: "bao-cao" }, page: 3 });
  expect(quotes[0]?.article).not.toHaveProperty("pageStarts");
  const other = await own.search("giá điện");
  expect(other.quotes.find(({ article }) => article.id === "khac")?.page).toBeNull();
});

describe("a corpus of one article with one sentence", () => {
  const SENTENCE = "Hà Nội đã khai trương 12 điểm bán sản phẩm OCOP trong năm 2021.";

  test("answers with that sentence, and has nothing around it", async () => {
    const own = await searchFiles({ "ocop.txt": SENTENCE });
    const answer = await own.search("Hà Nội đã khai trương bao nhiêu điểm bán sản phẩm OCOP?");
    expect(answer.quotes).toHaveLength(1);
    expect(answer.quotes[0]).toMatchObject({
      rank: 1,
      text: SENTENCE,
      highlight: { start: 0, end: SENTENCE.length },
      paragraph: 1,
      start: 0,
      alsoIn: [],
    });
    expect(own.surroundings("ocop", 0)).toEqual({ before: null, after: null });
    expect((await own.search("😀")).quotes).toEqual([]);
    for (const question of ["vàng", "東京", "2019", "how much gold"]) {
      const other = await own.search(question);
      expect(other.quotes.every(({ text }) => text === SENTENCE)).toBe(true);
      expect(other.outcome).not.toBe("answered");
    }
  });
});
