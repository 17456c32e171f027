import { loadEmbedder } from "../embedding/load-embedder.ts";
import type { BuildReport } from "../index/build-report.ts";
import { listGenerations, openIndex, readCurrent } from "../index/open-generation.ts";
import { watchIndex } from "../index/watch-index.ts";
import { createLiveSearch, type LiveSearch } from "./live-search.ts";

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
  /** Called when the file that names the live generation is gone or damaged, with the one taken instead. */
  readonly onCurrentLost?: (name: string) => void;
  /** Take over new generations as they are built, and tell of it. Default: answer from this one for good. */
  readonly follow?: FollowOptions;
}

export interface FollowOptions {
  readonly onReplaced: (generation: string) => void;
  /** The new generation cannot be used; the one before stays. */
  readonly onRefused: (generation: string, reason: string) => void;
  readonly intervalMs?: number;
}

/** Somebody else may be building the first index at this moment; theirs serves as well. */
const WAIT_FOR_OTHER_BUILD_MS = 120_000;

/**
 * Opens the index, after building it where there is none, and answers from it.
 * @throws with one clear sentence when the model, the articles or the index cannot be used
 */
export async function loadSearch(options: LoadSearchOptions): Promise<LiveSearch> {
  const { articlesDir, indexDir, onBuild, onBuilt, onDamaged } = options;
  const embedder = await loadEmbedder({ model: options.model, allowDownload: options.allowModelDownload });
  let generation = await openIndex(indexDir, embedder.model, onDamaged);
  if (generation === null) {
    onBuild?.();
    // What reads every format is imported only where it is used: it would take a quarter of the start.
    const { buildIndex } = await import("../index/build-index.ts");
    const report = await buildIndex({ articlesDir, indexDir, embedder, waitMs: WAIT_FOR_OTHER_BUILD_MS });
    onBuilt?.(report);
    generation = await openIndex(indexDir, embedder.model, onDamaged);
  }
  if (generation === null)
    throw new Error(`The index in "${indexDir}" vanished while it was opened; try again.`);
  const { name } = generation;
  const current = await readCurrent(indexDir);
  if (current === null || !(await listGenerations(indexDir)).includes(current)) options.onCurrentLost?.(name);
  const live = createLiveSearch(generation, embedder);
  if (options.follow) {
    const { onReplaced, ...follow } = options.follow;
    const stop = watchIndex({
      ...follow,
      indexDir,
      model: embedder.model,
      live: name,
      onGeneration(next) {
        live.replace(next);
        onReplaced(next.name);
      },
    });
    live.onClose(stop);
  }
  return live;
}
