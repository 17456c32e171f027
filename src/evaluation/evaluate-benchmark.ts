import { STREAMS } from "../index/lexical/lexical-index.ts";
import { readMessage } from "../search/message.ts";
import { type RetrievalParts, retrieve } from "../search/retrieve.ts";
import type { BenchmarkQuery } from "./benchmark.ts";
import { mean, measureRanking, type RankingQuality } from "./metrics.ts";

/** What is compared: a plain baseline, the two sides alone, and the whole. */
export const SYSTEMS = ["bm25", "lexical", "dense", "whole"] as const;
export type System = (typeof SYSTEMS)[number];

/** Averages over the questions of one kind. */
export interface SystemResult extends RankingQuality {
  readonly system: System;
  readonly millisecondsPerQuestion: number;
}

export interface BenchmarkResult {
  readonly questions: number;
  readonly systems: readonly SystemResult[];
  /** Where the passage is right and the question has an `answer`: how often the marked sentence holds it. */
  readonly sentenceAccuracy: number | null;
}

/** As many as nDCG@10 looks at. */
const DEPTH = 10;

/** Ranks with each system and measures. The index must have one passage an article (see `indexBenchmark`). */
export async function evaluateBenchmark(
  parts: RetrievalParts,
  queries: readonly BenchmarkQuery[],
): Promise<BenchmarkResult> {
  const systems: SystemResult[] = [];
  for (const system of SYSTEMS) {
    const qualities: RankingQuality[] = [];
    const began = performance.now();
    for (const query of queries) {
      const ranked = await rankWith(system, parts, query.text);
      qualities.push(
        measureRanking(
          ranked.map((passage) => idOf(parts, passage)),
          new Set(query.positive_ids),
        ),
      );
    }
    const elapsed = performance.now() - began;
    systems.push({
      system,
      recallAt1: mean(qualities.map((quality) => quality.recallAt1)),
      recallAt5: mean(qualities.map((quality) => quality.recallAt5)),
      reciprocalRank: mean(qualities.map((quality) => quality.reciprocalRank)),
      ndcgAt10: mean(qualities.map((quality) => quality.ndcgAt10)),
      millisecondsPerQuestion: queries.length === 0 ? 0 : elapsed / queries.length,
    });
  }
  return { questions: queries.length, systems, sentenceAccuracy: await measureSentences(parts, queries) };
}

async function rankWith(system: System, parts: RetrievalParts, question: string): Promise<number[]> {
  const { lexical, dense } = parts.generation;
  if (system === "whole") {
    const { ranked } = await retrieve(parts, readMessage(question).question);
    return ranked.slice(0, DEPTH).map(({ passage }) => passage);
  }
  if (system === "dense") {
    return dense.search(await parts.embedder.embedQuestion(question), DEPTH).map(({ passage }) => passage);
  }
  const query = lexical.analyse(question);
  const scores = lexical.score(query);
  const streams = system === "bm25" ? (["plain"] as const) : STREAMS;
  const sums = Array.from({ length: lexical.passageCount }, (_, passage) =>
    streams.reduce((sum, stream) => sum + (scores[stream][passage] ?? 0), 0),
  );
  return [...sums.keys()].sort((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0) || a - b).slice(0, DEPTH);
}

async function measureSentences(
  parts: RetrievalParts,
  queries: readonly BenchmarkQuery[],
): Promise<number | null> {
  const hits: number[] = [];
  for (const query of queries) {
    if (query.answer === undefined) continue;
    const best = (await retrieve(parts, readMessage(query.text).question)).ranked[0];
    if (!best || !query.positive_ids.includes(idOf(parts, best.passage))) continue;
    const { start, end } = parts.generation.passages.sentence(best.answer.sentence);
    const text = parts.generation.articles[parts.generation.passages.articleOf(best.passage)]?.text ?? "";
    hits.push(text.slice(start, end).includes(query.answer.normalize("NFC")) ? 1 : 0);
  }
  return hits.length === 0 ? null : mean(hits);
}

function idOf({ generation }: RetrievalParts, passage: number): string {
  return generation.articles[generation.passages.articleOf(passage)]?.id ?? "";
}
