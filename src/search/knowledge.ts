import type { Embedder } from "../embedding/embedder.ts";
import { loadLexicon } from "../language/load-lexicon.ts";
import { loadNearWords } from "../language/near-words.ts";
import { loadPlaces } from "../language/places.ts";
import { loadSyllableModel } from "../language/restoration/syllable-model.ts";
import { loadRankingModel } from "./model.ts";
import { loadOffTopic } from "./off-topic.ts";
import type { RetrievalParts } from "./retrieve.ts";

/** Everything that search needs but the index: what it knows whatever the articles are, and what embeds. */
export type Knowledge = Omit<RetrievalParts, "generation" | "answeredMemory">;

/** Reads all that comes with the product; it takes a moment, and serves for every generation. */
export function loadKnowledge(embedder: Embedder): Knowledge {
  return {
    embedder,
    model: loadRankingModel(),
    lexicon: loadLexicon(),
    nearWords: loadNearWords(),
    places: loadPlaces(),
    syllables: loadSyllableModel(),
    offTopic: loadOffTopic(embedder),
  };
}
