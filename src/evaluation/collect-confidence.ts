import { z } from "zod";
import { signalsOfConfidence } from "../search/confidence.ts";
import { type RetrievalParts, type Retrieved, retrieve } from "../search/retrieve.ts";
import { CONFIDENCE_SIGNALS } from "../search/signals.ts";
import type { Benchmark } from "./benchmark.ts";
import { UNANSWERABLE } from "./collect-examples.ts";
import { contextOf, type GoldQuestion, isRightAnswer, passageText } from "./gold.ts";
import { takeHalf } from "./halves.ts";
import type { AskedCorpus } from "./own-index.ts";
import { retype, TYPINGS } from "./typing.ts";

/** One question, as far as confidence is concerned: figures only, no text of anybody. */
export const confidenceRowSchema = z.object({
  /** Where the question is from, and over which articles it was asked. */
  source: z.string(),
  /** Rows of one question have one number. */
  question: z.int(),
  /** Whether the first passage was right. */
  answers: z.boolean(),
  /** Whether the articles speak of what the question is about. */
  onTopic: z.boolean(),
  weight: z.number().positive(),
  /** In the order of `CONFIDENCE_SIGNALS`. */
  signals: z.array(z.number()).length(CONFIDENCE_SIGNALS.length),
});

export type ConfidenceRow = z.infer<typeof confidenceRowSchema>;

/** What people send to a bot although no article on its topics could answer it: to learn from only. */
export const strangerSchema = z.object({ text: z.string().min(1) });
export type Stranger = z.infer<typeof strangerSchema>;

/** A benchmark with its passages indexed. */
export interface IndexedBenchmark {
  readonly name: string;
  readonly benchmark: Benchmark;
  readonly parts: RetrievalParts;
}

/** Corpora that were made up to learn from. */
export interface MadeUp {
  readonly stories: readonly AskedCorpus[];
  readonly practice: readonly AskedCorpus[];
}

const NOTHING_MADE_UP: MadeUp = { stories: [], practice: [] };

interface AskedQuestion {
  readonly text: string;
  readonly previous?: string | undefined;
}

/** What the sources of our own questions begin with. */
export const GOLD = "gold";
/** The source of messages that no article could answer. */
const STRANGERS = "strangers";

/** Kinds named by their language are questions; others, such as headlines, ask for nothing that can be missing. */
const QUESTIONS = /^(?:vi|en)(?:\.|$)/;
/** How much a question counts, and how much it counts where what answers it is taken away. */
interface CorpusWeights {
  readonly asked: number;
  /** Another passage may answer, too, as well as the right one that was taken away: a label to trust less. */
  readonly without: number;
}
const WEIGHTS = {
  // The field's own questions are few, and what the product is for.
  gold: { asked: 160, without: 32 },
  // Many, all hard, and of a corpus that is not the field's own.
  stories: { asked: 40, without: 8 },
  // Many, and of the field, but what is not answered where it was meant to be may be answered elsewhere.
  practice: { asked: 40, without: 8 },
} as const satisfies Record<string, CorpusWeights>;
const WITHOUT_WEIGHT = 0.5;
/** Questions on other topics: many, and easy. */
const FOREIGN_WEIGHT = 0.5;

/**
 * Asks the tuning half of all questions, over the articles that answer them and over others that cannot, and notes
 * the signals of the first passage and whether it was right. What answers them is also taken away: then the rest is
 * on the topic and does not answer, as with many a question that people ask.
 */
