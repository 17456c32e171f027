/** How well one question's ranking did; `rank` counts from 1 and is infinite where nothing right was found. */
export interface RankingQuality {
  readonly recallAt1: number;
  readonly recallAt5: number;
  readonly reciprocalRank: number;
  readonly ndcgAt10: number;
}

/**
 * Measures one ranking. A question counts as recalled when one of its positives is among the first k;
 * nDCG (Järvelin & Kekäläinen 2002) with binary gains and log2 discount.
 */
export function measureRanking(ranked: readonly string[], positives: ReadonlySet<string>): RankingQuality {
  const first = ranked.findIndex((id) => positives.has(id));
  const rank = first < 0 ? Number.POSITIVE_INFINITY : first + 1;
  const gain = ranked
    .slice(0, 10)
    .reduce((sum, id, at) => sum + (positives.has(id) ? 1 / Math.log2(at + 2) : 0), 0);
  let ideal = 0;
  for (let at = 0; at < Math.min(10, positives.size); at++) ideal += 1 / Math.log2(at + 2);
  return {
    recallAt1: rank <= 1 ? 1 : 0,
    recallAt5: rank <= 5 ? 1 : 0,
    reciprocalRank: 1 / rank,
    ndcgAt10: ideal > 0 ? gain / ideal : 0,
  };
}

/** The arithmetic mean; 0 of nothing. */
export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The share of items of which something holds, 0 to 1; 0 of none. */
export function shareOf<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  return mean(items.map((item) => (holds(item) ? 1 : 0)));
}
