import { inverseDocumentFrequency } from "../index/lexical/bm25.ts";
import type { LexicalIndex } from "../index/lexical/lexical-index.ts";
import { documentFrequency } from "../index/lexical/postings.ts";
import type { NearWords } from "../language/near-words.ts";
import { type QuestionTerm, toTerm } from "./question-term.ts";

/**
 * A question as units, each a word or phrase, that a passage may meet with other words of nearly the same meaning:
 * every unit counts by its best match (MaxSim, Khattab & Zaharia 2020), so that a passage is as near as it covers
 * the question's parts, not only as near as their mean.
 */
export interface QuestionMeaning {
  /** How much each unit says: the square of its vector's length, as in the cosine of the whole. */
  readonly masses: Float64Array;
  /** The same, times how rare the unit is in the articles. */
  readonly rareMasses: Float64Array;
  /** The phrases by which units are met: those that begin with the same folded term together. */
  readonly ways: ReadonlyArray<readonly Way[]>;
  /** By folded term: one more than the place in `ways` of the phrases that begin with it; 0 where none does. */
  readonly waysAt: Uint16Array;
}

interface Way {
  readonly unit: number;
  readonly terms: readonly QuestionTerm[];
  /** 1 for the unit itself, less for what is only near in meaning. */
  readonly likeness: number;
}

/** A stretch of a question that is cut into units, or one unit where it is known to have other ways to say it. */
export interface Stretch {
  readonly syllables: readonly string[];
  readonly alternatives: ReadonlyArray<{ readonly words: readonly string[]; readonly weight: number }>;
  /** How much it counts beside others: function words count little. */
  readonly share: number;
}

/** What the table does not know says about as much as a common word of content. */
const UNKNOWN_WEIGHT = 4;
/** What a word with other diacritics is worth to one that was typed with diacritics. */
const OTHER_DIACRITICS = 0.3;

/** Cuts a question into units and finds the phrases of the articles that meet them. */
export function parseMeaning(
  lexical: LexicalIndex,
  nearWords: NearWords,
  stretches: readonly Stretch[],
): QuestionMeaning {
  const masses: number[] = [];
  const rareMasses: number[] = [];
  const ways: Way[][] = [];
  const waysAt = new Uint16Array(lexical.parts.folded.size);
  const addWay = (words: readonly string[], likeness: number) => {
    const terms = words.map((word) => toTerm(lexical, word));
    const first = terms[0];
    if (first === undefined || terms.some(({ folded }) => folded < 0)) return;
    const way = { unit: masses.length - 1, terms, likeness };
    const others = ways[(waysAt[first.folded] ?? 0) - 1];
    if (others) others.push(way);
    else waysAt[first.folded] = ways.push([way]);
  };
  const seen = new Set<string>();
  for (const { syllables, alternatives, share } of stretches) {
    for (const words of cutUnits(nearWords, syllables, alternatives.length > 0)) {
      const key = words.join(" ");
      if (seen.has(key)) continue;
      seen.add(key);
      const known = nearWords.find(words);
      const mass = (known?.weight ?? UNKNOWN_WEIGHT) ** 2 * share;
      masses.push(mass);
      const terms = words.map((word) => toTerm(lexical, word));
      rareMasses.push(mass * measureRarity(lexical, terms));
      addWay(words, 1);
      for (const near of known?.near ?? []) addWay(near.words, near.likeness);
      for (const { words: other, weight } of alternatives) {
        addWay(other, weight);
        for (const near of nearWords.find(other)?.near ?? []) addWay(near.words, weight * near.likeness);
      }
    }
  }
  return { masses: Float64Array.from(masses), rareMasses: Float64Array.from(rareMasses), ways, waysAt };
}

/** The longest phrases that the table knows, one after another; one unit where a stretch must stay whole. */
function cutUnits(nearWords: NearWords, syllables: readonly string[], isWhole: boolean): string[][] {
  if (isWhole || nearWords.find(syllables)) return [[...syllables]];
  const units: string[][] = [];
  for (let at = 0; at < syllables.length; ) {
    const length = nearWords.match(syllables, at);
    units.push(syllables.slice(at, at + length));
    at += length;
  }
  return units;
}

/** The idf of the rarest word or pair of a phrase. */
export function measureRarity(lexical: LexicalIndex, terms: readonly QuestionTerm[]): number {
  const { foldedPairs, postings } = lexical.parts;
  let rarest = 0;
  for (const [at, term] of terms.entries()) {
    rarest = Math.max(rarest, term.idf);
    const before = terms[at - 1];
    if (before === undefined) continue;
    const pair = foldedPairs.find(before.folded, term.folded);
    const frequency = documentFrequency(postings.foldedPairs, pair);
    rarest = Math.max(rarest, inverseDocumentFrequency(lexical.passageCount, frequency));
  }
  return rarest;
}

/**
 * How well a run of tokens meets each unit, 0 to 1.
 * @param tokens plain term ids in their order
 */
export function meetUnits(
  { parts: { foldedOf } }: LexicalIndex,
  { masses, ways, waysAt }: QuestionMeaning,
  tokens: Uint32Array,
): number[] {
  const met = new Array<number>(masses.length).fill(0);
  for (let at = 0; at < tokens.length; at++) {
    const place = waysAt[foldedOf[tokens[at] ?? 0] ?? 0] ?? 0;
    if (place === 0) continue;
    for (const way of ways[place - 1] ?? []) {
      const best = met[way.unit] ?? 0;
      if (way.likeness > best) met[way.unit] = Math.max(best, followWay(foldedOf, way, tokens, at));
    }
  }
  return met;
}

/** How well the tokens from a place on are the phrase of a way; 0 when they are not. */
function followWay(
  foldedOf: Uint32Array,
  { terms, likeness }: Way,
  tokens: Uint32Array,
  start: number,
): number {
  let worth = likeness;
  for (let offset = 0; offset < terms.length; offset++) {
    const [term, token] = [terms[offset], tokens[start + offset]];
    if (term === undefined || token === undefined || foldedOf[token] !== term.folded) return 0;
    if (term.isMarked && token !== term.plain) worth *= OTHER_DIACRITICS;
  }
  return worth;
}

/** The share of the mass that is met, 0 to 1. */
export function shareMet(masses: Float64Array, met: readonly number[]): number {
  let all = 0;
  let sum = 0;
  for (let unit = 0; unit < masses.length; unit++) {
    const mass = masses[unit] ?? 0;
    all += mass;
    sum += mass * (met[unit] ?? 0);
  }
  return all > 0 ? sum / all : 0;
}
