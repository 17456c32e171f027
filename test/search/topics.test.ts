import { beforeAll, describe, expect, test } from "vitest";
import { splitSyllables } from "../../src/language/syllables.ts";
import type { Search } from "../../src/search/answer.ts";
import { SEEDS } from "../support/corpus.ts";
import { searchFolder } from "../support/search.ts";

const UNANSWERED = [
  "Giá vàng hôm nay bao nhiêu?",
  "Ai vô địch World Cup?",
  "thời tiết ngày mai",
  "cách nấu phở bò",
  "who won the election",
  "lịch thi đấu bóng đá",
];

let search: Search;
beforeAll(async () => {
  search = await searchFolder(SEEDS);
});

describe("topics", () => {
  test.each(UNANSWERED)("are offered when %j is not answered: three at most, each once", async (question) => {
    const { topics } = await search.search(question);
    expect(topics.length).toBeGreaterThan(0);
    expect(topics.length).toBeLessThanOrEqual(3);
    expect(new Set(topics).size).toBe(topics.length);
    for (const topic of topics) expect(splitSyllables(topic).length).toBeGreaterThan(1);
  });

  test("are themselves answered when they are asked, by quotes that name them", async () => {
    const offered = new Set<string>();
    for (const question of UNANSWERED) {
      for (const topic of (await search.search(question)).topics) offered.add(topic);
    }
    let answered = 0;
    for (const topic of offered) {
      const answer = await search.search(topic);
      expect(answer.quotes.map(({ text }) => splitSyllables(text).join(" ")).join("\n")).toContain(
        splitSyllables(topic).join(" "),
      );
      if (answer.answered) answered++;
    }
    // A few stand in several articles alike, so that none of them leads.
    expect(answered / offered.size).toBeGreaterThan(0.8);
  });

  test("are not offered beside an answer, nor for a question without a word", async () => {
    for (const question of ["EVFTA", "😀", ""]) {
      expect((await search.search(question)).topics).toEqual([]);
    }
  });
});
