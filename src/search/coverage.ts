import type { LexicalIndex } from "../index/lexical/lexical-index.ts";
import type { Concept, QuestionTerms } from "./question.ts";
import type { QuestionTerm } from "./question-term.ts";

/** How much of a question a run of tokens covers: shares of the mass of its concepts and of its pairs, 0 to 1. */
export interface Coverage {
  readonly terms: number;
  readonly pairs: number;
  /** The same for pairs whose words stand near each other, in either order. */
  readonly nearPairs: number;
  /** How much of each concept is covered, in the order of the question's concepts. */
  readonly concepts: readonly number[];
}

/** Words with at most this many others between them are near each other. */
const NEAR = 3;

/**
 * What a word with other diacritics is worth to one that was typed with diacritics: it may be a slip of theirs,
 * but `phở` is not `phố`.
 */
const OTHER_DIACRITICS = 0.3;

/**
 * Measures how much of a question stands in a run of tokens. A concept is covered by the words that were typed for
 * it, each for itself, or by another way to say it, word beside word; the better one counts.
 *
 * @param tokens plain term ids in their order
 */
export function measureCoverage(
  lexical: LexicalIndex,
  question: QuestionTerms,
  tokens: Uint32Array,
): Coverage {
  const run = new Run(lexical, question.relevant, tokens);
  const concepts = question.concepts.map((concept) => coverConcept(concept, run));
  let covered = 0;
  for (const [at, { mass }] of question.concepts.entries()) covered += mass * (concepts[at] ?? 0);
  let pairs = 0;
  let nearPairs = 0;
  for (const { terms, idf } of question.pairs) {
    const adjacent = run.findPhrase(terms);
    pairs += idf * adjacent;
    nearPairs += idf * (adjacent > 0 ? adjacent : run.findNear(terms));
  }
  const pairMass = question.pairMass > 0 ? question.pairMass : 1;
  return {
    terms: question.mass > 0 ? covered / question.mass : 0,
    pairs: pairs / pairMass,
    nearPairs: nearPairs / pairMass,
    concepts,
  };
}

function coverConcept({ typed, alternatives }: Concept, run: Run): number {
  let all = 0;
  let present = 0;
  for (const term of typed) {
    all += term.idf;
    present += term.idf * run.findTerm(term);
  }
  let share = all > 0 ? present / all : 0;
  for (const { terms, weight } of alternatives) {
    if (weight > share) share = Math.max(share, weight * run.findPhrase(terms));
  }
  return share;
}

/** A stretch of tokens in which terms are looked up. */
class Run {
  readonly #plain: Uint32Array;
  readonly #foldedOf: Uint32Array;
  readonly #places = new Map<number, number[]>();

  /** @param relevant by folded term, whether it will be looked up: most words of a passage are not */
  constructor({ parts: { foldedOf } }: LexicalIndex, relevant: Uint8Array, tokens: Uint32Array) {
    this.#plain = tokens;
    this.#foldedOf = foldedOf;
    for (let at = 0; at < tokens.length; at++) {
      const term = foldedOf[tokens[at] ?? 0] ?? 0;
      if (relevant[term] !== 1) continue;
      const places = this.#places.get(term);
      if (places) places.push(at);
      else this.#places.set(term, [at]);
    }
  }

  /** 1 where the term stands, less where only its letters do, 0 where it does not. */
  findTerm(term: QuestionTerm): number {
    const places = this.#places.get(term.folded);
    if (places === undefined) return 0;
    if (!term.isMarked) return 1;
    return places.some((at) => this.#plain[at] === term.plain) ? 1 : OTHER_DIACRITICS;
  }

  /** The same for terms side by side: the worst of them counts, at the best place. */
  findPhrase(terms: readonly QuestionTerm[]): number {
    const [first] = terms;
    let best = 0;
    for (const start of (first && this.#places.get(first.folded)) ?? []) {
      let worst = 1;
      for (let at = 0; at < terms.length && worst > best; at++) {
        worst = Math.min(worst, this.#matchAt(start + at, terms[at]));
      }
      best = Math.max(best, worst);
      if (best === 1) return 1;
    }
    return best;
  }

  /** The same for two terms near each other, in either order. */
  findNear([first, second]: readonly [QuestionTerm, QuestionTerm]): number {
    let best = 0;
    for (const start of this.#places.get(first.folded) ?? []) {
      for (let at = start - 1 - NEAR; at <= start + 1 + NEAR; at++) {
        if (at === start) continue;
        best = Math.max(best, Math.min(this.#matchAt(start, first), this.#matchAt(at, second)));
      }
    }
    return best;
  }

  #matchAt(place: number, term: QuestionTerm | undefined): number {
    const token = this.#plain[place];
    if (term === undefined || token === undefined || this.#foldedOf[token] !== term.folded) return 0;
    return !term.isMarked || token === term.plain ? 1 : OTHER_DIACRITICS;
  }
}
