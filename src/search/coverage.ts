import type { LexicalIndex } from "../index/lexical/lexical-index.ts";
import type { QuestionTerms } from "./question.ts";
import type { Concept, QuestionTerm } from "./question-term.ts";
import type { TermLookup } from "./term-lookup.ts";

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
  return coverWith(question, new Run(lexical, question.lookup, tokens));
}

/** The same of its concepts only, in the order of the question's concepts. */
export function measureConcepts(
  lexical: LexicalIndex,
  question: QuestionTerms,
  tokens: Uint32Array,
): number[] {
  return coverConcepts(question, new Run(lexical, question.lookup, tokens));
}

/** The same for each of several runs, and for all of them together; what spans two of them is in none. */
export function measureCoverages(
  lexical: LexicalIndex,
  question: QuestionTerms,
  runs: readonly Uint32Array[],
): { readonly each: Coverage[]; readonly together: Coverage } {
  const found = runs.map((tokens) => new Run(lexical, question.lookup, tokens));
  const each = found.map((run) => coverWith(question, run));
  const [only] = each;
  return { each, together: only && each.length === 1 ? only : coverWith(question, new Together(found)) };
}

function coverWith(question: QuestionTerms, found: Found): Coverage {
  const concepts = coverConcepts(question, found);
  let covered = 0;
  for (let at = 0; at < concepts.length; at++)
    covered += (question.concepts[at]?.mass ?? 0) * (concepts[at] ?? 0);
  let pairs = 0;
  let nearPairs = 0;
  for (let at = 0; at < question.pairs.length; at++) {
    const mass = question.pairs[at]?.mass ?? 0;
    const adjacent = found.adjacent[at] ?? 0;
    pairs += mass * adjacent;
    nearPairs += mass * (adjacent > 0 ? adjacent : found.findNear(at));
  }
  const pairMass = question.pairMass > 0 ? question.pairMass : 1;
  return {
    terms: question.mass > 0 ? covered / question.mass : 0,
    pairs: pairs / pairMass,
    nearPairs: nearPairs / pairMass,
    concepts,
  };
}

function coverConcepts(question: QuestionTerms, found: Found): number[] {
  const shares: number[] = [];
  let [word, phrase] = [0, 0];
  for (const concept of question.concepts) {
    shares.push(coverConcept(concept, found, word, phrase));
    word += concept.typed.length;
    phrase += concept.alternatives.length;
  }
  return shares;
}

/** What of a question's words was found: 1 as typed, less where only the letters are the same, 0 where nothing is. */
interface Found {
  /** By place in the lookup, the best of each; of a phrase or pair the worst of its words counts. */
  readonly words: readonly number[];
  readonly phrases: readonly number[];
  /** Pairs whose words stand side by side. */
  readonly adjacent: readonly number[];
  /** How well the words of a pair stand near each other, in either order. */
  findNear(pair: number): number;
}

/** @param word the place of its first typed word in the lookup @param phrase that of its first alternative */
function coverConcept({ typed, alternatives }: Concept, run: Found, word: number, phrase: number): number {
  let all = 0;
  let present = 0;
  for (let at = 0; at < typed.length; at++) {
    const idf = typed[at]?.idf ?? 0;
    all += idf;
    present += idf * (run.words[word + at] ?? 0);
  }
  let share = all > 0 ? present / all : 0;
  for (let at = 0; at < alternatives.length; at++) {
    share = Math.max(share, (alternatives[at]?.weight ?? 0) * (run.phrases[phrase + at] ?? 0));
  }
  return share;
}

/** What a run of tokens has. */
class Run implements Found {
  readonly words: number[];
  readonly phrases: number[];
  readonly adjacent: number[];
  readonly #lookup: TermLookup;
  readonly #tokens: Uint32Array;
  readonly #foldedOf: Uint32Array;
  /** By place in the lookup, where each term stands. */
  readonly #standsAt: (number[] | undefined)[] = [];

  constructor({ parts: { foldedOf } }: LexicalIndex, lookup: TermLookup, tokens: Uint32Array) {
    this.#lookup = lookup;
    this.#tokens = tokens;
    this.#foldedOf = foldedOf;
    this.words = zeros(lookup.words.length);
    this.phrases = zeros(lookup.phrases.length);
    this.adjacent = zeros(lookup.pairs.length);
    for (let at = 0; at < tokens.length; at++) this.#meet(at);
  }

  #meet(at: number): void {
    const place = this.#lookup.placeOf(this.#foldedOf[this.#tokens[at] ?? 0] ?? -1);
    if (place === 0) return;
    const { words, phrases, pairs } = this.#lookup;
    const uses = this.#lookup.usesAt(place);
    const known = this.#standsAt[place];
    if (known) known.push(at);
    else this.#standsAt[place] = [at];
    for (const word of uses?.words ?? []) raise(this.words, word, this.#matchAt(at, words[word]));
    for (const phrase of uses?.phrases ?? []) {
      raise(this.phrases, phrase, this.#matchPhrase(at, phrases[phrase]?.terms));
    }
    for (const pair of uses?.firsts ?? []) {
      raise(this.adjacent, pair, this.#matchPhrase(at, pairs[pair]?.terms));
    }
  }

  findNear(pair: number): number {
    const places = this.#lookup.pairPlaces[pair];
    const [firsts, seconds] = [this.#standsAt[places?.[0] ?? 0], this.#standsAt[places?.[1] ?? 0]];
    if (firsts === undefined || seconds === undefined) return 0;
    const [first, second] = this.#lookup.pairs[pair]?.terms ?? [];
    let best = 0;
    for (const at of firsts) {
      for (const other of seconds) {
        if (other === at || Math.abs(other - at) > 1 + NEAR) continue;
        best = Math.max(best, Math.min(this.#matchAt(at, first), this.#matchAt(other, second)));
      }
    }
    return best;
  }

  #matchPhrase(start: number, terms: readonly QuestionTerm[] = []): number {
    let worst = terms.length > 0 ? 1 : 0;
    for (let at = 0; at < terms.length && worst > 0; at++) {
      worst = Math.min(worst, this.#matchAt(start + at, terms[at]));
    }
    return worst;
  }

  #matchAt(place: number, term: QuestionTerm | undefined): number {
    const token = this.#tokens[place];
    if (term === undefined || token === undefined || this.#foldedOf[token] !== term.folded) return 0;
    return !term.isMarked || token === term.plain ? 1 : OTHER_DIACRITICS;
  }
}

/** What several runs have: the best of each. */
class Together implements Found {
  readonly words: number[];
  readonly phrases: number[];
  readonly adjacent: number[];
  readonly #runs: readonly Run[];

  constructor(runs: readonly Run[]) {
    this.#runs = runs;
    this.words = largestOfEach(runs, "words");
    this.phrases = largestOfEach(runs, "phrases");
    this.adjacent = largestOfEach(runs, "adjacent");
  }

  findNear(pair: number): number {
    return this.#runs.reduce((best, run) => Math.max(best, run.findNear(pair)), 0);
  }
}

function largestOfEach(runs: readonly Run[], list: "words" | "phrases" | "adjacent"): number[] {
  const largest = zeros(runs[0]?.[list].length ?? 0);
  for (const run of runs) {
    const values = run[list];
    for (let at = 0; at < largest.length; at++) raise(largest, at, values[at] ?? 0);
  }
  return largest;
}

/** A plain array: hundreds of small typed ones a question would keep the garbage collector busy. */
function zeros(count: number): number[] {
  return new Array<number>(count).fill(0);
}

function raise(values: number[], at: number, value: number): void {
  if (value > (values[at] ?? 0)) values[at] = value;
}
