import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { packArrays } from "../../../src/index/array-file.ts";
import { LexicalIndex, STREAMS, type Stream } from "../../../src/index/lexical/lexical-index.ts";
import { foldDiacritics } from "../../../src/language/fold.ts";
import { splitSyllables } from "../../../src/language/syllables.ts";

const K1 = 1.2;
const B = 0.75;

/** The terms of a text in one stream, by their names. */
const TERMS: Readonly<Record<Stream, (syllables: readonly string[]) => string[]>> = {
  plain: (syllables) => [...syllables],
  plainPairs: pairsOf,
  folded: (syllables) => syllables.map(foldDiacritics),
  foldedPairs: (syllables) => pairsOf(syllables.map(foldDiacritics)),
};

function pairsOf(terms: readonly string[]): string[] {
  return terms.flatMap((term, at) => (at === 0 ? [] : [`${terms[at - 1]} ${term}`]));
}

/** BM25 by its book (Robertson & Zaragoza 2009, eq. 3.15), as a share of the most that the question could get. */
function scoreNaively(passages: readonly string[][], question: string, stream: Stream): number[] {
  const documents = passages.map((sentences) => sentences.flatMap(splitSyllables));
  const average = documents.reduce((sum, { length }) => sum + length, 0) / documents.length;
  const asked = new Set(TERMS[stream](splitSyllables(question)));
  const idf = (term: string): number => {
    const holding = documents.filter((document) => TERMS[stream](document).includes(term)).length;
    return Math.log(1 + (documents.length - holding + 0.5) / (holding + 0.5));
  };
  const attainable = [...asked].reduce((sum, term) => sum + idf(term) * (K1 + 1), 0);
  return documents.map((document) => {
    let score = 0;
    for (const term of asked) {
      const frequency = TERMS[stream](document).filter((other) => other === term).length;
      const length = 1 - B + (B * document.length) / Math.max(1, average);
      score += (idf(term) * frequency * (K1 + 1)) / (frequency + K1 * length);
    }
    return attainable === 0 ? 0 : score / attainable;
  });
}

const syllable = fc.constantFrom(
  ..."cụm cum công cong nghiệp nghiep Hà Nội 43 4,7 EVFTA hoà hòa tăng".split(" "),
);
const sentence = fc.array(syllable, { maxLength: 8 }).map((words) => words.join(" "));
const corpus = fc.array(fc.array(sentence, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 });
const question = fc.array(fc.oneof(syllable, fc.constantFrom("vàng", "gold")), { maxLength: 6 });

