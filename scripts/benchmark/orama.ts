import { create, insertMultiple, search, type Tokenizer } from "@orama/orama";
import type { Peer } from "../../src/benchmark/peers/peer.ts";
import type { Embedder } from "../../src/embedding/embedder.ts";

/** As deep as a list of answers goes. */
const DEPTH = 10;

/**
 * Orama knows no Vietnamese and cuts words at each letter that English does not have. For other languages its
 * documentation says to bring a tokenizer: this one cuts where there is neither letter nor digit.
 */
function createWordTokenizer(): Tokenizer {
  return {
    language: "english",
    normalizationCache: new Map(),
    tokenize: (text) =>
      [...new Set(text.toLowerCase().split(/[^\p{L}\p{N}]+/u))].filter((word) => word !== ""),
  };
}

/** Full text, with its default settings or with a tokenizer that knows Vietnamese letters. */
export function createOrama(options: { readonly hasTokenizer: boolean }): Peer {
  return {
    async index(passages) {
      const components = options.hasTokenizer ? { tokenizer: createWordTokenizer() } : {};
      const database = create({ schema: { id: "string", title: "string", text: "string" }, components });
      await insertMultiple(database, [...passages]);
      return async (term) => {
        const { hits } = await search(database, { term, properties: ["title", "text"], limit: DEPTH });
        return hits.map(({ document }) => document.id);
      };
    },
  };
}

/** Full text and our vectors together, weighted as Orama does by itself. */
export function createOramaHybrid(embedder: Embedder): Peer {
  return {
    async index(passages) {
      const database = create({
        schema: {
          id: "string",
          title: "string",
          text: "string",
          embedding: `vector[${embedder.model.dimension}]`,
        },
        components: { tokenizer: createWordTokenizer() },
      });
      const vectors = await embedder.embedPassages(passages.map(({ text }) => text));
      await insertMultiple(
        database,
        passages.map((passage, at) => ({ ...passage, embedding: Array.from(vectors[at] ?? []) })),
      );
      return async (term) => {
        const value = Array.from(await embedder.embedQuestion(term));
        const { hits } = await search(database, {
          mode: "hybrid",
          term,
          properties: ["title", "text"],
          vector: { value, property: "embedding" },
          // Orama leaves out what is below 0.8, which is no threshold for this model: right passages are at 0.5.
          similarity: 0,
          limit: DEPTH,
        });
        return hits.map(({ document }) => document.id);
      };
    },
  };
}
