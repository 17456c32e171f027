import type { Generation } from "../index/generation.ts";
import type { Stream, StreamScores } from "../index/lexical/lexical-index.ts";
import { type ArticleSignals, createArticleContext, type Met } from "./article-context.ts";
import { shareMissed } from "./asked-names.ts";
import type { Coverage } from "./coverage.ts";
import { createFollowUpMatch, type FollowUpSignals } from "./follow-up-match.ts";
import { shareMet } from "./meaning.ts";
import { combine, type RankingModel } from "./model.ts";
import { measureCosines, type SentenceCosines } from "./sentence-cosines.ts";
import { type ParsedQuestion, type RankedSentence, rankSentences } from "./sentences.ts";
import { FOLLOW_UP_PASSAGE_SIGNALS, PASSAGE_SIGNALS, type PassageSignals } from "./signals.ts";
import { createTimeMatch } from "./time-match.ts";

/** A passage as the ranking sees it. */
export interface RankedPassage {
  readonly passage: number;
  readonly score: number;
  readonly signals: PassageSignals;
  /** Its sentence that answers best. */
  readonly answer: RankedSentence;
}

/**
 * Ranks passages by a weighted sum of separate signals, best first. Fusion is by score, never by rank.
 * @param scores of the candidates, in their order
 */
export function rankPassages(
  generation: Generation,
  model: RankingModel,
  candidates: readonly number[],
  scores: readonly StreamScores[],
  question: ParsedQuestion,
): RankedPassage[] {
  const matchTime = createTimeMatch(generation, question.time);
  const gates = { plain: largest(scores, "plain"), folded: largest(scores, "folded") };
  const cosines = measureCosines(generation, candidates, question);
  const read = candidates.map((passage, at) =>
    readPassage(generation, model, passage, question, cosines[at]),
  );
  const known = new Map(read.map(({ passage, met }) => [passage, met]));
  const measureContext = createArticleContext(generation, question, known);
  const matchFollowUp = createFollowUpMatch(generation, question.followUp);
  const ranked = read.map((own, at) => {
    const around = {
      article: measureContext(own.passage),
      time: matchTime(own.passage),
      followUp: matchFollowUp(own.passage),
    };
    const signals = signalsOf(generation, own, scores[at], gates, question, around);
    const score = question.followUp
      ? combine(model.followUp.passage, signals, FOLLOW_UP_PASSAGE_SIGNALS)
      : combine(model.passage, signals, PASSAGE_SIGNALS);
    return { passage: own.passage, score, signals, answer: own.answer };
  });
  return ranked.sort((a, b) => b.score - a.score || a.passage - b.passage);
}

/** How well the best candidate does in the lexical streams: where words fail, meaning must count more. */
interface Gates {
  readonly plain: number;
  readonly folded: number;
}

/** A passage with what its sentences have of the question, each and together. */
interface ReadPassage {
  readonly passage: number;
  readonly sentences: readonly RankedSentence[];
  /** The one of them that answers best. */
  readonly answer: RankedSentence;
  readonly coverage: Coverage;
  readonly met: Met;
}

function readPassage(
  generation: Generation,
  model: RankingModel,
  passage: number,
  question: ParsedQuestion,
  cosines: SentenceCosines | undefined,
): ReadPassage {
  const { sentences, together } = rankSentences(generation, model, passage, question, cosines);
  return {
    passage,
    sentences,
    answer: sentences.reduce((best, sentence) => (sentence.score > best.score ? sentence : best)),
    coverage: together,
    met: { concepts: together.concepts, units: mergeMet(sentences) },
  };
}

/** What speaks for a passage that is not in itself. */
interface Around {
  readonly article: ArticleSignals;
  readonly time: number;
  readonly followUp: FollowUpSignals;
}