export async function collectConfidence(
  own: RetrievalParts,
  gold: readonly GoldQuestion[],
  strangers: readonly Stranger[],
  benchmarks: readonly IndexedBenchmark[],
  madeUp: MadeUp = NOTHING_MADE_UP,
): Promise<ConfidenceRow[]> {
  const rows: ConfidenceRow[] = [];
  let question = 0;
  const note = (
    row: Pick<ConfidenceRow, "source" | "onTopic" | "weight">,
    { generation }: RetrievalParts,
    retrieved: Retrieved,
    isRight: (passage: number) => boolean,
  ): void => {
    const best = retrieved.ranked[0];
    if (!best) return;
    const signals = signalsOfConfidence(generation, retrieved, best);
    rows.push({
      source: row.source,
      question,
      answers: isRight(best.passage),
      onTopic: row.onTopic,
      weight: row.weight,
      signals: CONFIDENCE_SIGNALS.map((name) => Math.round(signals[name] * 1e3) / 1e3),
    });
  };
  const askOwn = async (
    source: string,
    parts: RetrievalParts,
    asked: AskedQuestion,
    isRight: (passage: number) => boolean,
    weight: number,
    weightWithout: number,
  ): Promise<void> => {
    const retrieved = await retrieve(parts, asked.text, asked.previous);
    note({ source, onTopic: true, weight }, parts, retrieved, isRight);
    const others = retrieved.ranked.filter(({ passage }) => !isRight(passage));
    if (others.length === retrieved.ranked.length) return;
    const without = { ...retrieved, ranked: others };
    note({ source: `${source} without`, onTopic: true, weight: weightWithout }, parts, without, isRight);
  };
  const askForeign = async (
    source: string,
    parts: RetrievalParts,
    asked: AskedQuestion,
    weight: number,
  ): Promise<void> => {
    const retrieved = await retrieve(parts, asked.text, asked.previous);
    note({ source, onTopic: false, weight }, parts, retrieved, () => false);
  };
  const askCorpus = async (name: keyof typeof WEIGHTS, corpus: AskedCorpus) => {
    const { asked: weight, without } = WEIGHTS[name];
    for (const item of corpus.questions) {
      if (item.half !== "tuning") continue;
      question++;
      const source = `${name}/${item.kind}`;
      const isRight = (passage: number) => isRightAnswer(item, passageText(corpus.parts.generation, passage));
      const asked = { text: item.text, previous: contextOf(item) };
      if (item.kind === "off-topic") await askForeign(source, corpus.parts, asked, weight);
      else await askOwn(source, corpus.parts, asked, isRight, weight, without);
    }
  };
  await askCorpus(GOLD, { parts: own, questions: gold });
  for (const corpus of madeUp.stories) await askCorpus("stories", corpus);
  for (const corpus of madeUp.practice) await askCorpus("practice", corpus);
  for (const [at, { text }] of strangers.entries()) {
    question++;
    await askForeign(STRANGERS, own, { text }, WEIGHTS.gold.asked);
    for (const name of ["stories", "practice"] as const) {
      const corpora = madeUp[name];
      const corpus = corpora[at % corpora.length];
      if (corpus) await askForeign(`${STRANGERS} over ${name}`, corpus.parts, { text }, WEIGHTS[name].asked);
    }
  }
  for (const { name, benchmark, parts } of benchmarks) {
    const others = benchmarks.filter((other) => other.name !== name);
    for (const [kind, all] of benchmark.queries) {
      if (!QUESTIONS.test(kind)) continue;
      for (const [seed, query] of takeHalf(all, "tuning").entries()) {
        const typing = kind === "vi" ? (TYPINGS[seed % TYPINGS.length] ?? "typed") : "typed";
        const asked = { text: retype(query.text, typing, 1, seed) };
        const isRight = (passage: number) =>
          !kind.includes(UNANSWERABLE) &&
          query.positive_ids.includes(parts.generation.articles[passage]?.id ?? "");
        question++;
        await askOwn(`${name}/${kind}`, parts, asked, isRight, 1, WITHOUT_WEIGHT);
        // Every second question is asked where it cannot be answered, too.
        if (seed % 2 === 0) continue;
        await askForeign(`${name}/${kind} over gold`, own, asked, FOREIGN_WEIGHT);
        for (const other of others) {
          await askForeign(`${name}/${kind} over ${other.name}`, other.parts, asked, FOREIGN_WEIGHT);
        }
      }
    }
  }
  return rows;
}
