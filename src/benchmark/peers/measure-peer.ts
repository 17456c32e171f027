import { z } from "zod";
import { type Benchmark, readBenchmark } from "../../evaluation/benchmark.ts";
import { mean } from "../../evaluation/metrics.ts";
import { summarise, timeEach } from "../statistics.ts";
import type { Ask, Peer } from "./peer.ts";
import { listQuestionSets, type QuestionSet } from "./question-sets.ts";

/** What the process that measures one system says of it. */
export const measuredSchema = z.object({
  passages: z.number(),
  /** One a set of questions, in order. */
  recall: z.array(z.object({ set: z.string(), questions: z.number(), recallAt1: z.number() })),
  /** A question, over all sets. */
  milliseconds: z.object({ median: z.number(), p95: z.number() }),
  /** From the passages to the first question that can be asked, without loading libraries and models. */
  indexSeconds: z.number(),
  /** Of the whole process, after all questions. */
  residentBytes: z.number(),
});
export type Measured = z.infer<typeof measuredSchema>;

/** Asked before anything is measured, from the half that is not reported, so that nothing is asked twice. */
const WARM_UP = 100;

/** Indexes and asks one system; to be called in a process of its own, whose memory is then the system's. */
export async function measurePeer(peer: Peer, folder: string, passagesFile?: string): Promise<Measured> {
  const benchmark = await readBenchmark(folder, passagesFile);
  const began = performance.now();
  const ask = await peer.index(benchmark.passages);
  const indexSeconds = (performance.now() - began) / 1_000;
  await warmUp(ask, benchmark);
  const sets = listQuestionSets(benchmark, "reporting");
  const measured = [];
  for (const set of sets) measured.push(await askAll(ask, set));
  return {
    passages: benchmark.passages.length,
    recall: measured.map(({ recallAt1 }, at) => ({
      set: sets[at]?.name ?? "",
      questions: sets[at]?.queries.length ?? 0,
      recallAt1,
    })),
    milliseconds: summarise(measured.flatMap(({ milliseconds }) => milliseconds)),
    indexSeconds,
    residentBytes: process.memoryUsage.rss(),
  };
}

async function warmUp(ask: Ask, benchmark: Benchmark): Promise<void> {
  const sets = listQuestionSets(benchmark, "tuning");
  for (const { queries } of sets) {
    for (const { text } of queries.slice(0, Math.ceil(WARM_UP / sets.length))) await ask(text);
  }
}

async function askAll(ask: Ask, { queries }: QuestionSet) {
  const hits: number[] = [];
  const milliseconds = await timeEach(
    queries,
    async ({ text, positive_ids }) => {
      const [first] = await ask(text);
      hits.push(first !== undefined && positive_ids.includes(first) ? 1 : 0);
    },
    0,
  );
  return { recallAt1: mean(hits), milliseconds };
}
