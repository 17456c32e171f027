import type { Embedder } from "./embedder.ts";
import type { EmbedderOptions } from "./local-embedder.ts";
import { isStatic, locateModel, MODELS_DIR } from "./model-files.ts";
import { loadStaticEmbedder } from "./static-embedder.ts";

/**
 * Loads an embedding model: one that only looks vectors up without the library where it can, which is imported for
 * the others only, because that alone takes a quarter of a second; one that computes for long into threads of its
 * own, so that meanwhile this one answers.
 *
 * @throws with one clear sentence when the model is missing or cannot be loaded
 */
export async function loadEmbedder(options: EmbedderOptions): Promise<Embedder> {
  const location = locateModel(options.model, options.modelsDir ?? MODELS_DIR);
  if (!(await isStatic(location))) {
    const { loadPooledEmbedder } = await import("./pooled-embedder.ts");
    return loadPooledEmbedder(options);
  }
  const embedder = await loadStaticEmbedder(location);
  if (embedder !== null) return embedder;
  const { loadLocalEmbedder } = await import("./local-embedder.ts");
  return loadLocalEmbedder(options);
}
