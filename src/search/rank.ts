import type { Generation } from "../index/generation.ts";
import type { LexicalScores } from "../index/lexical/lexical-index.ts";
import { measureCoverage } from "./coverage.ts";
import { combine, PASSAGE_SIGNALS, type PassageSignals, type RankingModel } from "./model.ts";
import { type ParsedQuestion, type RankedSentence, rankSentences } from "./sentences.ts";

/** A passage as the ranking sees it. */
export interface RankedPassage {
  readonly passage: number;
  readonly score: number;
  readonly signals: PassageSignals;
  /** Its sentence that answers best. */
  readonly answer: RankedSentence;
}

/** Ranks passages by a weighted sum of separate signals, best first. Fusion is by score, never by rank. */
export function rankPassages(
  generation: Generation,
  model: RankingModel,
  candidates: readonly number[],
  scores: LexicalScores,
  question: ParsedQuestion,
): RankedPassage[] {
  const gates = { plain: largest(scores.plain, candidates), folded: largest(scores.folded, candidates) };
  const ranked = candidates.map((passage) => {
    const sentences = rankSentences(generation, model, passage, question);
    const answer = sentences.reduce((best, sentence) => (sentence.score > best.score ? sentence : best));
    const signals = signalsOf(generation, passage, scores, gates, sentences, question);
    return { passage, score: combine(model.passage, signals, PASSAGE_SIGNALS), signals, answer };
  });
  return ranked.sort((a, b) => b.score - a.score || a.passage - b.passage);
}

/** How well the best candidate does in the lexical streams: where words fail, meaning must count more. */
interface Gates {
  readonly plain: number;
  readonly folded: number;
}

function signalsOf(
  generation: Generation,
  passage: number,
  scores: LexicalScores,
  gates: Gates,
  sentences: readonly RankedSentence[],
  question: ParsedQuestion,
): PassageSignals {
  const { tokens, passageTokens, titles, titleTokens } = generation.lexical.parts;
  const run = tokens.subarray(passageTokens[passage], passageTokens[passage + 1]);
  const coverage = measureCoverage(generation.lexical, question.terms, run);
  const article = generation.passages.articleOf(passage);
  const title = titles.subarray(titleTokens[article], titleTokens[article + 1]);
  const inContext = measureCoverage(generation.lexical, question.terms, joinRuns(title, run));
  const cosine = generation.vectors.passageCosine(passage, question.vector);
  const bestSentenceCosine = Math.max(...sentences.map(({ signals }) => signals.cosine));
  const folded = scores.folded[passage] ?? 0;
  const foldedPairs = scores.foldedPairs[passage] ?? 0;
  return {
    plain: scores.plain[passage] ?? 0,
    plainPairs: scores.plainPairs[passage] ?? 0,
    folded,
    foldedPairs,
    cosine,
    coverage: coverage.terms,
    pairCoverage: coverage.pairs,
    bestSentenceCosine,
    bestSentenceTerms: Math.max(...sentences.map(({ signals }) => signals.terms)),
    bestSentencePairs: Math.max(...sentences.map(({ signals }) => signals.pairs)),
    bestNumberSlot: Math.max(...sentences.map(({ signals }) => signals.numberSlot)),
    titleTerms: inContext.terms - coverage.terms,
    cosineByPlain: cosine * gates.plain,
    cosineByFolded: cosine * gates.folded,
    sentenceCosineByPlain: bestSentenceCosine * gates.plain,
    sentenceCosineByFolded: bestSentenceCosine * gates.folded,
    foldedByPlain: folded * gates.plain,
    foldedPairsByPlain: foldedPairs * gates.plain,
    foldedPairsByFolded: foldedPairs * gates.folded,
  };
}

function joinRuns(a: Uint32Array, b: Uint32Array): Uint32Array {
  const joined = new Uint32Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined;
}

function largest(scores: Float32Array, candidates: readonly number[]): number {
  let best = 0;
  for (const passage of candidates) best = Math.max(best, scores[passage] ?? 0);
  return best;
}
