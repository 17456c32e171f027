import type { RankedPassage } from "../search/rank.ts";
import { type RetrievalParts, type Retrieved, retrieve } from "../search/retrieve.ts";
import { type RankedSentence, rankSentences } from "../search/sentences.ts";
import { FOLLOW_UP_PASSAGE_SIGNALS, FOLLOW_UP_SENTENCE_SIGNALS } from "../search/signals.ts";
import type { Benchmark, BenchmarkQuery } from "./benchmark.ts";
import type { RankingExample } from "./fit-weights.ts";
import { contextOf, type GoldQuestion, isRightAnswer, meetsAnswer, passageText } from "./gold.ts";
import { takeHalf } from "./halves.ts";
import type { AskedCorpus } from "./own-index.ts";
import { retype, TYPINGS } from "./typing.ts";

/** What the ranking learns from a benchmark. */
export interface Examples {
  readonly passages: readonly RankingExample[];
  readonly sentences: readonly RankingExample[];
}

/** Questions whose passages do not answer them have this in the name of their file. */
export const UNANSWERABLE = "unanswerable";

/**
 * The signals of all candidates for the questions of the tuning half. Questions with diacritics are asked in every
 * way of typing; a sentence is right that holds the question's `answer`.
 */
export async function collectExamples(parts: RetrievalParts, benchmark: Benchmark): Promise<Examples> {
  const passages: RankingExample[] = [];
  const sentences: RankingExample[] = [];
  for (const [kind, all] of benchmark.queries) {
    if (kind.includes(UNANSWERABLE)) continue;
    const queries = takeHalf(all, "tuning");
    const typings = kind === "vi" ? TYPINGS : (["typed"] as const);
    for (const typing of typings) {
      for (const [seed, query] of queries.entries()) {
        const retrieved = await retrieve(parts, retype(query.text, typing, 1, seed));
        passages.push(exampleOfPassages(parts, query, retrieved));
        const example = exampleOfSentences(parts, query, retrieved);
        if (example) sentences.push(example);
      }
    }
  }
  return { passages, sentences };
}

function exampleOfPassages(
  { generation }: RetrievalParts,
  query: BenchmarkQuery,
  { ranked }: Retrieved,
): RankingExample {
  const idOf = (passage: number) => generation.articles[generation.passages.articleOf(passage)]?.id ?? "";
  return toExample(ranked, (passage) => query.positive_ids.includes(idOf(passage)), 1);
}

function toExample(
  ranked: readonly RankedPassage[],
  isRight: (passage: number) => boolean,
  weight: number,
): RankingExample {
  return {
    candidates: ranked.map(({ signals }) =>
      Float64Array.from(FOLLOW_UP_PASSAGE_SIGNALS, (name) => signals[name]),
    ),
    right: ranked.flatMap(({ passage }, at) => (isRight(passage) ? [at] : [])),
    weight,
  };
}

/** How much questions count beside those of a benchmark; paraphrases count less. */
export interface ExampleWeights {
  readonly question: number;
  /** There are more than people ask like that, and what is learned from them is little. */
  readonly paraphrase: number;
  /** How much a question tells of which sentence answers, beside one of a benchmark. */
  readonly sentence: number;
}

/** The field's own questions are few, and what the product is for. */
export const GOLD_EXAMPLES: ExampleWeights = { question: 5, paraphrase: 2, sentence: 1.5 };
/** Many, and another passage may answer as well as the one that was meant. */
export const PRACTICE_EXAMPLES: ExampleWeights = { question: 2, paraphrase: 0.8, sentence: 0.5 };

/** The same for the tuning half of questions about articles of the field: what their passages look like is its own. */
export async function collectGoldExamples(
  { parts, questions }: AskedCorpus,
  weights: ExampleWeights,
): Promise<Examples> {
  const passages: RankingExample[] = [];
  const sentences: RankingExample[] = [];
  for (const question of questions) {
    if (question.half !== "tuning" || question.expected.length === 0) continue;
    const retrieved = await retrieve(parts, question.text, contextOf(question));
    const isRight = (passage: number) => isRightAnswer(question, passageText(parts.generation, passage));
    const weight = question.kind === "paraphrase" ? weights.paraphrase : weights.question;
    passages.push(toExample(retrieved.ranked, isRight, weight));
    const right = retrieved.ranked.find(({ passage }) => isRight(passage));
    if (right) sentences.push(exampleOfAnswer(parts, question, retrieved, right.passage, weights.sentence));
  }
  return { passages, sentences };
}

/** The sentences of a passage that answers: right are those that reach into the answer. */
function exampleOfAnswer(
  { generation, model }: RetrievalParts,
  question: GoldQuestion,
  { parsed }: Retrieved,
  passage: number,
  weight: number,
): RankingExample {
  const text = passageText(generation, passage);
  const { start: from } = generation.passages.span(passage);
  return exampleOf(rankSentences(generation, model, passage, parsed).sentences, weight, (sentence) => {
    const { start, end } = generation.passages.sentence(sentence);
    return meetsAnswer(question, text, { start: start - from, end: end - from });
  });
}

function exampleOf(
  sentences: readonly RankedSentence[],
  weight: number,
  isRight: (sentence: number) => boolean,
): RankingExample {
  return {
    candidates: sentences.map(({ signals }) =>
      Float64Array.from(FOLLOW_UP_SENTENCE_SIGNALS, (name) => signals[name]),
    ),
    right: sentences.flatMap(({ sentence }, at) => (isRight(sentence) ? [at] : [])),
    weight,
  };
}

function exampleOfSentences(
  { generation, model }: RetrievalParts,
  query: BenchmarkQuery,
  { parsed }: Retrieved,
): RankingExample | null {
  const passage = generation.articles.findIndex(({ id }) => id === query.positive_ids[0]);
  const text = generation.articles[passage]?.text;
  const answer = query.answer?.normalize("NFC");
  if (text === undefined || answer === undefined) return null;
  return exampleOf(rankSentences(generation, model, passage, parsed).sentences, 1, (sentence) => {
    const { start, end } = generation.passages.sentence(sentence);
    return text.slice(start, end).includes(answer);
  });
}
