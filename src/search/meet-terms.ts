import type { LexicalIndex } from "../index/lexical/lexical-index.ts";
import { measureCoverage } from "./coverage.ts";
import { meetUnits, shareMet } from "./meaning.ts";
import type { QuestionTerms } from "./question.ts";

/** How much of what a question says a passage has, each 0 to 1. */
export interface MetTerms {
  readonly terms: number;
  /** In its words or near ones. */
  readonly meaning: number;
}

/** Looks for what a question says in a passage. */
export function meetTerms(lexical: LexicalIndex, asked: QuestionTerms, passage: number): MetTerms {
  const { tokens, passageTokens } = lexical.parts;
  const run = tokens.subarray(passageTokens[passage], passageTokens[passage + 1]);
  return {
    terms: measureCoverage(lexical, asked, run).terms,
    meaning: shareMet(asked.meaning.masses, meetUnits(lexical, asked.meaning, run)),
  };
}
