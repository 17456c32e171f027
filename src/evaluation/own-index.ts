import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildIndex } from "../index/build-index.ts";
import { openIndex } from "../index/open-generation.ts";
import type { Knowledge } from "../search/knowledge.ts";
import type { RetrievalParts } from "../search/retrieve.ts";

/** Does something with an index of an articles folder that is built for it and removed after it. */
export async function withOwnIndex(
  parts: Knowledge,
  articlesDir: string,
  work: (own: RetrievalParts) => Promise<void>,
): Promise<void> {
  const indexDir = await mkdtemp(join(tmpdir(), "evaluation-"));
  try {
    await buildIndex({ articlesDir, indexDir, embedder: parts.embedder });
    const generation = await openIndex(indexDir, parts.embedder.model);
    if (!generation) throw new Error(`The index in "${indexDir}" vanished; run again.`);
    await work({ ...parts, generation });
  } finally {
    await rm(indexDir, { recursive: true, force: true });
  }
}
