import type { Generation } from "../index/generation.ts";
import {
  CONFIDENCE_SIGNALS,
  type ConfidenceSignals,
  combine,
  type RankingModel,
  toProbability,
} from "./model.ts";
import { sayTheSame } from "./near-duplicates.ts";
import type { RankedPassage } from "./rank.ts";
import type { Retrieved } from "./retrieve.ts";
import type { ParsedQuestion } from "./sentences.ts";

/** Where no other article has a candidate there is nothing to lead: the middle between a tie and a clear case. */
const LEAD_WITHOUT_RIVAL = 1;

/** The probability that a passage answers; its lead counts over what another article says otherwise. */
export function confidenceIn(
  generation: Generation,
  model: RankingModel,
  retrieved: Retrieved,
  passage: RankedPassage,
): number {
  return tellConfidence(model, signalsOfConfidence(generation, retrieved, passage));
}

/** What that probability is told from. */
export function signalsOfConfidence(
  generation: Generation,
  { parsed, ranked }: Retrieved,
  passage: RankedPassage,
): ConfidenceSignals {
  const articleOf = (other: RankedPassage) => generation.passages.articleOf(other.passage);
  const rival = ranked.find(
    (other) =>
      articleOf(other) !== articleOf(passage) && !sayTheSame(generation, other.passage, passage.passage),
  );
  return confidenceSignals(passage, parsed, rival ? passage.score - rival.score : LEAD_WITHOUT_RIVAL);
}

/**
 * What the confidence in a passage is told from.
 * @param lead by how much its score leads that of the best passage of another article
 */
function confidenceSignals(
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
    // A translated question meets fewer of the words that answer it, however well they do.
    foreign: question.terms.isVietnamese ? 0 : 1,
    kind: question.kinds.length === 0 ? 1 : passage.answer.signals.kind,
    numberSlot: question.terms.numberSlot === null ? 1 : passage.answer.signals.numberSlot,
    largestMiss: passage.largestMiss,
    time: question.time.years.length === 0 ? 1 : passage.signals.time,
    meaning: passage.signals.meaning,
    rareMeaning: passage.signals.rareMeaning,
    sentenceRareMeaning: passage.answer.signals.rareMeaning,
    largestUnmet: passage.largestUnmet,
    margin: lead / (1 + Math.abs(lead)),
  };
}

/** The probability that a passage answers the question: logistic regression over the signals. */
export function tellConfidence(model: RankingModel, signals: ConfidenceSignals): number {
  const { bias, weights } = model.confidence;
  return toProbability(bias + combine(weights, signals, CONFIDENCE_SIGNALS));
}
