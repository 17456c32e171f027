import MiniSearch from "minisearch";
import type { Peer } from "../../src/benchmark/peers/peer.ts";

/** MiniSearch with its default settings: any of the words, BM25+. */
export const minisearch: Peer = {
  async index(passages) {
    const search = new MiniSearch({ fields: ["title", "text"] });
    search.addAll(passages);
    return async (question) => search.search(question).map(({ id }) => String(id));
  },
};
