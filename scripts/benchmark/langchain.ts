import { HNSWLib } from "@langchain/community/vectorstores/hnswlib";
import { Document } from "@langchain/core/documents";
import { Embeddings } from "@langchain/core/embeddings";
import type { Peer } from "../../src/benchmark/peers/peer.ts";
import type { Embedder } from "../../src/embedding/embedder.ts";

/** As deep as a list of answers goes. */
const DEPTH = 10;

/** Our embedder as LangChain.js wants one. */
class OurEmbeddings extends Embeddings {
  readonly #embedder: Embedder;

  constructor(embedder: Embedder) {
    super({});
    this.#embedder = embedder;
  }

  override async embedDocuments(texts: string[]): Promise<number[][]> {
    return (await this.#embedder.embedPassages(texts)).map((vector) => Array.from(vector));
  }

  override async embedQuery(text: string): Promise<number[]> {
    return Array.from(await this.#embedder.embedQuestion(text));
  }
}

/** LangChain.js' HNSWLib store, made from documents as its guide does. */
export function createLangChain(embedder: Embedder): Peer {
  return {
    async index(passages) {
      const documents = passages.map(({ id, text }) => new Document({ pageContent: text, metadata: { id } }));
      const store = await HNSWLib.fromDocuments(documents, new OurEmbeddings(embedder));
      return async (question) =>
        (await store.similaritySearch(question, DEPTH)).map(({ metadata }) => String(metadata.id));
    },
  };
}
