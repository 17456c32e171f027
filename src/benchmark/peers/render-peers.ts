import { formatShare, formatTable } from "../../evaluation/format-table.ts";
import type { PeerFigures } from "./compare.ts";
import { LEFT_OUT, PEER_LABELS } from "./peer.ts";

/** One row a system; in brackets how many times ours it takes. */
export function renderPeers(figures: readonly PeerFigures[]): string {
  const [ours] = figures;
  if (!ours) return "";
  return formatTable(
    ["recall@1", ...ours.recall.map(({ set }) => set), "ms median", "ms p95", "index, s", "memory, MB"],
    figures.map((each) => [
      PEER_LABELS[each.name],
      ...each.recall.map(({ recallAt1 }) => formatShare(recallAt1)),
      besideOurs(each.milliseconds.median, ours.milliseconds.median, 2),
      besideOurs(each.milliseconds.p95, ours.milliseconds.p95, 2),
      besideOurs(each.indexSeconds, ours.indexSeconds, 2),
      besideOurs(each.residentBytes / 1e6, ours.residentBytes / 1e6, 0),
    ]),
  );
}

function besideOurs(value: number, ours: number, digits: number): string {
  const ratio = value / ours;
  return `${value.toFixed(digits)} (${ratio < 0.095 ? ratio.toFixed(2) : ratio.toFixed(1)}x)`;
}

/** In sentences: where ours is ahead, where not, and why what is faster is faster. */
export function explainPeers(figures: readonly PeerFigures[]): string[] {
  const [ours, ...others] = figures;
  if (!ours) return [];
  const isAsGood = (other: PeerFigures, at: number) =>
    (other.recall[at]?.recallAt1 ?? 0) >= (ours.recall[at]?.recallAt1 ?? 0);
  const sets = ours.recall.map(({ set }, at) => {
    const rivals = others.filter((other) => isAsGood(other, at)).map(({ name }) => PEER_LABELS[name]);
    return rivals.length === 0
      ? `${set}: ours is ahead of each.`
      : `${set}: as good as ours or better: ${rivals.join(", ")}.`;
  });
  const faster = others.filter(({ milliseconds }) => milliseconds.median < ours.milliseconds.median);
  return [
    ...sets,
    ...faster.map((other) => {
      const asGood = ours.recall.filter((_, at) => isAsGood(other, at)).map(({ set }) => set);
      const standing = asGood.length > 0 ? `as good or better in ${asGood.join(", ")}` : "less good in each";
      return `${PEER_LABELS[other.name]} is faster, and ${standing}: ${explain(other)}.`;
    }),
  ];
}

function explain({ name }: PeerFigures): string {
  return name === "ours" ? "it is ours" : LEFT_OUT[name];
}
