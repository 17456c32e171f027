import { loadEmbedder } from "../embedding/load-embedder.ts";
import { type BuildReport, buildIndex } from "../index/build-index.ts";
import { openIndex } from "../index/open-generation.ts";
import type { Search } from "./answer.ts";
import { createSearch } from "./create-search.ts";

export interface LoadSearchOptions {
  readonly articlesDir: string;
  readonly indexDir: string;
  readonly model: string;
  readonly allowModelDownload: boolean;
  /** Called when there is no index and one is about to be built. */
  readonly onBuild?: () => void;
  readonly onBuilt?: (report: BuildReport) => void;
  /** Called for each generation that is damaged and was passed over. */
  readonly onDamaged?: (name: string, reason: string) => void;
}

/** Somebody else may be building the first index at this moment; theirs serves as well. */
const WAIT_FOR_OTHER_BUILD_MS = 120_000;

/**
 * Opens the index, after building it where there is none, and answers from it.
 * @throws with one clear sentence when the model, the articles or the index cannot be used
 */
export async function loadSearch(options: LoadSearchOptions): Promise<Search> {
  const { articlesDir, indexDir, onBuild, onBuilt, onDamaged } = options;
  const embedder = await loadEmbedder({ model: options.model, allowDownload: options.allowModelDownload });
  let generation = await openIndex(indexDir, embedder.model, onDamaged);
  if (generation === null) {
    onBuild?.();
    const report = await buildIndex({ articlesDir, indexDir, embedder, waitMs: WAIT_FOR_OTHER_BUILD_MS });
    onBuilt?.(report);
    generation = await openIndex(indexDir, embedder.model, onDamaged);
  }
  if (generation === null)
    throw new Error(`The index in "${indexDir}" vanished while it was opened; try again.`);
  return createSearch({ generation, embedder });
}
