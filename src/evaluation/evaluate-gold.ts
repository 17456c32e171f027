import { createSearch } from "../search/create-search.ts";
import type { RetrievalParts } from "../search/retrieve.ts";
import { GOLD_KINDS, type GoldKind, type GoldQuestion, isRightAnswer } from "./gold.ts";
import { HALVES, type Half } from "./halves.ts";
import { mean } from "./metrics.ts";

/** How the questions of one kind and half did; shares from 0 to 1. */
export interface GoldResult {
  readonly half: Half;
  readonly kind: GoldKind;
  readonly questions: number;
  /** First quote right; `null` for kinds that the articles do not answer. */
  readonly successAt1: number | null;
  /** One of five quotes right. */
  readonly successAt5: number | null;
  readonly answered: number;
  readonly related: number;
  readonly notFound: number;
}

/** Asks every gold question as a person would and counts, half by half and kind by kind. */
export async function evaluateGold(
  parts: RetrievalParts,
  questions: readonly GoldQuestion[],
): Promise<GoldResult[]> {
  const search = createSearch(parts);
  const results: GoldResult[] = [];
  for (const half of HALVES) {
    for (const kind of GOLD_KINDS) {
      const own = questions.filter((question) => question.half === half && question.kind === kind);
      if (own.length === 0) continue;
      const answers = await Promise.all(
        own.map(async (question) => {
          const previous = question.context === null ? {} : { previousQuestion: question.context };
          const { outcome, quotes } = await search.search(question.text, previous);
          return { outcome, right: quotes.map(({ text }) => isRightAnswer(question, text)) };
        }),
      );
      const isAnswerable = own.some(({ expected }) => expected.length > 0);
      const share = (holds: (answer: (typeof answers)[number]) => boolean) =>
        mean(answers.map((answer) => (holds(answer) ? 1 : 0)));
      results.push({
        half,
        kind,
        questions: own.length,
        successAt1: isAnswerable ? share(({ right }) => right[0] === true) : null,
        successAt5: isAnswerable ? share(({ right }) => right.includes(true)) : null,
        answered: share(({ outcome }) => outcome === "answered"),
        related: share(({ outcome }) => outcome === "related"),
        notFound: share(({ outcome }) => outcome === "not-found"),
      });
    }
  }
  return results;
}
