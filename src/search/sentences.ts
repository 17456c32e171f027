import type { Generation } from "../index/generation.ts";
import { type QuestionKind, holdsAnswerOf } from "../language/question-kind.ts";
import { measureCoverage } from "./coverage.ts";
import { type RankingModel, SENTENCE_SIGNALS, type SentenceSignals, combine } from "./model.ts";
import type { QuestionTerms } from "./question.ts";

/** What a question asks, as every part of the ranking looks at it. */
export interface ParsedQuestion {
  readonly terms: QuestionTerms;
  readonly vector: Float32Array;
  readonly kinds: readonly QuestionKind[];
}

/** One sentence of a passage, and what speaks for it. */
export interface RankedSentence {
  /** Its place in the generation's passage table. */
  readonly sentence: number;
  readonly score: number;
  readonly signals: SentenceSignals;
}

/** Scores each sentence of a passage by what it covers, its meaning, and the kind of answer it holds; in their order. */
export function rankSentences(
  generation: Generation,
  model: RankingModel,
  passage: number,
  question: ParsedQuestion,
): RankedSentence[] {
  const { first, end } = generation.passages.sentencesOf(passage);
  const ranked: RankedSentence[] = [];
  for (let sentence = first; sentence < end; sentence++) {
    const signals = signalsOf(generation, passage, sentence, question);
    ranked.push({ sentence, score: combine(model.sentence, signals, SENTENCE_SIGNALS), signals });
  }
  return ranked;
}

function signalsOf(
  generation: Generation,
  passage: number,
  sentence: number,
  { terms, vector, kinds }: ParsedQuestion,
): SentenceSignals {
  const { tokens, sentenceTokens } = generation.lexical.parts;
  const run = tokens.subarray(sentenceTokens[sentence], sentenceTokens[sentence + 1]);
  const coverage = measureCoverage(generation.lexical, terms, run);
  return {
    terms: coverage.terms,
    pairs: coverage.pairs,
    cosine: generation.vectors.sentenceCosine(sentence, vector),
    kind: shareOfKinds(kinds, () => sentenceText(generation, passage, sentence)),
  };
}

/** How many of the kinds of answer asked for the sentence holds, 0 to 1; 0 when none was asked for. */
function shareOfKinds(kinds: readonly QuestionKind[], text: () => string): number {
  if (kinds.length === 0) return 0;
  const sentence = text();
  return kinds.filter((kind) => holdsAnswerOf(kind, sentence)).length / kinds.length;
}

function sentenceText(generation: Generation, passage: number, sentence: number): string {
  const { start, end } = generation.passages.sentence(sentence);
  return generation.articles[generation.passages.articleOf(passage)]?.text.slice(start, end) ?? "";
}
