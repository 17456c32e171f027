import { inverseDocumentFrequency } from "../index/lexical/bm25.ts";
import type { LexicalIndex } from "../index/lexical/lexical-index.ts";
import { documentFrequency } from "../index/lexical/postings.ts";
import type { QuestionTerm, TypedPair } from "./question-term.ts";

/** A word as it is looked for, and how much it counts. */
export interface Said {
  readonly term: QuestionTerm;
  readonly share: number;
}

/** The pairs of neighbouring words, each once. */
export function pairTerms(lexical: LexicalIndex, said: readonly Said[]): TypedPair[] {
  const { foldedPairs, postings } = lexical.parts;
  const pairs: TypedPair[] = [];
  const places = new Map<number, number>();
  for (let at = 1; at < said.length; at++) {
    const [first, second] = [said[at - 1], said[at]];
    // The last word of the question before and the first of this one were not said side by side.
    if (!first || !second || first.share !== second.share) continue;
    const id = foldedPairs.find(first.term.folded, second.term.folded);
    const idf = inverseDocumentFrequency(lexical.passageCount, documentFrequency(postings.foldedPairs, id));
    const pair: TypedPair = { terms: [first.term, second.term], mass: idf * second.share };
    const place = id < 0 ? undefined : places.get(id);
    if (place === undefined) places.set(id, pairs.push(pair) - 1);
    // Said in both questions it counts as in this one, which comes second.
    else pairs[place] = pair;
  }
  return pairs;
}

/** The share of the mass of pairs that stand side by side in some passage; 1 where there are no pairs. */
export function shareOfKnownPairs(
  { parts: { foldedPairs } }: LexicalIndex,
  pairs: readonly TypedPair[],
): number {
  let [known, all] = [0, 0];
  for (const { terms, mass } of pairs) {
    all += mass;
    if (foldedPairs.find(terms[0].folded, terms[1].folded) >= 0) known += mass;
  }
  return all > 0 ? known / all : 1;
}
