import { createHash } from "node:crypto";
import type { Answered } from "./follow-up-match.ts";
import { RecentMap } from "./recent-map.ts";

/** Of a message two or three readings are looked for, so these are of some hundred messages: people go on within minutes. */
const MOST_KEPT = 1_000;

/**
 * What was found first for the last questions, so that a follow-up need not look for the answer that it follows. Belongs
 * to one generation and one ranking model. What was asked is not kept, only its checksum.
 */
export class AnsweredMemory {
  readonly #kept: RecentMap<Answered | null>;

  constructor(most = MOST_KEPT) {
    this.#kept = new RecentMap(most);
  }

  /**
   * @param before what the question was read with
   * @param answered `null` where nothing was found
   */
  keep(question: string, before: string | undefined, answered: Answered | null): void {
    this.#kept.set(nameTurn(question, before), answered);
  }

  /** `undefined` for a question that was not asked, or is forgotten. */
  find(question: string, before: string | undefined): Answered | null | undefined {
    return this.#kept.get(nameTurn(question, before));
  }
}

function nameTurn(question: string, before: string | undefined): string {
  return createHash("sha256")
    .update(JSON.stringify([question, before]))
    .digest("base64");
}
