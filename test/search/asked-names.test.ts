import { beforeAll, describe, expect, test } from "vitest";
import type { Generation } from "../../src/index/generation.ts";
import { loadPlaces } from "../../src/language/places.ts";
import { findAskedNames, shareMissed } from "../../src/search/asked-names.ts";
import { makeCorpus } from "../support/corpus.ts";
import { indexFolder } from "../support/search.ts";

const places = loadPlaces();
let generation: Generation;
beforeAll(async () => {
  generation = await indexFolder(
    await makeCorpus({
      "a.txt": "Bắc Ninh mở rộng làng nghề\nTỉnh có 62 làng nghề, bà Ngô Thu Hương cho biết.\n",
      "b.txt": "Giá điện sinh hoạt tại Hoa Kỳ được giữ nguyên.",
    }),
  );
});

const namesIn = (question: string) => findAskedNames(generation.lexical, places, question);

/** What is missed in the passage that holds a text, where each name is all that is asked about. */
function missedIn(question: string, text: string): { places: number; others: number } {
  const names = namesIn(question);
  const passage = [...Array(generation.passages.count).keys()].find((at) => {
    const { start, end } = generation.passages.span(at);
    return generation.articles[generation.passages.articleOf(at)]?.text.slice(start, end).includes(text);
  });
  if (passage === undefined) throw new Error(`No passage holds "${text}".`);
  const miss = (of: typeof names.places) => (of.length > 0 ? shareMissed(generation, of, 1e-6, passage) : 0);
  return { places: miss(names.places), others: miss(names.others) };
}

describe("names in a question", () => {
  test("are places, and words with capitals side by side that are none", () => {
    const { places: found, others } = namesIn("Ông Ngô Xuân Bách ở Lạng Sơn nói gì về làng nghề?");
    expect(found).toHaveLength(1);
    // `Ông Ngô`, `Ngô Xuân` and `Xuân Bách`.
    expect(others).toHaveLength(3);
  });

  test("are none in a question of capitals or none", () => {
    expect(namesIn("Giá Điện Sinh Hoạt").others).toEqual([]);
    expect(namesIn("giá điện sinh hoạt thế nào").others).toEqual([]);
    expect(namesIn("")).toEqual({ places: [], others: [] });
  });
});

describe("what a passage misses of the names", () => {
  test.each([
    ["Bắc Ninh có bao nhiêu làng nghề?", "62 làng nghề", 0],
    ["bac ninh co bao nhieu lang nghe", "62 làng nghề", 0],
    ["Lào Cai có bao nhiêu làng nghề?", "62 làng nghề", 1],
    ["Giá điện ở Mỹ thế nào?", "Giá điện", 0],
    ["How much is electricity in the United States?", "Giá điện", 0],
    ["How much is electricity in France?", "Giá điện", 1],
  ])("%j, places, in %j: %d", (question, text, missed) => {
    expect(missedIn(question, text).places).toBe(missed);
  });

  test.each([
    ["bà Ngô Thu Hương nói gì về làng nghề", "62 làng nghề", 0],
    ["bà Ngo Thu Huong nói gì về làng nghề", "62 làng nghề", 0],
    ["bà Đỗ Hồng Loan nói gì về làng nghề", "62 làng nghề", 1],
  ])("%j, other names, in %j: %d", (question, text, missed) => {
    expect(missedIn(question, text).others).toBe(missed);
  });
});
