import { z } from "zod";
import { signalsOfConfidence } from "../search/confidence.ts";
import { CONFIDENCE_SIGNALS } from "../search/model.ts";
import { type RetrievalParts, retrieve } from "../search/retrieve.ts";
import type { Benchmark } from "./benchmark.ts";
import { UNANSWERABLE } from "./collect-examples.ts";
import { type GoldQuestion, isRightAnswer, passageText } from "./gold.ts";
import { takeHalf } from "./halves.ts";
import { retype, TYPINGS } from "./typing.ts";

/** One question, as far as confidence is concerned: figures only, no text of anybody. */
export const confidenceRowSchema = z.object({
  /** Where the question is from, and over which articles it was asked. */
  source: z.string(),
  /** Whether the first passage was right. */
  holds: z.boolean(),
  weight: z.number().positive(),
  /** In the order of `CONFIDENCE_SIGNALS`. */
  signals: z.array(z.number()).length(CONFIDENCE_SIGNALS.length),
});

export type ConfidenceRow = z.infer<typeof confidenceRowSchema>;

/** A benchmark with its passages indexed. */
export interface IndexedBenchmark {
  readonly name: string;
  readonly benchmark: Benchmark;
  readonly parts: RetrievalParts;
}

/** Kinds named by their language are questions; others, such as headlines, ask for nothing that can be missing. */
const QUESTIONS = /^(?:vi|en)(?:\.|$)/;
/** The field's own questions are few, and near-misses are only among them. */
const GOLD_WEIGHT = 10;
/** Questions on other topics over our own articles: many, and easy. */
const FOREIGN_WEIGHT = 0.5;

/**
 * Asks the tuning half of all questions, over the articles that answer them and over others that cannot, and notes
 * the signals of the first passage and whether it was right.
 */
export async function collectConfidence(
  own: RetrievalParts,
  gold: readonly GoldQuestion[],
  benchmarks: readonly IndexedBenchmark[],
): Promise<ConfidenceRow[]> {
  const rows: ConfidenceRow[] = [];
  const ask = async (
    source: string,
    parts: RetrievalParts,
    question: { readonly text: string; readonly previous?: string | undefined },
    isRight: (passage: number) => boolean,
    weight: number,
  ): Promise<void> => {
    const retrieved = await retrieve(parts, question.text, question.previous);
    const best = retrieved.ranked[0];
    if (!best) return;
    const signals = signalsOfConfidence(parts.generation, retrieved, best);
    rows.push({
      source,
      holds: isRight(best.passage),
      weight,
      signals: CONFIDENCE_SIGNALS.map((name) => Math.round(signals[name] * 1e3) / 1e3),
    });
  };
  for (const question of gold) {
    if (question.half !== "tuning") continue;
    const isRight = (passage: number) => isRightAnswer(question, passageText(own.generation, passage));
    const asked = { text: question.text, previous: question.context ?? undefined };
    await ask(`gold/${question.kind}`, own, asked, isRight, GOLD_WEIGHT);
  }
  for (const { name, benchmark, parts } of benchmarks) {
    const strangers = benchmarks.filter((other) => other.name !== name);
    for (const [kind, all] of benchmark.queries) {
      if (!QUESTIONS.test(kind)) continue;
      for (const [seed, query] of takeHalf(all, "tuning").entries()) {
        const typing = kind === "vi" ? (TYPINGS[seed % TYPINGS.length] ?? "typed") : "typed";
        const asked = { text: retype(query.text, typing, 1, seed) };
        const isRight = (passage: number) =>
          !kind.includes(UNANSWERABLE) &&
          query.positive_ids.includes(parts.generation.articles[passage]?.id ?? "");
        await ask(`${name}/${kind}`, parts, asked, isRight, 1);
        // Every second question is asked where it cannot be answered, too.
        if (seed % 2 === 0) continue;
        await ask(`${name}/${kind} over gold`, own, asked, () => false, FOREIGN_WEIGHT);
        for (const stranger of strangers) {
          await ask(`${name}/${kind} over ${stranger.name}`, stranger.parts, asked, () => false, 1);
        }
      }
    }
  }
  return rows;
}
