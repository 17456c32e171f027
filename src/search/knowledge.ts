import { loadLexicon } from "../language/load-lexicon.ts";
import { loadNearWords } from "../language/near-words.ts";
import { loadSyllableModel } from "../language/restoration/syllable-model.ts";
import { loadRankingModel } from "./model.ts";
import type { RetrievalParts } from "./retrieve.ts";

/** What search knows whatever the articles are. */
export type Knowledge = Omit<RetrievalParts, "generation" | "embedder">;

/** Reads all that comes with the product; it takes a moment, and serves for every generation. */
export function loadKnowledge(): Knowledge {
  return {
    model: loadRankingModel(),
    lexicon: loadLexicon(),
    nearWords: loadNearWords(),
    syllables: loadSyllableModel(),
  };
}