/** One object written out: put together of several, hundreds a question, it would take a tenth of the time. */
function signalsOf(
  generation: Generation,
  { passage, sentences, answer, coverage, met }: ReadPassage,
  scores: StreamScores | undefined,
  gates: Gates,
  question: ParsedQuestion,
  { article, time, followUp }: Around,
): PassageSignals {
  const cosine = generation.vectors.passageCosine(passage, question.vector);
  const bestSentenceCosine = largestOf(sentences, ({ signals }) => signals.cosine);
  const folded = scores?.folded ?? 0;
  const { askedNames } = question;
  const { meaning, mass } = question.terms;
  const foldedPairs = scores?.foldedPairs ?? 0;
  const bestSentenceTerms = largestOf(sentences, ({ signals }) => signals.terms);
  const centrality = generation.vectors.centrality[passage] ?? 0;
  const meaningMet = shareMet(meaning.masses, met.units);
  const rareMeaningMet = shareMet(meaning.rareMasses, met.units);
  const lead = sentences[0]?.signals;
  const ofTopic = question.isTopic ? 1 : 0;
  return {
    plain: scores?.plain ?? 0,
    plainPairs: scores?.plainPairs ?? 0,
    folded,
    foldedPairs,
    cosine,
    coverage: coverage.terms,
    pairCoverage: coverage.pairs,
    bestSentenceCosine,
    bestSentenceTerms,
    bestSentencePairs: largestOf(sentences, ({ signals }) => signals.pairs),
    bestSentenceNearPairs: largestOf(sentences, ({ signals }) => signals.nearPairs),
    bestNumberSlot: largestOf(sentences, ({ signals }) => signals.numberSlot),
    hubness: generation.vectors.hubness[passage] ?? 0,
    rareCosine: generation.vectors.passageCosine(passage, question.rareVector),
    bestSentenceRareCosine: largestOf(sentences, ({ signals }) => signals.rareCosine),
    titleTerms: article.titleTerms,
    centrality,
    time,
    cosineByPlain: cosine * gates.plain,
    cosineByFolded: cosine * gates.folded,
    sentenceCosineByPlain: bestSentenceCosine * gates.plain,
    sentenceCosineByFolded: bestSentenceCosine * gates.folded,
    foldedByPlain: folded * gates.plain,
    foldedPairsByPlain: foldedPairs * gates.plain,
    foldedPairsByFolded: foldedPairs * gates.folded,
    meaning: meaningMet,
    rareMeaning: rareMeaningMet,
    bestSentenceMeaning: largestOf(sentences, ({ signals }) => signals.meaning),
    bestSentenceRareMeaning: largestOf(sentences, ({ signals }) => signals.rareMeaning),
    cosineOfTopic: ofTopic * cosine,
    sentenceCosineOfTopic: ofTopic * bestSentenceCosine,
    leadCosineOfTopic: ofTopic * (lead?.cosine ?? 0),
    foldedOfTopic: ofTopic * folded,
    foldedPairsOfTopic: ofTopic * foldedPairs,
    sentenceTermsOfTopic: ofTopic * bestSentenceTerms,
    leadTermsOfTopic: ofTopic * (lead?.terms ?? 0),
    coverageOfTopic: ofTopic * coverage.terms,
    pairCoverageOfTopic: ofTopic * coverage.pairs,
    meaningOfTopic: ofTopic * meaningMet,
    rareMeaningOfTopic: ofTopic * rareMeaningMet,
    centralityOfTopic: ofTopic * centrality,
    titleMeaning: article.titleMeaning,
    titleRareMeaning: article.titleRareMeaning,
    beforeTerms: article.beforeTerms,
    beforeMeaning: article.beforeMeaning,
    neighbourCosine: article.neighbourCosine,
    articleCosine: article.articleCosine,
    isLead: article.isLead,
    bestKindCosine: largestOf(sentences, ({ signals }) => signals.kind * signals.cosine),
    length: measureLength(generation, passage),
    sentencesAgree: doTheyAgree(sentences) ? 1 : 0,
    bestQuantityCosine: largestOf(sentences, ({ signals }) => signals.quantity * signals.cosine),
    missedPlaces: shareMissed(generation, askedNames.places, mass, passage),
    missedNames: shareMissed(generation, askedNames.others, mass, passage),
    ownTerms: followUp.ownTerms,
    ownMeaning: followUp.ownMeaning,
    ownSentenceCosine: largestOf(sentences, ({ signals }) => signals.ownCosine),
    cosineAfterQuestion: followUp.cosineAfterQuestion,
    cosineAfterAnswer: followUp.cosineAfterAnswer,
    bestSentenceCosineAfterQuestion: largestOf(sentences, ({ signals }) => signals.cosineAfterQuestion),
    bestSentenceCosineAfterAnswer: largestOf(sentences, ({ signals }) => signals.cosineAfterAnswer),
    ofAnsweredArticle: followUp.ofAnsweredArticle,
    ofAnsweredPassage: followUp.ofAnsweredPassage,
    afterAnswered: followUp.afterAnswered,
    repeatsAnswer: answer.signals.answeredBefore,
  };
}

/** The natural logarithm of how many times as long as the mean a passage is. */
function measureLength({ lexical }: Generation, passage: number): number {
  const { tokens, passageTokens } = lexical.parts;
  const own = (passageTokens[passage + 1] ?? 0) - (passageTokens[passage] ?? 0);
  return Math.log((Math.max(1, own) * lexical.passageCount) / Math.max(1, tokens.length));
}

/** Whether words and meaning point to the same sentence; of several that are as good the first counts. */
function doTheyAgree(sentences: readonly RankedSentence[]): boolean {
  let [byTerms, byCosine] = [0, 0];
  for (let at = 1; at < sentences.length; at++) {
    const signals = sentences[at]?.signals;
    if (signals === undefined) continue;
    if (signals.terms > (sentences[byTerms]?.signals.terms ?? 0)) byTerms = at;
    if (signals.cosine > (sentences[byCosine]?.signals.cosine ?? 0)) byCosine = at;
  }
  return byTerms === byCosine;
}

/** The largest that is read of any sentence. */
function largestOf(sentences: readonly RankedSentence[], read: (sentence: RankedSentence) => number): number {
  let most = Number.NEGATIVE_INFINITY;
  for (const sentence of sentences) most = Math.max(most, read(sentence));
  return most;
}

/** How well a passage meets each unit: as its best sentence for that unit does. */
function mergeMet(sentences: readonly RankedSentence[]): number[] {
  const merged = [...(sentences[0]?.met ?? [])];
  for (const { met } of sentences) {
    for (let unit = 0; unit < merged.length; unit++) {
      merged[unit] = Math.max(merged[unit] ?? 0, met[unit] ?? 0);
    }
  }
  return merged;
}

function largest(scores: readonly StreamScores[], stream: Stream): number {
  let best = 0;
  for (const score of scores) best = Math.max(best, score[stream]);
  return best;
}
