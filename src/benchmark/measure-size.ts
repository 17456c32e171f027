import type { Embedder } from "../embedding/embedder.ts";
import { openIndex } from "../index/open-generation.ts";
import { createSearch } from "../search/create-search.ts";
import { loadKnowledge } from "../search/knowledge.ts";
import { type BotFigures, measureBot } from "./measure-bot.ts";
import { measureDenseRecall } from "./measure-dense.ts";
import { type IndexFigures, measureFolder } from "./measure-index.ts";
import { measureSearch, type SearchStage } from "./measure-search.ts";
import { measureStart, type StartFigures } from "./measure-start.ts";
import type { Timing } from "./statistics.ts";

/** All that is measured of one corpus. */
export interface SizeFigures {
  readonly passages: number;
  /** `null` where an index of an earlier run was taken. */
  readonly indexing: IndexFigures | null;
  readonly stages: Readonly<Record<SearchStage, Timing>>;
  /** Of the 10 exactly nearest passages, the share that the dense index finds. */
  readonly denseRecall: number;
  readonly bot: BotFigures;
  readonly start: StartFigures;
  readonly diskBytes: number;
}

/** Exact search over all passages is slow in a large corpus: so many questions say enough. */
const RECALL_QUESTIONS = 100;
const QUESTIONS_AFTER_START = 20;

export async function measureSize(
  indexDir: string,
  embedder: Embedder,
  questions: readonly string[],
  indexing: IndexFigures | null,
): Promise<SizeFigures> {
  // First, before this process holds the index too.
  const start = await measureStart(indexDir, questions.slice(0, QUESTIONS_AFTER_START));
  const generation = await openIndex(indexDir, embedder.model);
  if (!generation) throw new Error(`There is no index in "${indexDir}"; remove the folder and run again.`);
  const vectors: Float32Array[] = [];
  for (const question of questions.slice(0, RECALL_QUESTIONS))
    vectors.push(await embedder.embedQuestion(question));
  return {
    passages: generation.passages.count,
    indexing,
    stages: await measureSearch(generation, embedder, questions),
    denseRecall: measureDenseRecall(generation, vectors),
    bot: await measureBot(createSearch({ generation, embedder, ...loadKnowledge() }), questions),
    start,
    diskBytes: await measureFolder(indexDir),
  };
}
