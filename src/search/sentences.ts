import type { Generation } from "../index/generation.ts";
import type { Quantity } from "../language/figures.ts";
import type { QuestionKind } from "../language/question-kind.ts";
import type { AskedTime } from "../language/time.ts";
import type { AskedNames } from "./asked-names.ts";
import { type Coverage, measureCoverage, measureCoverages } from "./coverage.ts";
import type { FollowUp } from "./follow-up-match.ts";
import { sentenceHolds } from "./held-answers.ts";
import { meetUnits, shareMet } from "./meaning.ts";
import { combine, type RankingModel } from "./model.ts";
import { fillNumberSlot } from "./number-slot.ts";
import type { QuestionTerms } from "./question.ts";
import { measureCosines, type SentenceCosines } from "./sentence-cosines.ts";
import { FOLLOW_UP_SENTENCE_SIGNALS, SENTENCE_SIGNALS, type SentenceSignals } from "./signals.ts";

/** What a question asks, as every part of the ranking looks at it. */
export interface ParsedQuestion {
  readonly terms: QuestionTerms;
  /** Its syllables as typed, after those of the question before. */
  readonly words: readonly string[];
  readonly vector: Float32Array;
  /** See `embedByRarity`. */
  readonly rareVector: Float32Array;
  /** Its cosine, or that of its context with it, with the nearest of what people ask that is none of the field. */
  readonly offTopicCosine: number;
  readonly kinds: readonly QuestionKind[];
  /** What the figure that it asks for measures; `null` when it asks for none, or any. */
  readonly quantity: Quantity | null;
  /** Whether it asks nothing but names a topic, as headlines and keywords do. */
  readonly isTopic: boolean;
  readonly time: AskedTime;
  readonly askedNames: AskedNames;
  /** `null` for a question that is read without the one before. */
  readonly followUp: FollowUp | null;
}

/** One sentence of a passage, and what speaks for it. */
export interface RankedSentence {
  /** Its place in the generation's passage table. */
  readonly sentence: number;
  readonly score: number;
  readonly signals: SentenceSignals;
  /** How much of each of the question's concepts it covers. */
  readonly covered: readonly number[];
  /** How well it meets each unit of the question's meaning. */
  readonly met: readonly number[];
}

/** A sentence of this many words is as long as one need be to hold an answer. */
const LONG_SENTENCE = 50;

/** The sentences of a passage in their order, and what they cover together. */
export interface RankedSentences {
  readonly sentences: readonly RankedSentence[];
  readonly together: Coverage;
}

/**
 * Scores each sentence of a passage by what it covers, its meaning, and the kind of answer it holds.
 * @param cosines of its sentences, where they were measured with those of other passages
 */
export function rankSentences(
  generation: Generation,
  model: RankingModel,
  passage: number,
  question: ParsedQuestion,
  cosines: SentenceCosines | undefined = measureCosines(generation, [passage], question)[0],
): RankedSentences {
  const { first, end } = generation.passages.sentencesOf(passage);
  const { tokens, sentenceTokens } = generation.lexical.parts;
  const { followUp } = question;
  const { numberSlot, meaning } = question.terms;
  const runs: Uint32Array[] = [];
  for (let sentence = first; sentence < end; sentence++) {
    runs.push(tokens.subarray(sentenceTokens[sentence], sentenceTokens[sentence + 1]));
  }
  const { each: coverages, together } = measureCoverages(generation.lexical, question.terms, runs);
  const covered = sumCoverage(question.terms, coverages);
  const sentences = coverages.map((coverage, at): RankedSentence => {
    const sentence = first + at;
    const run = runs[at] ?? new Uint32Array();
    const met = meetUnits(generation.lexical, meaning, run);
    const signals: SentenceSignals = {
      terms: coverage.terms,
      pairs: coverage.pairs,
      nearPairs: coverage.nearPairs,
      distinctTerms: coverDistinctly(question.terms, coverages, covered, at),
      cosine: cosines?.whole[at] ?? 0,
      kind: shareOfKinds(generation, question.kinds, passage, sentence),
      numberSlot: numberSlot ? fillNumberSlot(generation.lexical, numberSlot, run) : 0,
      length: Math.min(1, run.length / LONG_SENTENCE),
      meaning: shareMet(meaning.masses, met),
      rareMeaning: shareMet(meaning.rareMasses, met),
      rareCosine: cosines?.rare[at] ?? 0,
      quantity: question.quantity && sentenceHolds(generation, question.quantity, passage, sentence) ? 1 : 0,
      ownTerms: followUp ? measureCoverage(generation.lexical, followUp.terms, run).terms : 0,
      ownCosine: cosines?.own?.[at] ?? 0,
      cosineAfterQuestion: cosines?.afterQuestion?.[at] ?? 0,
      cosineAfterAnswer: cosines?.afterAnswer?.[at] ?? 0,
      answeredBefore: sentence === followUp?.answered?.sentence ? 1 : 0,
    };
    const score = followUp
      ? combine(model.followUp.sentence, signals, FOLLOW_UP_SENTENCE_SIGNALS)
      : combine(model.sentence, signals, SENTENCE_SIGNALS);
    return { sentence, score, signals, covered: coverage.concepts, met };
  });
  return { sentences, together };
}

/** How much of each concept the sentences of a passage cover together. */
function sumCoverage({ concepts }: QuestionTerms, coverages: readonly Coverage[]): Float64Array {
  const sums = new Float64Array(concepts.length);
  for (const coverage of coverages) {
    for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] ?? 0) + (coverage.concepts[at] ?? 0);
  }
  return sums;
}

/**
 * What a sentence covers that the others of its passage do not: words of the topic stand everywhere.
 * @param covered by concept, the sum over all sentences
 */
function coverDistinctly(
  { concepts, mass }: QuestionTerms,
  coverages: readonly Coverage[],
  covered: Float64Array,
  at: number,
): number {
  if (coverages.length < 2 || mass === 0) return 0;
  let distinct = 0;
  for (let place = 0; place < concepts.length; place++) {
    const own = coverages[at]?.concepts[place] ?? 0;
    if (own === 0) continue;
    const elsewhere = (covered[place] ?? 0) - own;
    distinct += (concepts[place]?.mass ?? 0) * own * (1 - elsewhere / (coverages.length - 1));
  }
  return distinct / mass;
}

/** How many of the kinds of answer asked for the sentence holds, 0 to 1; 0 when none was asked for. */
function shareOfKinds(
  generation: Generation,
  kinds: readonly QuestionKind[],
  passage: number,
  sentence: number,
): number {
  if (kinds.length === 0) return 0;
  return kinds.filter((kind) => sentenceHolds(generation, kind, passage, sentence)).length / kinds.length;
}
