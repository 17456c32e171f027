import {
  CONFIDENCE_SIGNALS,
  type ConfidenceSignals,
  combine,
  type RankingModel,
  toProbability,
} from "./model.ts";
import type { RankedPassage } from "./rank.ts";
import type { ParsedQuestion } from "./sentences.ts";

/** What the confidence of an answer is told from. */
export function confidenceSignals(best: RankedPassage, question: ParsedQuestion): ConfidenceSignals {
  return {
    coverage: best.coverage.terms,
    pairCoverage: best.coverage.pairs,
    cosine: best.signals.cosine,
    sentenceCosine: best.signals.sentenceCosine,
    unseen: question.terms.unseenShare,
  };
}

/** The probability that a passage answers the question: logistic regression over the signals. */
export function tellConfidence(model: RankingModel, signals: ConfidenceSignals): number {
  const { bias, weights } = model.confidence;
  return toProbability(bias + combine(weights, signals, CONFIDENCE_SIGNALS));
}
