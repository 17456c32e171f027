import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Article } from "../../src/articles/article.ts";
import { cutLongSentence, measureLength } from "../../src/articles/cut.ts";
import { DEFAULT_CHUNKING, type Passage, splitPassages } from "../../src/articles/passages.ts";
import { readArticle } from "../../src/articles/read-article.ts";
import { SkipError } from "../../src/articles/skip.ts";
import { normaliseText } from "../../src/language/normalise.ts";
import { splitSentences } from "../../src/language/sentences.ts";
import { arbitraryFile } from "../support/arbitrary-texts.ts";
import { articleOf, sentenceAbout } from "../support/corpus.ts";

const LONE_SURROGATE = /\p{Cs}/u;

/** As many words as its number says, in one sentence. */
function sentenceOf(words: number): string {
  return `Hà ${"tăng ".repeat(words - 2)}lên.`;
}

function textsOf({ text }: Article, passages: readonly Passage[]): string[] {
  return passages.map(({ start, end }) => text.slice(start, end));
}

/** What every article's passages keep to, whatever the file. */
function checkPassages(
  article: Article,
  passages: readonly Passage[],
  { maxWords } = DEFAULT_CHUNKING,
): void {
  const { text, paragraphs } = article;
  let last = 0;
  for (const passage of passages) {
    const { start, end, sentences } = passage;
    const quote = text.slice(start, end);
    expect(start).toBeGreaterThanOrEqual(last);
    expect(quote).not.toMatch(LONE_SURROGATE);
    expect(quote).toBe(quote.trim());
    expect(quote).not.toBe("");
    expect(measureLength(text, passage)).toBeLessThanOrEqual(maxWords);
    expect([sentences[0]?.start, sentences.at(-1)?.end]).toEqual([start, end]);
    const sections = sentences.map(({ paragraph }) => paragraphs[paragraph - 1]?.section);
    expect(new Set(sections).size).toBe(1);
    last = end;
  }
  const pieces = passages.flatMap(({ sentences }) => sentences);
  for (const paragraph of paragraphs) {
    const own = pieces.filter((piece) => piece.paragraph === paragraph.number);
    for (const { start, end } of splitSentences(text.slice(paragraph.start, paragraph.end))) {
      const sentence = { start: paragraph.start + start, end: paragraph.start + end };
      const inside = own.filter((piece) => piece.start >= sentence.start && piece.end <= sentence.end);
      expect(joinPieces(text, inside)).toBe(text.slice(sentence.start, sentence.end).replace(/\s+/g, ""));
      if (measureLength(text, sentence) <= maxWords) expect(inside).toHaveLength(1);
    }
  }
}

function readIfProse(file: string, text: string): Article | null {
  try {
    return readArticle(file, text);
  } catch (error) {
    if (error instanceof SkipError && error.reason === "no-prose") return null;
    throw error;
  }
}

function joinPieces(text: string, pieces: ReadonlyArray<{ start: number; end: number }>): string {
  return pieces.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, "")).join("");
}

describe("splitPassages", () => {
  test.each([".txt", ".md"])("keeps to its promises for any %s file", (extension) => {
    fc.assert(
      fc.property(arbitraryFile, (raw) => {
        const text = normaliseText(raw);
        // Marks such as ``` or <!-- may make all of a Markdown file no prose.
        const article = readIfProse(`bai${extension}`, text);
        fc.pre(article !== null);
        expect(article.text).toBe(text);
        checkPassages(article, splitPassages(article));
      }),
      { numRuns: 150 },
    );
  });

  test("cuts words that hang together by marks alone", () => {
    const prose = "Sở “kép”v.v... Hà.";
    const pieces = cutLongSentence(prose, { start: 0, end: prose.length }, 2);
    expect(pieces.map(({ start, end }) => prose.slice(start, end))).toEqual(["Sở", "“kép”v.", "v...", "Hà."]);
  });

  test("keeps to other numbers, too", () => {
    fc.assert(
      fc.property(arbitraryFile, fc.integer({ min: 1, max: 20 }), (raw, minWords) => {
        const chunking = { minWords, maxWords: minWords * 2 };
        const article = articleOf(raw);
        checkPassages(article, splitPassages(article, chunking), chunking);
      }),
      { numRuns: 50 },
    );
  });

  test.each([
    ["with spaces", "Hà Nội tăng trưởng xuất khẩu "],
    ["with stops", "Hà Nội tăng. "],
    ["with semicolons", "rà soát chợ; "],
    ["without spaces", "a"],
    ["of emoji", "😀"],
    ["of white space between two words", " "],
  ])("cuts a megabyte on one line %s", (_, repeated) => {
    const article = articleOf(`x${repeated.repeat(1_000_000 / repeated.length)}y.`);
    const passages = splitPassages(article);
    const longest = Math.max(...passages.map((passage) => measureLength(article.text, passage)));
    expect(longest).toBeLessThanOrEqual(DEFAULT_CHUNKING.maxWords);
    expect(
      textsOf(article, passages).every((quote) => !LONE_SURROGATE.test(quote) && quote.trim() === quote),
    ).toBe(true);
    expect(textsOf(article, passages).join("").replace(/\s+/g, "")).toBe(article.text.replace(/\s+/g, ""));
  });

  test("joins short paragraphs and parts long ones between sentences", () => {
    const short = articleOf([sentenceOf(30), sentenceOf(40), sentenceOf(35)].join("\n"));
    expect(textsOf(short, splitPassages(short))).toEqual([short.text]);
    const long = articleOf([sentenceOf(80), sentenceOf(70), sentenceOf(90)].join(" "));
    expect(splitPassages(long).map((passage) => measureLength(long.text, passage))).toEqual([80, 70, 90]);
  });

  test("never joins what a caption or a heading parts", () => {
    const [first, second] = [sentenceAbout("khuyến công"), sentenceAbout("kích cầu")];
    const article = articleOf(`${first}\n\nQuang cảnh hội nghị. Ảnh: Thùy Linh\n\n${second}`);
    expect(textsOf(article, splitPassages(article))).toEqual([first, second]);
  });

  test("numbers the paragraph of each sentence", () => {
    const article = articleOf(`Giá tăng. Lương tăng.\n\nXuất khẩu giảm.`);
    expect(splitPassages(article)[0]?.sentences.map(({ paragraph }) => paragraph)).toEqual([1, 1, 2]);
  });

  test("cuts an endless sentence at semicolons, else at commas, else between words", () => {
    const item = `rà soát ${"chợ ".repeat(60)}`.trim();
    const bySemicolon = articleOf(`${item}, và; ${item}; ${item}.`);
    expect(textsOf(bySemicolon, splitPassages(bySemicolon))).toEqual([
      `${item}, và;`,
      `${item};`,
      `${item}.`,
    ]);
    const byComma = articleOf(`${item}, ${item}, ${item}.`);
    expect(textsOf(byComma, splitPassages(byComma))).toEqual([`${item},`, `${item},`, `${item}.`]);
    const byWord = articleOf(`${"chợ ".repeat(150)}mới.`);
    expect(textsOf(byWord, splitPassages(byWord)).every((quote) => /^(chợ ?)+(mới\.)?$/.test(quote))).toBe(
      true,
    );
  });
});
