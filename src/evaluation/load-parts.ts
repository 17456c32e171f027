import type { Config } from "../config.ts";
import { loadEmbedder } from "../embedding/load-embedder.ts";
import { loadKnowledge } from "../search/knowledge.ts";
import type { RetrievalParts } from "../search/retrieve.ts";

/** Everything that retrieval needs but the index. */
export type ModelParts = Omit<RetrievalParts, "generation">;

/** Loads the models as the product does. */
export async function loadModelParts(config: Config): Promise<ModelParts> {
  return loadKnowledge(
    await loadEmbedder({ model: config.embeddingModel, allowDownload: config.allowModelDownload }),
  );
}
