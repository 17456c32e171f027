import type { Chunking } from "../articles/passages.ts";
import type { EmbeddingModel } from "../embedding/embedder.ts";
import type { Generation } from "./generation.ts";
import { layoutOf } from "./layout.ts";
import type { Manifest } from "./manifest.ts";
import { listGenerations, openArticles, openIndex } from "./open-generation.ts";
import type { StoredArticle } from "./stored-article.ts";

/** Why nothing, or not all that could have been, was taken from the generation before. */
export interface Rebuild {
  readonly reason: "forced" | "model" | "chunking" | "unusable";
  /** What it was, where there is something to compare. */
  readonly before: string;
  readonly now: string;
}

/** What a build begins with. */
export interface Previous {
  /** The generation that the new articles are compared with; `null` where there is none that can be read. */
  readonly name: string | null;
  readonly articles: readonly StoredArticle[];
  /** Whose vectors may be taken; `null` when none fits. To be closed. */
  readonly generation: Generation | null;
  /** Whether what it was made with is still what would be made. */
  readonly rebuild: Rebuild | null;
}

/**
 * Opens what there is before a build. A generation of another model is still good to compare articles with; one
 * that is damaged only means that nothing can be taken from it.
 */
export async function openPrevious(
  indexDir: string,
  model: EmbeddingModel,
  chunking: Chunking,
): Promise<Previous> {
  const [live] = await listGenerations(indexDir);
  if (live === undefined) return { name: null, articles: [], generation: null, rebuild: null };
  const generation = await openIndex(indexDir, model).catch(() => null);
  const compared =
    generation?.name === live
      ? generation
      : await openArticles(layoutOf(indexDir).generation(live)).catch(() => generation);
  if (compared === null) {
    const rebuild = { reason: "unusable", before: live, now: "" } as const;
    return { name: null, articles: [], generation: null, rebuild };
  }
  const { name, articles, manifest } = compared;
  return { name, articles, generation, rebuild: findRebuild(manifest, model, chunking) };
}

function findRebuild(manifest: Manifest, model: EmbeddingModel, chunking: Chunking): Rebuild | null {
  const models = [manifest.model, model].map(describeModel);
  const cuts = [manifest.chunking, chunking].map(describeChunking);
  if (models[0] !== models[1]) return { reason: "model", before: models[0] ?? "", now: models[1] ?? "" };
  if (cuts[0] !== cuts[1]) return { reason: "chunking", before: cuts[0] ?? "", now: cuts[1] ?? "" };
  return null;
}

/** Models of one name may differ: the beginning of the hash tells them apart. */
function describeModel({ name, sha256 }: EmbeddingModel): string {
  return `${name} (${sha256.slice(0, 8)})`;
}

function describeChunking({ minWords, maxWords }: Chunking): string {
  return `${minWords}-${maxWords}`;
}
