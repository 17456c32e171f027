import type { Answered } from "./follow-up-match.ts";

/** As many conversations as go on at once. */
const MOST_KEPT = 1_000;

/**
 * What was found first for the last questions, so that a follow-up need not look for the answer that it follows. Belongs
 * to one generation.
 */
export class AnsweredMemory {
  readonly #kept = new Map<string, Answered | null>();
  readonly #most: number;

  constructor(most = MOST_KEPT) {
    this.#most = most;
  }

  /** @param before what the question was read with @param answered `null` where nothing was found */
  keep(question: string, before: string | undefined, answered: Answered | null): void {
    const key = nameTurn(question, before);
    // Set anew, it is the last to be forgotten.
    this.#kept.delete(key);
    this.#kept.set(key, answered);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > this.#most && oldest !== undefined) this.#kept.delete(oldest);
  }

  /** `undefined` for a question that was not asked, or is forgotten. */
  find(question: string, before: string | undefined): Answered | null | undefined {
    return this.#kept.get(nameTurn(question, before));
  }
}

function nameTurn(question: string, before: string | undefined): string {
  return JSON.stringify([question, before]);
}
