import { readFileSync } from "node:fs";
import { z } from "zod";
import {
  ANSWER_SIGNALS,
  CONTEXT_SIGNALS,
  FOLLOW_UP_PASSAGE_SIGNALS,
  FOLLOW_UP_SENTENCE_SIGNALS,
  PASSAGE_SIGNALS,
  SENTENCE_SIGNALS,
  TOPIC_SIGNALS,
} from "./signals.ts";

const weight = z.number().finite();

/** A probability told by logistic regression, and from where on it is taken for true. */
function judgement<const Names extends readonly string[]>(names: Names) {
  return z.object({
    bias: weight,
    weights: z.record(z.enum(names), weight),
    threshold: z.number().min(0).max(1),
  });
}

const schema = z.object({
  passage: z.record(z.enum(PASSAGE_SIGNALS), weight),
  sentence: z.record(z.enum(SENTENCE_SIGNALS), weight),
  /** The same for a question that is read with the one before. */
  followUp: z.object({
    passage: z.record(z.enum(FOLLOW_UP_PASSAGE_SIGNALS), weight),
    sentence: z.record(z.enum(FOLLOW_UP_SENTENCE_SIGNALS), weight),
  }),
  /** Whether the first quote answers. */
  answers: judgement(ANSWER_SIGNALS),
  /** Whether the articles speak of it at all. */
  topic: judgement(TOPIC_SIGNALS),
  /** Whether a question needs the one before it to be understood. */
  context: judgement(CONTEXT_SIGNALS),
});

/** The weights with which passages and sentences are ranked and confidence is told. */
export type RankingModel = z.infer<typeof schema>;

const FILE = new URL("./ranking-model.json", import.meta.url);

/**
 * Reads the weights that come with the product.
 * @throws with one sentence that names the file when it is no such model
 */
export function loadRankingModel(file: URL | string = FILE): RankingModel {
  try {
    return parseRankingModel(JSON.parse(readFileSync(file, "utf8")));
  } catch (cause) {
    throw new Error(`The ranking model "${file}" cannot be read; restore it, or fit it with: npm run fit`, {
      cause,
    });
  }
}

/** @throws ZodError when a weight is missing or no number */
export function parseRankingModel(value: unknown): RankingModel {
  return schema.parse(value);
}

/** A weighted sum of signals. */
export function combine<Name extends string>(
  weights: Readonly<Record<Name, number>>,
  signals: Readonly<Record<Name, number>>,
  names: readonly Name[],
): number {
  let sum = 0;
  for (const name of names) sum += weights[name] * signals[name];
  return sum;
}

/** The logistic function: any number to one between 0 and 1. */
export function toProbability(score: number): number {
  return 1 / (1 + Math.exp(-score));
}
