import type { Generation } from "../index/generation.ts";
import { multiplyRow } from "../index/multiply-row.ts";
import { findYears } from "../language/time.ts";
import type { Outcome } from "./answer.ts";
import { signalsOfFit } from "./answer-fit.ts";
import { combine, type RankingModel, toProbability } from "./model.ts";
import { sayTheSame } from "./near-duplicates.ts";
import type { QuestionTerms } from "./question.ts";
import { isInVocabulary, type QuestionTerm } from "./question-term.ts";
import type { RankedPassage } from "./rank.ts";
import type { Retrieved } from "./retrieve.ts";
import { sentenceText } from "./sentence-text.ts";
import type { ParsedQuestion, RankedSentence } from "./sentences.ts";
import { ANSWER_SIGNALS, type ConfidenceSignals, TOPIC_SIGNALS } from "./signals.ts";

/** Where no other article has a candidate there is nothing to lead: the middle between a tie and a clear case. */
const LEAD_WITHOUT_RIVAL = 1;

/** What the confidence in a passage is told from; its lead counts over what another article says otherwise. */
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
  const lead = rival ? passage.score - rival.score : LEAD_WITHOUT_RIVAL;
  const { terms, kinds, vector } = parsed;
  const [sentenceMiss, secondMiss] = findLargestMisses(parsed, passage.answer);
  return {
    coverage: passage.signals.coverage,
    pairCoverage: passage.signals.pairCoverage,
    knownPairs: terms.knownPairShare,
    meaning: passage.signals.meaning,
    rareMeaning: passage.signals.rareMeaning,
    titleTerms: passage.signals.titleTerms,
    numbers: shareOfNumbers(generation, parsed, passage.passage),
    cosine: passage.signals.cosine,
    corpusCosine: multiplyRow(generation.vectors.centroid, 0, vector),
    margin: lead / (1 + Math.abs(lead)),
    // A translated question meets fewer of the words that answer it, however well they do.
    foreign: terms.isVietnamese ? 0 : 1,
    sentenceTerms: passage.answer.signals.terms,
    sentenceCosine: passage.answer.signals.cosine,
    sentenceMiss,
    secondMiss,
    kind: kinds.length === 0 ? 1 : passage.answer.signals.kind,
    numberSlot: terms.numberSlot === null ? 1 : passage.answer.signals.numberSlot,
    questionMass: Math.log1p(terms.mass),
    unknownShare: shareOfUnknown(terms),
    isTopic: parsed.isTopic ? 1 : 0,
    coverageOfTopic: passage.signals.coverageOfTopic,
    centrality: passage.signals.centrality,
    names: shareOfNames(generation, parsed, passage.passage),
    offTopicCosine: parsed.offTopicCosine,
    missedPlaces: passage.signals.missedPlaces,
    missedNames: passage.signals.missedNames,
    otherYear: namesOtherYear(generation, parsed, passage) ? 1 : 0,
    ...signalsOfFit(generation, parsed, passage),
  };
}

function readTokens({ lexical }: Generation, passage: number): Uint32Array {
  const { tokens, passageTokens } = lexical.parts;
  return tokens.subarray(passageTokens[passage], passageTokens[passage + 1]);
}

function hasTerm(generation: Generation, passage: number, { plain }: QuestionTerm): boolean {
  return plain >= 0 && readTokens(generation, passage).includes(plain);
}

/** How much of what a question is about are names that a passage has, 0 to 1. */
function shareOfNames(generation: Generation, { terms }: ParsedQuestion, passage: number): number {
  const met = terms.names.filter((name) => hasTerm(generation, passage, name));
  return Math.min(1, met.reduce((sum, { idf }) => sum + idf, 0) / terms.mass);
}

/** How much of what a question is about no article has, in its own words or in others, 0 to 1. */
function shareOfUnknown({ concepts, mass }: QuestionTerms): number {
  const unknown = concepts.filter(
    ({ typed, alternatives }) => alternatives.length === 0 && !typed.every(isInVocabulary),
  );
  return unknown.reduce((sum, concept) => sum + concept.mass, 0) / mass;
}

/** The two largest single things that a question is about and a sentence has not, as shares of it all. */
function findLargestMisses({ terms }: ParsedQuestion, { covered }: RankedSentence): [number, number] {
  const misses = terms.concepts.map(({ mass }, at) => (mass * (1 - (covered[at] ?? 0))) / terms.mass);
  const [first = 0, second = 0] = misses.sort((a, b) => b - a);
  return [first, second];
}

/** How many of the question's numbers and years a passage has, 0 to 1; 1 where it has none. */
function shareOfNumbers(generation: Generation, { terms }: ParsedQuestion, passage: number): number {
  if (terms.numbers.length === 0) return 1;
  const met = terms.numbers.filter((number) => hasTerm(generation, passage, number));
  return met.length / terms.numbers.length;
}

/** Whether the answering sentence speaks of years and of none that the question asks about. */
function namesOtherYear(
  generation: Generation,
  { time }: ParsedQuestion,
  { passage, answer }: RankedPassage,
): boolean {
  if (time.years.length === 0) return false;
  const years = findYears(sentenceText(generation, passage, answer.sentence));
  return years.length > 0 && !years.some((year) => time.years.includes(year));
}

/** The probability that a passage answers the question: logistic regression over the signals. */
export function tellConfidence({ answers }: RankingModel, signals: ConfidenceSignals): number {
  return toProbability(answers.bias + combine(answers.weights, signals, ANSWER_SIGNALS));
}

/** The probability that the articles speak of what the question is about, whether they answer it or not. */
export function tellTopicality({ topic }: RankingModel, signals: ConfidenceSignals): number {
  return toProbability(topic.bias + combine(topic.weights, signals, TOPIC_SIGNALS));
}

/** Names that are so much of a question are what it is about. */
const MOSTLY = 0.5;

/** How an answer with these signals of its first quote is to be taken. */
export function judge(model: RankingModel, signals: ConfidenceSignals): Outcome {
  // Of what the articles name they do speak, however little vectors know of it.
  const isOnTopic = signals.names >= MOSTLY || tellTopicality(model, signals) >= model.topic.threshold;
  if (!isOnTopic) return "not-found";
  return tellConfidence(model, signals) >= model.answers.threshold ? "answered" : "related";
}
