import { inverseDocumentFrequency } from "../index/lexical/bm25.ts";
import type { LexicalIndex } from "../index/lexical/lexical-index.ts";
import { documentFrequency } from "../index/lexical/postings.ts";
import { foldDiacritics } from "../language/fold.ts";
import { splitSyllables } from "../language/syllables.ts";

/** A question's terms with their idf, for looking at single sentences and passages. */
export interface QuestionTerms {
  /** By folded term id; terms that no passage has are only in `mass`. */
  readonly idfOf: ReadonlyMap<number, number>;
  /** Pairs of neighbouring folded term ids, `first · size + second`, with their idf. */
  readonly idfOfPair: ReadonlyMap<number, number>;
  /** The sum of idf over all terms, unseen ones too. */
  readonly mass: number;
  readonly pairMass: number;
  /** The share of `mass` that stands in no passage at all. */
  readonly unseenShare: number;
}

/** Weighs a question's terms, without diacritics, by how rare they are among the passages. */
export function weighTerms(lexical: LexicalIndex, question: string): QuestionTerms {
  const { folded, foldedPairs, postings } = lexical.parts;
  const terms = splitSyllables(question).map(foldDiacritics);
  const idfOf = new Map<number, number>();
  let mass = 0;
  let unseen = 0;
  for (const term of new Set(terms)) {
    const id = folded.find(term);
    const idf = inverseDocumentFrequency(lexical.passageCount, documentFrequency(postings.folded, id));
    mass += idf;
    if (id >= 0) idfOf.set(id, idf);
    else unseen += idf;
  }
  const idfOfPair = new Map<number, number>();
  let pairMass = 0;
  for (const pair of new Set(terms.slice(1).map((term, at) => `${terms[at]} ${term}`))) {
    const [first = "", second = ""] = pair.split(" ");
    const [a, b] = [folded.find(first), folded.find(second)];
    const frequency = documentFrequency(postings.foldedPairs, foldedPairs.find(a, b));
    const idf = inverseDocumentFrequency(lexical.passageCount, frequency);
    pairMass += idf;
    if (a >= 0 && b >= 0) idfOfPair.set(a * folded.size + b, idf);
  }
  return { idfOf, idfOfPair, mass, pairMass, unseenShare: mass > 0 ? unseen / mass : 1 };
}

/** How much of a question a run of tokens covers: shares of the idf of its terms and of its pairs, 0 to 1. */
export interface Coverage {
  readonly terms: number;
  readonly pairs: number;
}

/** @param from,to where the run begins and ends among the lexical index's tokens */
export function measureCoverage(
  lexical: LexicalIndex,
  terms: QuestionTerms,
  from: number,
  to: number,
): Coverage {
  const { tokens, foldedOf, folded } = lexical.parts;
  const seen = new Set<number>();
  const seenPairs = new Set<number>();
  let covered = 0;
  let coveredPairs = 0;
  let previous = -1;
  for (let at = from; at < to; at++) {
    const term = foldedOf[tokens[at] ?? 0] ?? -1;
    const idf = terms.idfOf.get(term);
    if (idf !== undefined && !seen.has(term)) {
      seen.add(term);
      covered += idf;
    }
    const pair = previous * folded.size + term;
    const pairIdf = previous < 0 ? undefined : terms.idfOfPair.get(pair);
    if (pairIdf !== undefined && !seenPairs.has(pair)) {
      seenPairs.add(pair);
      coveredPairs += pairIdf;
    }
    previous = term;
  }
  return {
    terms: terms.mass > 0 ? covered / terms.mass : 0,
    pairs: terms.pairMass > 0 ? coveredPairs / terms.pairMass : 0,
  };
}
