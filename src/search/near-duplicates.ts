import type { Generation } from "../index/generation.ts";
import type { RankedPassage } from "./rank.ts";

/** Two passages that share this part of the shorter one's word pairs say the same. */
const SHARED_PAIRS = 0.5;

/** A passage, and the passages of other articles that say the same. */
export interface DistinctPassage {
  readonly shown: RankedPassage;
  readonly alsoIn: readonly RankedPassage[];
}

/** The first `limit` passages that differ from each other; what says the same goes with the one shown. */
export function collapseNearDuplicates(
  generation: Generation,
  ranked: readonly RankedPassage[],
  limit: number,
): DistinctPassage[] {
  const groups: Array<{ shown: RankedPassage; alsoIn: RankedPassage[]; pairs: Set<number> }> = [];
  for (const candidate of ranked) {
    const pairs = foldedPairs(generation, candidate.passage);
    const same = groups.find((group) => shareOf(group.pairs, pairs) >= SHARED_PAIRS);
    if (same) same.alsoIn.push(candidate);
    else if (groups.length < limit) groups.push({ shown: candidate, alsoIn: [], pairs });
    else break;
  }
  return groups.map(({ shown, alsoIn }) => ({ shown, alsoIn }));
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
