import {
  CONFIDENCE_SIGNALS,
  type ConfidenceSignals,
  combine,
  type RankingModel,
  toProbability,
} from "./model.ts";
import type { RankedPassage } from "./rank.ts";
import type { ParsedQuestion } from "./sentences.ts";

/**
 * What the confidence in a passage is told from.
 * @param lead by how much its score leads that of the best passage of another article
 */
export function confidenceSignals(
  passage: RankedPassage,
  question: ParsedQuestion,
  lead: number,
): ConfidenceSignals {
  return {
    coverage: passage.signals.coverage,
    pairCoverage: passage.signals.pairCoverage,
    sentenceTerms: passage.answer.signals.terms,
    cosine: passage.signals.cosine,
    sentenceCosine: passage.answer.signals.cosine,
    unseen: question.terms.unseenShare,
    kind: question.kinds.length === 0 ? 1 : passage.answer.signals.kind,
    numberSlot: question.terms.numberSlot === null ? 1 : passage.answer.signals.numberSlot,
    largestMiss: passage.largestMiss,
    time: question.time.years.length === 0 ? 1 : passage.signals.time,
    margin: lead / (1 + Math.abs(lead)),
  };
}

/** The probability that a passage answers the question: logistic regression over the signals. */
export function tellConfidence(model: RankingModel, signals: ConfidenceSignals): number {
  const { bias, weights } = model.confidence;
  return toProbability(bias + combine(weights, signals, CONFIDENCE_SIGNALS));
}
