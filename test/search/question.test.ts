import { describe, expect, test } from "vitest";
import { LexicalIndex } from "../../src/index/lexical/lexical-index.ts";
import { loadLexicon } from "../../src/language/load-lexicon.ts";
import { loadNearWords, NearWords } from "../../src/language/near-words.ts";
import { loadSyllableModel } from "../../src/language/restoration/syllable-model.ts";
import { splitSyllables } from "../../src/language/syllables.ts";
import { parseTerms, type QuestionTerms } from "../../src/search/question.ts";
import { readRestored } from "../../src/search/restored-reading.ts";

const lexicon = loadLexicon();
const language = loadSyllableModel();
const lexical = LexicalIndex.build([
  ["Hà Nội thành lập mới 43 cụm công nghiệp."],
  ["Thương mại điện tử của Hà Nội tăng nhanh."],
  ["Các chợ cho thuê quầy hàng."],
  ["Trung tâm logistic ở Gia Lâm, khu phố 5, ngày 5."],
  ["Xuất khẩu đạt 16.150 triệu USD, tăng 3,5%."],
  ["Quý III gia tăng."],
  ["Có 5 dự án ở Bắc Ninh."],
]);

function parse(question: string, nearWords = new NearWords("")): QuestionTerms {
  const restored = readRestored(lexical, language, question);
  const likely = restored === null ? null : splitSyllables(restored);
  return parseTerms(lexical, lexicon, nearWords, language, question, 0, likely);
}

/** What stands for each concept besides what was typed, as the index spells it. */
function alternativesIn(question: string): string[] {
  return parse(question).concepts.flatMap(({ alternatives }) =>
    alternatives.map(({ terms }) =>
      terms
        .map(({ plain, folded }) =>
          plain >= 0 ? lexical.parts.plain.term(plain) : lexical.parts.folded.term(folded),
        )
        .join(" "),
    ),
  );
}

