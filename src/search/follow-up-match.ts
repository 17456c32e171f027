import type { Generation } from "../index/generation.ts";
import { meetTerms } from "./meet-terms.ts";
import type { QuestionTerms } from "./question.ts";
import type { PassageSignals } from "./signals.ts";

/** A follow-up by itself, beside what was asked before it. */
export interface FollowUp {
  /** What it says itself. */
  readonly terms: QuestionTerms;
  readonly vector: Float32Array;
  /** Right after the question before, without those before that. */
  readonly vectorAfterQuestion: Float32Array;
  /** Right after the sentence that answered that; by itself where nothing did. */
  readonly vectorAfterAnswer: Float32Array;
  /** What was found first for the question before; `null` where nothing was, or where nothing was asked before. */
  readonly answered: Answered | null;
}

/** Where an answer stands in a generation. */
export interface Answered {
  readonly passage: number;
  readonly sentence: number;
}

/** What speaks for a passage as the answer to a follow-up, beside what its sentences have. */
export type FollowUpSignals = Pick<
  PassageSignals,
  | "ownTerms"
  | "ownMeaning"
  | "cosineAfterQuestion"
  | "cosineAfterAnswer"
  | "ofAnsweredArticle"
  | "ofAnsweredPassage"
  | "afterAnswered"
>;

const NO_FOLLOW_UP: FollowUpSignals = {
  ownTerms: 0,
  ownMeaning: 0,
  cosineAfterQuestion: 0,
  cosineAfterAnswer: 0,
  ofAnsweredArticle: 0,
  ofAnsweredPassage: 0,
  afterAnswered: 0,
};

/**
 * Looks at what a follow-up asks itself, apart from its context, and at where passages stand beside what was answered
 * last: people go on with the article that they were shown.
 * @returns the signals of a passage
 */
export function createFollowUpMatch(
  { lexical, passages, vectors }: Generation,
  followUp: FollowUp | null,
): (passage: number) => FollowUpSignals {
  if (followUp === null) return () => NO_FOLLOW_UP;
  const { terms, answered } = followUp;
  const last = answered?.passage ?? null;
  return (passage) => {
    const own = meetTerms(lexical, terms, passage);
    const isOfArticle = last !== null && passages.articleOf(passage) === passages.articleOf(last);
    return {
      ownTerms: own.terms,
      ownMeaning: own.meaning,
      cosineAfterQuestion: vectors.passageCosine(passage, followUp.vectorAfterQuestion),
      cosineAfterAnswer: vectors.passageCosine(passage, followUp.vectorAfterAnswer),
      ofAnsweredArticle: isOfArticle ? 1 : 0,
      ofAnsweredPassage: passage === last ? 1 : 0,
      afterAnswered: isOfArticle && passage === last + 1 ? 1 : 0,
    };
  };
}
