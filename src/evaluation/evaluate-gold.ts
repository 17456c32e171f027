import type { Outcome } from "../search/answer.ts";
import { createSearch } from "../search/create-search.ts";
import { GOLD_KINDS, type GoldKind, type GoldQuestion, isRightAnswer, meetsAnswer } from "./gold.ts";
import { groupOutcomes, type Half } from "./halves.ts";
import { shareOf } from "./metrics.ts";
import type { AskedCorpus } from "./own-index.ts";

/** How the questions of one kind and half did; shares from 0 to 1. */
export interface GoldResult {
  readonly half: Half;
  readonly kind: GoldKind;
  readonly questions: number;
  /** First quote right; `null` for kinds that the articles do not answer. */
  readonly successAt1: number | null;
  /** One of five quotes right. */
  readonly successAt5: number | null;
  /** Of the first quotes that are right, how many have the answer marked in them; `null` where none is right. */
  readonly marked: number | null;
  readonly answered: number;
  readonly related: number;
  readonly notFound: number;
}

/** How one question did. */
export interface GoldOutcome {
  readonly question: GoldQuestion;
  readonly outcome: Outcome;
  /** Of each quote whether it is a right answer. */
  readonly right: readonly boolean[];
  /** Whether the sentence that is marked in the first quote answers. */
  readonly isMarked: boolean;
}

/** Asks every question as a person would. */
export async function askGold({ parts, questions }: AskedCorpus): Promise<GoldOutcome[]> {
  const search = createSearch(parts);
  return Promise.all(
    questions.map(async (question) => {
      const previous = question.context === null ? {} : { previousQuestion: question.context };
      const { outcome, quotes } = await search.search(question.text, previous);
      const [first] = quotes;
      return {
        question,
        outcome,
        right: quotes.map(({ text }) => isRightAnswer(question, text)),
        isMarked: first !== undefined && meetsAnswer(question, first.text, first.highlight),
      };
    }),
  );
}

/** Counts half by half and kind by kind. */
export function countGold(outcomes: readonly GoldOutcome[]): GoldResult[] {
  return groupOutcomes(outcomes, GOLD_KINDS, ({ question }) => question).map(
    ({ half, kind, outcomes: own }) => {
      const isAnswerable = own.some(({ question }) => question.expected.length > 0);
      const right = own.filter((outcome) => outcome.right[0] === true);
      const share = (holds: (outcome: GoldOutcome) => boolean) => shareOf(own, holds);
      return {
        half,
        kind,
        questions: own.length,
        successAt1: isAnswerable ? share(({ right }) => right[0] === true) : null,
        successAt5: isAnswerable ? share(({ right }) => right.includes(true)) : null,
        marked: right.length > 0 ? shareOf(right, ({ isMarked }) => isMarked) : null,
        answered: share(({ outcome }) => outcome === "answered"),
        related: share(({ outcome }) => outcome === "related"),
        notFound: share(({ outcome }) => outcome === "not-found"),
      };
    },
  );
}