describe("parseTerms", () => {
  test("takes what asks for no matter of the question, in whatever form it is typed", () => {
    const massOf = (question: string) => parse(question).concepts.map(({ mass }) => mass);
    for (const asked of ["bao nhiêu cụm công nghiệp", "bao nhieu cụm công nghiệp", "bn cụm công nghiệp"]) {
      const [asks = 1, clusters = 0] = massOf(asked);
      expect(asks).toBeLessThan(clusters / 2);
    }
  });

  test("reads an abbreviation as what it stands for, where the articles write it out", () => {
    expect(alternativesIn("TMĐT")).toEqual(["thương mại điện tử"]);
    expect(alternativesIn("tmdt")).toEqual(["thương mại điện tử"]);
    expect(parse("TMĐT tăng").rewritten).toBe("thương mại điện tử tăng");
  });

  test("counts a short form that no article has half as a word of none, half as what it stands for", () => {
    const massOf = (question: string) => parse(question).concepts.at(-1)?.mass ?? 0;
    const meant = parse("Bắc Ninh").mass;
    expect(massOf("cụm BN")).toBeCloseTo((massOf("zzzz") + meant) / 2);
  });

  test("reads a short form in capitals as such, though in small letters it would be another word", () => {
    expect(alternativesIn("mấy DA")).toEqual(["dự án"]);
    expect(alternativesIn("DA ở BN")).toEqual(["dự án", "bắc ninh"]);
    expect(alternativesIn("da ở đâu")).toEqual([]);
    expect(alternativesIn("CAC CUM DA")).not.toContain("dự án");
  });

  test("reads English as the articles' Vietnamese, and leaves out English words that only shape the question", () => {
    expect(alternativesIn("industrial clusters")).toContain("cụm công nghiệp");
    expect(parse("how many industrial clusters").rewritten).toMatch(/cụm công nghiệp$/);
  });

  test("reads what people say as what officials write, and first as the articles have it side by side", () => {
    expect(alternativesIn("mua bán trên mạng")).toEqual(["thương mại điện tử"]);
    expect(parse("mua ban tren mang tăng").rewritten).toBe("thương mại điện tử tăng");
    // The articles have every word of "khu công nghiệp", but only "cụm công nghiệp" itself.
    expect(parse("khu xưởng sản xuất").rewritten).toBe("cụm công nghiệp");
  });

  test("reads a mistyped word as the one that was meant", () => {
    expect(alternativesIn("công nghệip")).toContain("nghiep");
    expect(parse("công nghệip").rewritten).toBe("công nghiep");
  });

  test("reads a number as the articles write it, however it is typed", () => {
    for (const typed of ["16 150", "16,150", "16150"]) expect(alternativesIn(typed)).toEqual(["16.150"]);
    expect(alternativesIn("3.5")).toEqual(["3,5"]);
    expect(parse("dat 16 150 trieu").rewritten).toBe("dat 16.150 trieu");
    expect(alternativesIn("16 151")).toEqual([]);
  });

  test("reads a numeral as the articles count, where they count so", () => {
    expect(alternativesIn("quý 3")).toEqual(["iii"]);
    expect(alternativesIn("quy III")).toEqual([]);
    expect(alternativesIn("phố V")).toEqual([]);
    expect(alternativesIn("ngày III")).toEqual([]);
  });

  test("takes no syllable of a word, and no bare one that is rather another, for a word of the lexicon", () => {
    const numerous = parse("tăng nhanh", loadNearWords());
    expect(parse("tăng trưởng", loadNearWords()).concepts[0]?.alternatives).toEqual([]);
    expect(numerous.concepts).toHaveLength(2);
  });

  test("finds no phrase across the end of the question before, and counts its pairs less", () => {
    const parsed = (contextWords: number) =>
      parseTerms(lexical, lexicon, new NearWords(""), language, "cụm công nghiệp", contextWords);
    expect(parsed(0).concepts).toHaveLength(1);
    expect(parsed(1).concepts.length).toBeGreaterThan(1);
    expect(parsed(0).pairs).toHaveLength(2);
    expect(parsed(1).pairs).toHaveLength(1);
    expect(parsed(3).pairMass).toBeLessThan(parsed(0).pairMass / 2);
  });

  test("takes no Vietnamese syllable for what an English question means", () => {
    expect(alternativesIn("what must the markets do")).not.toContain("mặt");
    expect(alternativesIn("which logistcs do they have")).toEqual([]);
    expect(alternativesIn("which logistics do they have")).toContain("logistic");
    expect(alternativesIn("which ones do they use")).toEqual([]);
  });

  test("reads a plural as its singular", () => {
    expect(alternativesIn("logistics")).toContain("logistic");
  });

  test("does not take another word of the language for a slip, nor a number, nor what is too long for a word", () => {
    expect(alternativesIn("phở")).toEqual([]);
    expect(alternativesIn("44")).toEqual([]);
    expect(alternativesIn("x".repeat(4_096))).toEqual([]);
  });

  test("has nothing to rewrite where the articles have every word", () => {
    expect(parse("cụm công nghiệp").rewritten).toBeNull();
    expect(parse("ha noi thanh lap").rewritten).toBeNull();
  });

  test("counts a word once however often it is said", () => {
    expect(parse("cụm cụm cụm").mass).toBeCloseTo(parse("cụm").mass);
    expect(parse("cụm cụm cụm").concepts).toHaveLength(1);
  });

  test("does not take a word with other diacritics for a repetition", () => {
    expect(parse("chợ cho ai").mass).toBeGreaterThan(parse("cho ai").mass + parse("chợ").mass * 0.9);
  });

  test("tells how much of the question the articles say side by side", () => {
    expect(parse("cụm công nghiệp").knownPairShare).toBe(1);
    expect(parse("nghiệp cụm").knownPairShare).toBe(0);
    expect(parse("cụm").knownPairShare).toBe(1);
    const half = parse("công nghiệp blockchain").knownPairShare;
    expect(half).toBeGreaterThan(0);
    expect(half).toBeLessThan(1);
  });

  test("finds the numbers and years of the question, without those of the one before", () => {
    const numbers = (question: string, contextWords = 0) =>
      parseTerms(lexical, lexicon, new NearWords(""), language, question, contextWords).numbers.length;
    expect(numbers("43 cụm năm 2020")).toBe(2);
    expect(numbers("43 cụm năm 2020", 2)).toBe(1);
    expect(numbers("bao nhiêu cụm")).toBe(0);
  });

  test("takes no word that shapes any question for what the number belongs to", () => {
    expect(parse("Hà Nội tăng bao nhiêu").numberSlot?.before?.isMarked).toBe(true);
    expect(parse("Hà Nội có bao nhiêu cụm").numberSlot?.before).toBeNull();
    expect(parse("Hà Nội là bao nhiêu").numberSlot).toBeNull();
  });

  test("finds the place of the number that is asked for", () => {
    const slot = parse("Hà Nội có bao nhiêu cụm công nghiệp").numberSlot;
    expect(slot?.after.map(([unit]) => lexical.parts.plain.term(unit?.plain ?? -1))).toContain("cụm");
    expect(parse("how many industrial clusters").numberSlot?.after).not.toEqual([]);
    expect(parse("cụm công nghiệp").numberSlot).toBeNull();
  });

  test.each(["", " ", "😀", "?!"])("finds nothing in %j", (question) => {
    expect(parse(question)).toMatchObject({ concepts: [], pairs: [], mass: 0, rewritten: null });
  });
});
