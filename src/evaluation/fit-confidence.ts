import { toProbability } from "../search/model.ts";
import {
  ANSWER_SIGNALS,
  CONFIDENCE_SIGNALS,
  type ConfidenceSignals,
  TOPIC_SIGNALS,
} from "../search/signals.ts";
import { type ConfidenceRow, GOLD } from "./collect-confidence.ts";
import { type BinaryExample, fitLogistic } from "./fit-weights.ts";

/** Weights by the names of their signals. */
export type Weights = Record<string, number>;

/** A probability and where it is taken for true, as the ranking model has it. */
export interface Judgement {
  readonly bias: number;
  readonly weights: Weights;
  readonly threshold: number;
}

/** The logistic regression has a few thousand rows and needs more steps than the ranker to stand still. */
const STEPS = 1500;
/** A threshold is chosen by probabilities told by weights that have not seen the question. */
const FOLDS = 8;

/** What is allowed of each error, as shares of our own questions. */
const MOST_UNANSWERED = 0.25;
/** These have a bound; of as many questions of another half the share may well be a standard error more. */
const MOST_NEAR_MISSES_ANSWERED = 0.25 - 0.035;
const MOST_REFUSED = 0.03 - 0.0075;
const MOST_OFF_TOPIC_RELATED = 0.05 - 0.0145;

/** However the errors weigh, only what is surer than not is called an answer. */
const LEAST_SURE = 0.5;

/** Fits both judgements, and their thresholds by our own questions. */
export function fitConfidence(rows: readonly ConfidenceRow[]): { answers: Judgement; topic: Judgement } {
  const answers = fitConfidenceJudgement(rows, ANSWER_SIGNALS, ({ answers }) => answers, {
    yes: ({ source, answers }) => isOwn(source) && answers,
    no: ({ source }) => source === `${GOLD}/near-miss`,
    mostYesMissed: MOST_UNANSWERED,
    mostNoTaken: MOST_NEAR_MISSES_ANSWERED,
  });
  return {
    answers: { ...answers, threshold: Math.max(LEAST_SURE, answers.threshold) },
    topic: fitConfidenceJudgement(rows, TOPIC_SIGNALS, ({ onTopic }) => onTopic, {
      yes: ({ source, onTopic }) => isOwn(source) && onTopic && source !== `${GOLD}/near-miss`,
      // What strangers ask is easier to tell: among these the hard ones would not count.
      no: ({ source }) => source === `${GOLD}/off-topic`,
      mostYesMissed: MOST_REFUSED,
      mostNoTaken: MOST_OFF_TOPIC_RELATED,
    }),
  };
}

/** Our own questions as people ask them. */
function isOwn(source: string): boolean {
  return source.startsWith(`${GOLD}/`) && !source.endsWith(" without");
}

interface Aim<R> {
  /** Rows that are to pass the threshold, and rows that are not; others do not matter to it. */
  readonly yes: (row: R) => boolean;
  readonly no: (row: R) => boolean;
  readonly mostYesMissed: number;
  readonly mostNoTaken: number;
}

function fitConfidenceJudgement(
  rows: readonly ConfidenceRow[],
  names: ReadonlyArray<keyof ConfidenceSignals>,
  holds: (row: ConfidenceRow) => boolean,
  aim: Aim<ConfidenceRow>,
): Judgement {
  const places = names.map((name) => CONFIDENCE_SIGNALS.indexOf(name));
  const signalsOf = ({ signals }: ConfidenceRow) => Float64Array.from(places, (place) => signals[place] ?? 0);
  return fitJudgement(rows, names, { signalsOf, holds, aim });
}

/** Rows of one question have one number. */
interface Row {
  readonly question: number;
  readonly weight: number;
}

interface Claim<R extends Row> {
  readonly signalsOf: (row: R) => Float64Array;
  readonly holds: (row: R) => boolean;
  readonly aim: Aim<R>;
}

/** Fits a probability, and its threshold by what weights tell that have not seen the question. */
export function fitJudgement<R extends Row>(
  rows: readonly R[],
  names: readonly string[],
  { signalsOf, holds, aim }: Claim<R>,
): Judgement {
  const examples = rows.map((row) => ({
    question: row.question,
    signals: signalsOf(row),
    holds: holds(row),
    weight: row.weight,
  }));
  const told = tellUnseen(examples);
  const toldOf = (belongs: (row: R) => boolean) =>
    told.filter((_, at) => rows[at] !== undefined && belongs(rows[at]));
  const weights = fitExamples(examples);
  return {
    bias: round(weights[names.length] ?? 0),
    weights: nameWeights(names, weights),
    threshold: round(chooseThreshold(toldOf(aim.yes), toldOf(aim.no), aim)),
  };
}

function fitExamples(examples: readonly BinaryExample[]): Float64Array {
  return fitLogistic(examples, examples[0]?.signals.length ?? 0, { steps: STEPS });
}

/** The probability of each example, told by weights that were fitted on other questions. */
function tellUnseen(examples: ReadonlyArray<BinaryExample & { readonly question: number }>): number[] {
  const folds = Array.from({ length: FOLDS }, (_, fold) =>
    fitExamples(examples.filter(({ question }) => question % FOLDS !== fold)),
  );
  return examples.map(({ question, signals }) => {
    const weights = folds[question % FOLDS] ?? new Float64Array();
    const score = signals.reduce((sum, signal, at) => sum + signal * (weights[at] ?? 0), 0);
    return toProbability(score + (weights[signals.length] ?? 0));
  });
}

/**
 * The threshold at which the worse of the two errors is least: those that should pass and do not, and those that
 * should not and do, each beside what is allowed. Of several that are as good, the one in the middle.
 */
export function chooseThreshold(
  yes: readonly number[],
  no: readonly number[],
  { mostYesMissed, mostNoTaken }: Pick<Aim<unknown>, "mostYesMissed" | "mostNoTaken">,
): number {
  const told = [0, ...yes, ...no, 1].sort((a, b) => a - b);
  const middles = told.slice(1).map((value, at) => ((told[at] ?? 0) + value) / 2);
  const errors = middles.map((threshold) =>
    Math.max(
      yes.filter((value) => value < threshold).length / yes.length / mostYesMissed,
      no.filter((value) => value >= threshold).length / no.length / mostNoTaken,
    ),
  );
  const least = Math.min(...errors);
  const best = middles.filter((_, at) => errors[at] === least);
  return best[Math.floor(best.length / 2)] ?? 0.5;
}

/** Weights in the order of their names; one more, the bias, is left out. */
export function nameWeights(names: readonly string[], weights: Float64Array): Weights {
  return Object.fromEntries(names.map((name, at) => [name, round(weights[at] ?? 0)]));
}

function round(weight: number): number {
  return Math.round(weight * 1e4) / 1e4;
}
