import type { Config } from "../config.ts";
import { loadEmbedder } from "../embedding/load-embedder.ts";
import { loadLexicon } from "../language/lexicon.ts";
import { loadNearWords } from "../language/near-words.ts";
import { loadSyllableModel } from "../language/restoration/syllable-model.ts";
import { loadRankingModel } from "../search/model.ts";
import type { RetrievalParts } from "../search/retrieve.ts";

/** Everything that retrieval needs but the index. */
export type ModelParts = Omit<RetrievalParts, "generation">;

/** Loads the models as the product does. */
export async function loadModelParts(config: Config): Promise<ModelParts> {
  return {
    embedder: await loadEmbedder({ model: config.embeddingModel, allowDownload: config.allowModelDownload }),
    model: loadRankingModel(),
    lexicon: loadLexicon(),
    nearWords: loadNearWords(),
    syllables: loadSyllableModel(),
  };
}
