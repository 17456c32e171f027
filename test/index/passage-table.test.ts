import { describe, expect, test } from "vitest";
import { PassageTable } from "../../src/index/passage-table.ts";

const passage = { start: 0, end: 1, sentences: [] };

describe("the passages of an article", () => {
  test.each([[[2, 1, 3]], [[1]], [[0, 2, 0, 0, 1]], [[]]])(
    "stand side by side in the order of the articles, also of an article that has none: %j",
    (counts) => {
      const table = PassageTable.build(counts.map((count) => new Array(count).fill(passage)));
      let first = 0;
      for (const [article, count] of counts.entries()) {
        expect(table.passagesOf(article)).toEqual({ first, end: first + count });
        for (let at = first; at < first + count; at++) expect(table.articleOf(at)).toBe(article);
        first += count;
      }
    },
  );
});
