import type { Embedder } from "../embedding/embedder.ts";
import type { Generation } from "../index/generation.ts";
import { openIndex } from "../index/open-generation.ts";
import { createLiveSearch } from "../search/live-search.ts";
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
  const generation = await open(indexDir, embedder);
  const vectors: Float32Array[] = [];
  for (const question of questions.slice(0, RECALL_QUESTIONS))
    vectors.push(await embedder.embedQuestion(question));
  const { count } = generation.passages;
  const stages = await measureSearch(generation, embedder, questions);
  const denseRecall = measureDenseRecall(generation, vectors);
  const live = createLiveSearch(generation, embedder);
  const swap = async () => live.replace(await open(indexDir, embedder));
  const bot = await measureBot(live, questions, swap);
  live.close();
  return {
    passages: count,
    indexing,
    stages,
    denseRecall,
    bot,
    start,
    diskBytes: await measureFolder(indexDir),
  };
}

async function open(indexDir: string, embedder: Embedder): Promise<Generation> {
  const generation = await openIndex(indexDir, embedder.model);
  if (!generation) throw new Error(`There is no index in "${indexDir}"; remove the folder and run again.`);
  return generation;
}
