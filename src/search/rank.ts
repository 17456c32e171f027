import type { Generation } from "../index/generation.ts";
import type { LexicalScores } from "../index/lexical/lexical-index.ts";
import { type Coverage, measureCoverage } from "./coverage.ts";
import { combine, PASSAGE_SIGNALS, type PassageSignals, type RankingModel } from "./model.ts";
import { type AnsweringSentence, chooseSentence, type ParsedQuestion } from "./sentences.ts";

/** A passage with its place in the ranking's eyes. */
export interface RankedPassage {
  readonly passage: number;
  readonly score: number;
  readonly signals: PassageSignals;
  /** How much of the question the whole passage covers. */
  readonly coverage: Coverage;
  readonly answer: AnsweringSentence;
}

/** Ranks passages by a weighted sum of separate signals, best first. Fusion is by score, never by rank. */
export function rankPassages(
  generation: Generation,
  model: RankingModel,
  candidates: readonly number[],
  scores: LexicalScores,
  question: ParsedQuestion,
): RankedPassage[] {
  const ranked = candidates.map((passage) => rankPassage(generation, model, passage, scores, question));
  return ranked.sort((a, b) => b.score - a.score || a.passage - b.passage);
}

function rankPassage(
  generation: Generation,
  model: RankingModel,
  passage: number,
  scores: LexicalScores,
  question: ParsedQuestion,
): RankedPassage {
  const answer = chooseSentence(generation, model, passage, question);
  const { passageTokens } = generation.lexical.parts;
  const from = passageTokens[passage] ?? 0;
  const signals: PassageSignals = {
    plain: scores.plain[passage] ?? 0,
    plainPairs: scores.plainPairs[passage] ?? 0,
    folded: scores.folded[passage] ?? 0,
    foldedPairs: scores.foldedPairs[passage] ?? 0,
    cosine: generation.vectors.passageCosine(passage, question.vector),
    sentenceCosine: answer.cosine,
    sentenceTerms: answer.coverage.terms,
    sentencePairs: answer.coverage.pairs,
  };
  return {
    passage,
    score: combine(model.passage, signals, PASSAGE_SIGNALS),
    signals,
    coverage: measureCoverage(generation.lexical, question.terms, from, passageTokens[passage + 1] ?? from),
    answer,
  };
}
