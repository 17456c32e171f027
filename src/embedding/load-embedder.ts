import type { Embedder } from "./embedder.ts";
import { type EmbedderOptions, loadLocalEmbedder } from "./local-embedder.ts";
import { isStatic, locateModel, MODELS_DIR } from "./model-files.ts";
import { loadPooledEmbedder } from "./pooled-embedder.ts";

/**
 * Loads an embedding model for transformers.js: one that computes for long into threads of its own, so that
 * meanwhile this one answers, and one that only looks vectors up into this thread.
 *
 * @throws with one clear sentence when the model is missing or cannot be loaded
 */
export async function loadEmbedder(options: EmbedderOptions): Promise<Embedder> {
  const isQuick = await isStatic(locateModel(options.model, options.modelsDir ?? MODELS_DIR));
  return isQuick ? loadLocalEmbedder(options) : loadPooledEmbedder(options);
}
