import { beforeAll, describe, expect, test } from "vitest";
import { indexBenchmark } from "../../src/evaluation/memory-generation.ts";
import type { Generation } from "../../src/index/generation.ts";
import type { Search } from "../../src/search/answer.ts";
import { createSearch } from "../../src/search/create-search.ts";
import { loadKnowledge } from "../../src/search/knowledge.ts";
import { loadBundledEmbedder } from "../support/embedders.ts";
import { firstMarked } from "../support/search.ts";

const PASSAGES = [
  { id: "cum", title: "Cụm công nghiệp", text: "Có 43 cụm công nghiệp.\r\nTổng diện tích là 753,3 ha." },
  { id: "cho", title: "", text: "Chợ đầu mối ở Đông Anh." },
  { id: "dien", title: "Điện", text: "Giá điện giữ nguyên. ".repeat(200).normalize("NFD") },
];

let generation: Generation;
let search: Search;
beforeAll(async () => {
  const embedder = await loadBundledEmbedder();
  generation = await indexBenchmark(PASSAGES, embedder);
  search = createSearch({ generation, ...loadKnowledge(embedder) });
});

describe("a benchmark in memory", () => {
  test("has one article of one passage for each of its passages, however long, in their order", () => {
    const { passages, articles, vectors, dense, lexical, manifest } = generation;
    expect(articles.map(({ id }) => id)).toEqual(["cum", "cho", "dien"]);
    expect(articles.map(({ title }) => title)).toEqual(["Cụm công nghiệp", null, "Điện"]);
    for (const [at, article] of articles.entries()) {
      expect(passages.articleOf(at)).toBe(at);
      expect(passages.span(at)).toEqual({ start: 0, end: article.text.length });
    }
    expect(passages.count).toBe(3);
    expect(lexical.passageCount).toBe(3);
    expect(manifest.counts).toEqual({ articles: 3, passages: 3, sentences: passages.sentenceCount });
    expect(dense.search(vectors.passages.slice(0, vectors.dimension), 3)[0]?.passage).toBe(0);
  });

  test("is searched as an index on disk is", async () => {
    const answer = await search.search("tổng diện tích các cụm là bao nhiêu");
    expect(answer.quotes[0]?.article.id).toBe("cum");
    expect(firstMarked(answer)).toBe("Tổng diện tích là 753,3 ha.");
    expect(answer.quotes.map(({ article }) => article.id)).toContain("cho");
  });
});
