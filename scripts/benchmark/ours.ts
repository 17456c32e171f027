import type { Peer } from "../../src/benchmark/peers/peer.ts";
import type { Embedder } from "../../src/embedding/embedder.ts";
import { indexBenchmark } from "../../src/evaluation/memory-generation.ts";
import { createSearch } from "../../src/search/create-search.ts";
import { loadKnowledge } from "../../src/search/knowledge.ts";

/** The bot's whole search, with answering sentences, confidence and quotes. */
export function createOurs(embedder: Embedder): Peer {
  const knowledge = loadKnowledge(embedder);
  return {
    async index(passages) {
      const generation = await indexBenchmark(passages, embedder);
      const search = createSearch({ generation, ...knowledge });
      return async (question) => (await search.search(question)).quotes.map(({ article }) => article.id);
    },
  };
}
