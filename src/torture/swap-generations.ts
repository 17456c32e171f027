import type { Embedder } from "../embedding/embedder.ts";
import { readCurrent } from "../index/open-generation.ts";
import { type Memory, startAnswerer } from "./answer-in-child.ts";
import { runBuild } from "./build-process.ts";
import { withScene } from "./scene.ts";

export interface SwapOptions {
  readonly swaps: number;
  readonly perSecond: number;
  readonly passages: number;
  readonly onSwap?: (done: number, total: number) => void;
}

export interface SwapFigures {
  readonly passages: number;
  readonly swaps: number;
  readonly questions: number;
  readonly questionsDuringSwaps: number;
  /** Answered in fact: fewer than were to be asked where the machine is too slow. */
  readonly perSecond: number;
  readonly failed: number;
  /** Of questions while a generation was opened and right after; and of all others, in milliseconds. */
  readonly longestWaitMs: number;
  readonly longestWaitElsewhereMs: number;
  /** Of the first, what the process itself worked, whatever else the machine was busy with; `null` where unknown. */
  readonly longestWorkMs: number | null;
  /** From `current` naming a generation to its answering, in milliseconds. */
  readonly slowestSeenMs: number;
  /** After the first swap, and after the last, after a full collection of garbage. */
  readonly memoryFirst: Memory;
  readonly memoryLast: Memory;
}

/** Lets a process answer all the time while `npm run index` makes one generation after another. */
export async function swapGenerations(embedder: Embedder, options: SwapOptions): Promise<SwapFigures> {
  const { swaps, perSecond, passages, onSwap } = options;
  return withScene(embedder, passages, async (scene) => {
    const { articlesDir, indexDir, questions } = scene;
    await scene.build();
    const answerer = await startAnswerer({ articlesDir, indexDir, questions: [...questions], perSecond });
    try {
      const memories: Memory[] = [];
      for (let swap = 0; swap < swaps; swap++) {
        onSwap?.(swap, swaps);
        await scene.change();
        const ended = await runBuild(articlesDir, indexDir, { force: false });
        const generation = await readCurrent(indexDir);
        if (ended.status !== 0 || generation === null) throw new Error(`The build failed: ${ended.stderr}`);
        memories.push(await answerer.swappedTo(generation));
      }
      const answered = await answerer.stop();
      const [first = { rss: 0, heap: 0 }] = memories;
      return {
        passages,
        swaps: answered.swaps.length,
        questions: answered.questions,
        questionsDuringSwaps: answered.questionsDuringSwaps,
        perSecond: answered.perSecond,
        failed: answered.failed + answered.refused.length,
        longestWaitMs: answered.longestMs,
        longestWaitElsewhereMs: answered.longestElsewhereMs,
        longestWorkMs: answered.longestWorkMs,
        slowestSeenMs: Math.max(0, ...answered.swaps.map((swap) => swap.seenAt - swap.publishedAt)),
        memoryFirst: first,
        memoryLast: memories.at(-1) ?? first,
      };
    } finally {
      answerer.kill();
    }
  });
}
