import type { Config } from "../config.ts";
import { loadEmbedder } from "../embedding/load-embedder.ts";
import { type Knowledge, loadKnowledge } from "../search/knowledge.ts";

/** Loads what retrieval needs but the index, as the product does. */
export async function loadModelParts(config: Config): Promise<Knowledge> {
  return loadKnowledge(
    await loadEmbedder({ model: config.embeddingModel, allowDownload: config.allowModelDownload }),
  );
}
