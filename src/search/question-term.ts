import { inverseDocumentFrequency } from "../index/lexical/bm25.ts";
import type { LexicalIndex } from "../index/lexical/lexical-index.ts";
import { documentFrequency } from "../index/lexical/postings.ts";
import { foldDiacritics } from "../language/fold.ts";

/** A word of a question in the terms of one index; -1 where no passage has it. */
export interface QuestionTerm {
  readonly plain: number;
  readonly folded: number;
  /** Whether it was typed with diacritics, so that a word without them or with others is not the same. */
  readonly isMarked: boolean;
  readonly idf: number;
}

/** The weight of what means the same in other words; what weighs less is only related, or a guess. */
export const SAME_MEANING = 0.9;

/** One way to say a concept: terms that stand side by side. */
export interface Alternative {
  readonly terms: readonly QuestionTerm[];
  /** 1 for what was typed, less for what only may be meant. */
  readonly weight: number;
}

/** One thing that a question is about. */
export interface Concept {
  /** The typed words: each counts for itself. */
  readonly typed: readonly QuestionTerm[];
  readonly alternatives: readonly Alternative[];
  /** How much it counts: the idf of its typed words, and of what they stand for where no article has them. */
  readonly mass: number;
}

/** Two neighbouring typed words. */
export interface TypedPair {
  readonly terms: readonly [QuestionTerm, QuestionTerm];
  /** How much it counts: its idf, less where it is of the question before. */
  readonly mass: number;
}

/** Looks a syllable up: lower case, NFC, tone mark in the old style. */
export function toTerm(lexical: LexicalIndex, syllable: string): QuestionTerm {
  const { plain: plainTerms, folded: foldedTerms, foldedOf, postings } = lexical.parts;
  const plain = plainTerms.find(syllable);
  // Of a word that the articles have, its folded term is known.
  const bare = plain >= 0 ? foldedTerms.term(foldedOf[plain] ?? 0) : foldDiacritics(syllable);
  const folded = plain >= 0 ? (foldedOf[plain] ?? 0) : foldedTerms.find(bare);
  const isMarked = bare !== syllable;
  const frequency =
    isMarked && plain >= 0
      ? documentFrequency(postings.plain, plain)
      : documentFrequency(postings.folded, folded);
  return { plain, folded, isMarked, idf: inverseDocumentFrequency(lexical.passageCount, frequency) };
}

/** Whether some passage has a word as it was typed: with its diacritics if it was typed with any. */
export function isInVocabulary({ isMarked, plain, folded }: QuestionTerm): boolean {
  return (isMarked ? plain : folded) >= 0;
}
