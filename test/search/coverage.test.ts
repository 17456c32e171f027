import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LexicalIndex } from "../../src/index/lexical/lexical-index.ts";
import { loadLexicon } from "../../src/language/load-lexicon.ts";
import { NearWords } from "../../src/language/near-words.ts";
import { loadSyllableModel } from "../../src/language/restoration/syllable-model.ts";
import { type Coverage, measureCoverage } from "../../src/search/coverage.ts";
import { parseTerms } from "../../src/search/question.ts";

const lexicon = loadLexicon();
const language = loadSyllableModel();

const SENTENCES = [
  "phố Hàng Mã bán đồ chơi",
  "quán phở bò đông khách",
  "doanh số thương mại điện tử tăng mạnh",
  "cụm công nghiệp Phú Nghĩa",
  "công nhân làm việc trong cụm",
  "nghiệp đoàn của cụm",
] as const;
const lexical = LexicalIndex.build(SENTENCES.map((sentence) => [sentence]));

/** How much of a question the sentences cover, one by one. */
function cover(question: string, index = lexical): Coverage[] {
  const terms = parseTerms(index, lexicon, new NearWords(""), language, question);
  const { tokens, sentenceTokens } = index.parts;
  return Array.from({ length: sentenceTokens.length - 1 }, (_, at) =>
    measureCoverage(index, terms, tokens.subarray(sentenceTokens[at], sentenceTokens[at + 1])),
  );
}

/** The same for one of them. */
function coverIn(question: string, sentence: (typeof SENTENCES)[number]): Coverage {
  const coverage = cover(question)[SENTENCES.indexOf(sentence)];
  if (coverage === undefined) throw new Error(`"${sentence}" is not there.`);
  return coverage;
}

describe("measureCoverage", () => {
  test("is whole where every word stands, and nothing where none does", () => {
    expect(coverIn("cụm công nghiệp", SENTENCES[3]).terms).toBeCloseTo(1);
    expect(coverIn("cụm công nghiệp", SENTENCES[3]).pairs).toBeCloseTo(1);
    expect(coverIn("cụm công nghiệp", SENTENCES[1])).toMatchObject({ terms: 0, pairs: 0, nearPairs: 0 });
  });

  test("holds what was typed with diacritics to them: phở is not phố", () => {
    expect(coverIn("phở", SENTENCES[1]).terms).toBe(1);
    expect(coverIn("phở", SENTENCES[0]).terms).toBeLessThan(0.5);
    expect(coverIn("phố", SENTENCES[0]).terms).toBe(1);
    expect(coverIn("phố", SENTENCES[1]).terms).toBeLessThan(0.5);
  });

  test("takes what was typed without diacritics for any of them", () => {
    for (const sentence of [SENTENCES[0], SENTENCES[1]]) expect(coverIn("pho", sentence).terms).toBe(1);
  });

  test("counts another way to say it, but less than the word itself and only as a phrase", () => {
    const written = coverIn("TMĐT", SENTENCES[2]).terms;
    expect(written).toBeGreaterThan(0.5);
    expect(written).toBeLessThan(1);
    expect(coverIn("thương mại điện tử", SENTENCES[2]).terms).toBeCloseTo(1);
    expect(coverIn("industrial cluster", SENTENCES[3]).terms).toBeGreaterThan(
      coverIn("industrial cluster", SENTENCES[4]).terms,
    );
  });

  test("counts pairs side by side, and those near each other in any order apart from them", () => {
    const apart = cover("mã bán", lexical)[0];
    expect(apart).toMatchObject({ pairs: 1, nearPairs: 1 });
    const turned = cover("bán mã", lexical)[0];
    expect(turned?.pairs).toBe(0);
    expect(turned?.nearPairs).toBe(1);
    const far = LexicalIndex.build([["cụm một hai ba bốn năm sáu đóng"]]);
    expect(cover("cụm đóng", far)[0]).toMatchObject({ terms: 1, pairs: 0, nearPairs: 0 });
  });

  test("weighs what is rare more than what stands everywhere", () => {
    const index = LexicalIndex.build([
      ["công nghiệp"],
      ["công nghiệp"],
      ["công nghiệp logistics"],
      ["logistics"],
    ]);
    const [industry = 0, , , logistics = 0] = cover("nghiệp logistics", index).map(({ terms }) => terms);
    expect(logistics).toBeGreaterThan(industry);
  });

  test("weighs words that only shape the question little", () => {
    const index = LexicalIndex.build([["chợ"], ["là của"], ["khác"]]);
    const [content = 0, shape = 0] = cover("chợ là của ai", index).map(({ terms }) => terms);
    expect(content).toBeGreaterThan(shape);
  });

  test("counts what no passage has against the share", () => {
    expect(coverIn("cụm blockchain", SENTENCES[3]).terms).toBeLessThan(0.7);
    expect(coverIn("cụm blockchain", SENTENCES[3]).terms).toBeGreaterThan(0);
  });

  test("is a share for any question and any sentence", () => {
    const word = fc.constantFrom(
      ..."phở phố pho cụm cum công nghiệp TMĐT thương mại điện tử industrial cluster bao nhiêu x 43 là".split(
        " ",
      ),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        for (const { terms, pairs, nearPairs, concepts } of cover(words.join(" "))) {
          for (const share of [terms, pairs, nearPairs, ...concepts]) {
            expect(share).toBeGreaterThanOrEqual(0);
            expect(share).toBeLessThanOrEqual(1 + 1e-9);
          }
          expect(nearPairs).toBeGreaterThanOrEqual(pairs);
        }
      }),
    );
  });
});
