import type { Generation } from "../index/generation.ts";
import { PairFilter } from "./pair-filter.ts";
import type { RankedPassage } from "./rank.ts";

/** Two passages that share this part of the shorter one's word pairs say the same... */
const SHARED_PAIRS = 0.5;
/** ...unless their numbers differ: reports of two months are alike but for them. */
const SHARED_NUMBERS = 0.5;

/** A passage, and the passages of other articles that say the same. */
export interface DistinctPassage {
  readonly shown: RankedPassage;
  readonly alsoIn: readonly RankedPassage[];
}

/**
 * The first `limit` passages that differ from each other. Of those that say the same, one is shown: of those that
 * answer as well as the first, the one whose article is best known, and then the longest.
 */
export function collapseNearDuplicates(
  generation: Generation,
  ranked: readonly RankedPassage[],
  limit: number,
): DistinctPassage[] {
  const groups: Array<{ members: RankedPassage[]; content: Content }> = [];
  const filter = new PairFilter(SHARED_PAIRS);
  for (const candidate of ranked) {
    const pairs = readPairs(generation, candidate.passage);
    const mayBeSame = filter.findAlike(pairs);
    if (mayBeSame.length === 0 && groups.length >= limit) continue;
    const content = readContent(generation, candidate.passage, pairs);
    const same = mayBeSame.map((at) => groups[at]).find((group) => group && isSame(group.content, content));
    if (same) same.members.push(candidate);
    else if (groups.length < limit) {
      filter.add(content.pairs);
      groups.push({ members: [candidate], content });
    }
  }
  return groups.map(({ members }) => {
    const shown = chooseShown(generation, members);
    return { shown, alsoIn: members.filter((member) => member !== shown) };
  });
}

/** Whether two passages say the same, nearly word for word. */
export function sayTheSame(generation: Generation, passage: number, other: number): boolean {
  return isSame(readContent(generation, passage), readContent(generation, other));
}

function chooseShown(generation: Generation, members: readonly RankedPassage[]): RankedPassage {
  const [first, ...others] = members;
  if (!first) throw new RangeError("A group of passages has at least one.");
  return others
    .filter(({ answer }) => answer.score >= first.answer.score)
    .reduce((best, other) => (isBetterCited(generation, other, best) ? other : best), first);
}

function isBetterCited(generation: Generation, passage: RankedPassage, other: RankedPassage): boolean {
  const [own, others] = [countKnown(generation, passage), countKnown(generation, other)];
  return own > others || (own === others && lengthOf(generation, passage) > lengthOf(generation, other));
}

function countKnown({ passages, articles }: Generation, { passage }: RankedPassage): number {
  const article = articles[passages.articleOf(passage)];
  return [article?.title, article?.publisher, article?.publishedOn, article?.url].filter(Boolean).length;
}

function lengthOf({ passages }: Generation, { passage }: RankedPassage): number {
  const { start, end } = passages.span(passage);
  return end - start;
}

/** What a passage says, as far as it can be compared. */
interface Content {
  /** Its pairs of neighbouring words, each once, ascending. */
  readonly pairs: Float64Array;
  /** Looked for only where the pairs are alike. */
  readonly numbers: () => ReadonlySet<number>;
}

/** The pairs of neighbouring words of a passage in their order: one number each. */
function readPairs({ lexical }: Generation, passage: number): Float64Array {
  const { tokens, passageTokens, foldedOf, folded } = lexical.parts;
  const first = passageTokens[passage] ?? 0;
  const pairs = new Float64Array(Math.max(0, (passageTokens[passage + 1] ?? 0) - first - 1));
  let before = foldedOf[tokens[first] ?? 0] ?? 0;
  for (let at = 0; at < pairs.length; at++) {
    const next = foldedOf[tokens[first + at + 1] ?? 0] ?? 0;
    pairs[at] = before * folded.size + next;
    before = next;
  }
  return pairs;
}

function readContent(
  generation: Generation,
  passage: number,
  pairs = readPairs(generation, passage),
): Content {
  const { tokens, passageTokens, foldedOf, folded } = generation.lexical.parts;
  const run = tokens.subarray(passageTokens[passage], passageTokens[passage + 1]);
  return {
    pairs: dropRepeated(pairs.slice().sort()),
    numbers: () => {
      const terms = Array.from(run, (token) => foldedOf[token] ?? 0);
      return new Set(terms.filter((term) => /^\p{N}/u.test(folded.term(term))));
    },
  };
}

function dropRepeated(sorted: Float64Array): Float64Array {
  let count = 0;
  for (let at = 0; at < sorted.length; at++) {
    const value = sorted[at] ?? 0;
    if (at === 0 || value !== sorted[count - 1]) sorted[count++] = value;
  }
  return sorted.subarray(0, count);
}

function isSame(a: Content, b: Content): boolean {
  if (overlap(countShared(a.pairs, b.pairs), a.pairs.length, b.pairs.length, 0) < SHARED_PAIRS) return false;
  const [numbers, others] = [a.numbers(), b.numbers()];
  const shared = [...numbers].filter((number) => others.has(number)).length;
  return overlap(shared, numbers.size, others.size, 1) >= SHARED_NUMBERS;
}

/** How many values two ascending lists share. */
function countShared(a: Float64Array, b: Float64Array): number {
  let shared = 0;
  for (let at = 0, other = 0; at < a.length && other < b.length; ) {
    const difference = (a[at] ?? 0) - (b[other] ?? 0);
    if (difference === 0) shared++;
    if (difference <= 0) at++;
    if (difference >= 0) other++;
  }
  return shared;
}

/** The overlap coefficient: the shared part of the smaller set; `ofNothing` where that is empty. */
function overlap(shared: number, size: number, otherSize: number, ofNothing: number): number {
  const smaller = Math.min(size, otherSize);
  return smaller === 0 ? ofNothing : shared / smaller;
}
