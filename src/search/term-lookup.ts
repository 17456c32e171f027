import type { LexicalIndex } from "../index/lexical/lexical-index.ts";
import type { Alternative, Concept, QuestionTerm, TypedPair } from "./question-term.ts";

/** What one folded term is in a question; places are those in the lists of the lookup. */
export interface Uses {
  readonly words: readonly number[];
  /** Other ways to say something that begin with it. */
  readonly phrases: readonly number[];
  /** Pairs of which it is the first word. */
  readonly firsts: readonly number[];
}

type OpenUses = { readonly [Kind in keyof Uses]: number[] };

/**
 * The words of a question by folded term, so that a run of tokens is gone through once, whatever the question is
 * about: most tokens are nothing to it.
 */
export class TermLookup {
  /** The typed words of all concepts, one after another. */
  readonly words: readonly QuestionTerm[];
  /** The alternatives of all concepts, one after another. */
  readonly phrases: readonly Alternative[];
  readonly pairs: readonly TypedPair[];
  /** Of each pair the places of its two words, 0 for one that no passage has. */
  readonly pairPlaces: ReadonlyArray<readonly [number, number]>;
  /** By folded term: one more than its place among the uses; 0 for what is nothing to the question. */
  readonly #places: Uint16Array;
  readonly #uses: OpenUses[] = [];

  constructor(lexical: LexicalIndex, concepts: readonly Concept[], pairs: readonly TypedPair[]) {
    this.words = concepts.flatMap(({ typed }) => typed);
    this.phrases = concepts.flatMap(({ alternatives }) => alternatives);
    this.pairs = pairs;
    this.#places = new Uint16Array(lexical.parts.folded.size);
    for (const [at, word] of this.words.entries()) this.#use(word)?.words.push(at);
    for (const [at, { terms }] of this.phrases.entries()) this.#use(terms[0])?.phrases.push(at);
    for (const [at, { terms }] of pairs.entries()) {
      this.#use(terms[0])?.firsts.push(at);
      this.#use(terms[1]);
    }
    this.pairPlaces = pairs.map(({ terms }) => [
      this.placeOf(terms[0].folded),
      this.placeOf(terms[1].folded),
    ]);
  }

  /** The place, from 1, of a folded term among those of the question; 0 for what is nothing to it. */
  placeOf(folded: number): number {
    return this.#places[folded] ?? 0;
  }

  /** What the term at a place is in the question. */
  usesAt(place: number): Uses | undefined {
    return this.#uses[place - 1];
  }

  #use(term: QuestionTerm | undefined): OpenUses | undefined {
    if (term === undefined || term.folded < 0) return undefined;
    if (this.#places[term.folded] === 0) {
      this.#places[term.folded] = this.#uses.push({ words: [], phrases: [], firsts: [] });
    }
    return this.#uses[(this.#places[term.folded] ?? 0) - 1];
  }
}
