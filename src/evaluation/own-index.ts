import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildIndex } from "../index/build-index.ts";
import { openIndex } from "../index/open-generation.ts";
import type { Knowledge } from "../search/knowledge.ts";
import type { RetrievalParts } from "../search/retrieve.ts";
import type { GoldQuestion } from "./gold.ts";

/** Articles and the questions about them. */
export interface AskedCorpus {
  readonly parts: RetrievalParts;
  readonly questions: readonly GoldQuestion[];
  /** More that was asked after another question, from which only what follow-ups need is learned. */
  readonly conversations?: readonly GoldQuestion[];
}

/** The same with its conversations among its questions. */
export function withConversations({ conversations = [], ...corpus }: AskedCorpus): AskedCorpus {
  return { ...corpus, questions: [...corpus.questions, ...conversations] };
}

/** Indexes an articles folder, in a folder that is removed as soon as the index is in memory. */
export async function indexArticles(parts: Knowledge, articlesDir: string): Promise<RetrievalParts> {
  const indexDir = await mkdtemp(join(tmpdir(), "evaluation-"));
  try {
    await buildIndex({ articlesDir, indexDir, embedder: parts.embedder });
    const generation = await openIndex(indexDir, parts.embedder.model);
    if (!generation) throw new Error(`The index in "${indexDir}" vanished; run again.`);
    return { ...parts, generation };
  } finally {
    await rm(indexDir, { recursive: true, force: true });
  }
}