describe("the lexical index", () => {
  test("scores as a naive BM25 does in all four streams, before and after storing", () => {
    fc.assert(
      fc.property(corpus, question, (passages, words) => {
        const asked = words.join(" ");
        const built = LexicalIndex.build(passages);
        const stored = LexicalIndex.read(Buffer.concat(packArrays(built.store())));
        for (const index of [built, stored]) {
          expect(index.passageCount).toBe(passages.length);
          const scores = index.score(index.analyse(asked));
          for (const stream of STREAMS) {
            const naive = scoreNaively(passages, asked, stream);
            for (const [at, score] of scores[stream].entries()) {
              expect(score).toBeCloseTo(naive[at] ?? Number.NaN, 5);
              expect(score).toBeGreaterThanOrEqual(0);
              expect(score).toBeLessThanOrEqual(1);
            }
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  const index = LexicalIndex.build([
    ["Thành lập mới 43 cụm công nghiệp.", "Tổng diện tích 753,3 ha."],
    ["Cùm chân và công việc nghiệp dư."],
    ["Khu công nghệ cao Hoà Lạc."],
  ]);

  function bestOf(stream: Stream, asked: string): number {
    const scores = index.score(index.analyse(asked))[stream];
    return scores.indexOf(Math.max(...scores));
  }

  test("finds words without diacritics in the folded streams only", () => {
    const scores = index.score(index.analyse("cum cong nghiep"));
    expect([...scores.plain, ...scores.plainPairs].every((score) => score === 0)).toBe(true);
    expect(scores.folded[1]).toBeGreaterThan(0);
    expect(bestOf("foldedPairs", "cum cong nghiep")).toBe(0);
    expect(scores.foldedPairs[1]).toBe(0);
  });

  test("gives some passages the scores that it gives all, of several readings the one that fits each best", () => {
    const readings = fc.array(
      question.map((words) => words.join(" ")),
      { minLength: 1, maxLength: 3 },
    );
    fc.assert(
      fc.property(corpus, readings, (passages, asked) => {
        const made = LexicalIndex.build(passages);
        const queries = asked.map((reading) => made.analyse(reading));
        const all = queries.map((query) => made.score(query));
        const places = passages.map((_, passage) => passage).reverse();
        for (const [at, scores] of made.scorePassages(queries, places).entries()) {
          for (const stream of STREAMS) {
            const best = Math.max(...all.map((each) => each[stream][places[at] ?? 0] ?? 0));
            expect(scores[stream]).toBeCloseTo(best, 5);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  test("finds the passages with the largest sums of scores, however often it is asked", () => {
    fc.assert(
      fc.property(corpus, question, fc.integer({ min: 1, max: 5 }), (passages, words, k) => {
        const made = LexicalIndex.build(passages);
        const query = made.analyse(words.join(" "));
        const scores = made.score(query);
        const sumOf = (passage: number) =>
          STREAMS.reduce((sum, each) => sum + (scores[each][passage] ?? 0), 0);
        const sums = passages.map((_, passage) => sumOf(passage)).filter((sum) => sum > 0);
        const largest = sums.sort((a, b) => b - a).slice(0, k);
        for (let time = 0; time < 2; time++) {
          const found = made.findBest([query, query], k);
          expect(new Set(found).size).toBe(largest.length);
          for (const [at, sum] of found
            .map(sumOf)
            .sort((a, b) => b - a)
            .entries())
            expect(sum).toBeCloseTo(largest[at] ?? Number.NaN, 5);
        }
      }),
      { numRuns: 200 },
    );
  });

  test("leaves common words out where they stand in too many passages", () => {
    const many = LexicalIndex.build([["chợ đêm"], ...Array.from({ length: 9 }, () => ["chợ phiên"])]);
    const query = many.analyse("chợ đêm");
    expect(many.findBest([query], 10)).toHaveLength(10);
    expect(many.findBest([query], 10, 5)).toEqual([0]);
    expect(many.findBest([many.analyse("chợ")], 10, 5)).toHaveLength(10);
  });

  test("knows both ways to place a tone", () => {
    expect(bestOf("plainPairs", "Hòa Lạc")).toBe(2);
  });

  test("counts a word once however often it is asked, and what is unseen against the share", () => {
    const share = (asked: string) => index.score(index.analyse(asked)).plain[0] ?? 0;
    expect(share("cụm cụm cụm")).toBe(share("cụm"));
    expect(share("cụm vàng")).toBeLessThan(share("cụm") / 2);
    expect(share("cụm vàng bạc")).toBeLessThan(share("cụm vàng"));
  });

  test("gives 0 everywhere for a question without words", () => {
    for (const asked of ["", "😀 ?!"]) {
      const scores = index.score(index.analyse(asked));
      expect(STREAMS.flatMap((stream) => [...scores[stream]]).every((score) => score === 0)).toBe(true);
    }
  });

  test("keeps a word that stands more often in a passage than a byte can count", () => {
    const many = LexicalIndex.build([["tăng ".repeat(1_000)], ["giảm"]]);
    const [first = 0, second = 1] = many.score(many.analyse("tăng")).plain;
    expect(first).toBeGreaterThan(0.9);
    expect(second).toBe(0);
  });
});
