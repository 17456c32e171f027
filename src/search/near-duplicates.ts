import type { Generation } from "../index/generation.ts";
import type { RankedPassage } from "./rank.ts";

/** Two passages that share this part of the shorter one's word pairs say the same. */
const SHARED_PAIRS = 0.5;

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
  const groups: Array<{ members: RankedPassage[]; pairs: Set<number> }> = [];
  for (const candidate of ranked) {
    const pairs = foldedPairs(generation, candidate.passage);
    const same = groups.find((group) => shareOf(group.pairs, pairs) >= SHARED_PAIRS);
    if (same) same.members.push(candidate);
    else if (groups.length < limit) groups.push({ members: [candidate], pairs });
    else break;
  }
  return groups.map(({ members }) => {
    const shown = chooseShown(generation, members);
    return { shown, alsoIn: members.filter((member) => member !== shown) };
  });
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

function foldedPairs(generation: Generation, passage: number): Set<number> {
  const { tokens, passageTokens, foldedOf, folded } = generation.lexical.parts;
  const pairs = new Set<number>();
  const end = passageTokens[passage + 1] ?? 0;
  for (let at = (passageTokens[passage] ?? 0) + 1; at < end; at++) {
    pairs.add((foldedOf[tokens[at - 1] ?? 0] ?? 0) * folded.size + (foldedOf[tokens[at] ?? 0] ?? 0));
  }
  return pairs;
}

/** The overlap coefficient: the shared part of the smaller set. */
function shareOf(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const pair of small) if (large.has(pair)) shared++;
  return shared / small.size;
}
