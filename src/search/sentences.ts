import type { Generation } from "../index/generation.ts";
import { holdsAnswerOf, type QuestionKind } from "../language/question-kind.ts";
import { type Coverage, measureCoverage, type QuestionTerms } from "./coverage.ts";
import { combine, type RankingModel, SENTENCE_SIGNALS } from "./model.ts";

/** The sentence of a passage that answers best, and what speaks for it. */
export interface AnsweringSentence {
  /** Its place in the generation's passage table. */
  readonly sentence: number;
  readonly score: number;
  readonly coverage: Coverage;
  readonly cosine: number;
}

/** What a question asks, as every part of the ranking looks at it. */
export interface ParsedQuestion {
  readonly terms: QuestionTerms;
  readonly vector: Float32Array;
  readonly kinds: readonly QuestionKind[];
}

/** Scores each sentence of a passage by the terms it covers, its meaning, and the kind of answer it holds. */
export function chooseSentence(
  generation: Generation,
  model: RankingModel,
  passage: number,
  question: ParsedQuestion,
): AnsweringSentence {
  const { first, end } = generation.passages.sentencesOf(passage);
  let best: AnsweringSentence | undefined;
  for (let sentence = first; sentence < end; sentence++) {
    const { sentenceTokens } = generation.lexical.parts;
    const from = sentenceTokens[sentence] ?? 0;
    const coverage = measureCoverage(
      generation.lexical,
      question.terms,
      from,
      sentenceTokens[sentence + 1] ?? from,
    );
    const cosine = generation.vectors.sentenceCosine(sentence, question.vector);
    const kind = shareOfKinds(question.kinds, () => sentenceText(generation, passage, sentence));
    const signals = { terms: coverage.terms, pairs: coverage.pairs, cosine, kind };
    const score = combine(model.sentence, signals, SENTENCE_SIGNALS);
    if (best === undefined || score > best.score) best = { sentence, score, coverage, cosine };
  }
  if (best === undefined) throw new RangeError(`Passage ${passage} has no sentences.`);
  return best;
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
