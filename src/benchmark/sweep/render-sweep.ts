import { formatTable } from "../../evaluation/format-table.ts";
import type { SweepFigures } from "./measure-index-kind.ts";

/** One row an index, the sizes one after another. */
export function renderSweep(figures: readonly SweepFigures[]): string {
  return formatTable(
    ["index", "passages", "recall@10", "ms median", "ms p95", "build, s", "file, MB"],
    figures.map((each) => [
      nameIndex(each),
      String(each.passages),
      each.recallAt10.toFixed(3),
      each.milliseconds.median.toFixed(2),
      each.milliseconds.p95.toFixed(2),
      each.buildSeconds.toFixed(1),
      (each.bytes / 1e6).toFixed(1),
    ]),
  );
}

function nameIndex({ kind, graph }: SweepFigures): string {
  return graph ? `graph M=${graph.m} efC=${graph.efConstruction} ef=${graph.efSearch}` : kind;
}

/** Recall that a graph must reach to be an alternative to exact search. */
export const RECALL_WANTED = 0.99;

/** For each size, which index is the fastest of those that miss less than one neighbour in a hundred. */
export function renderChoice(figures: readonly SweepFigures[]): string {
  const sizes = [...new Set(figures.map(({ passages }) => passages))];
  return sizes
    .map((size) => {
      const [best] = figures
        .filter(({ passages, recallAt10 }) => passages === size && recallAt10 >= RECALL_WANTED)
        .sort((a, b) => a.milliseconds.median - b.milliseconds.median);
      const choice = best ? `${nameIndex(best)}, ${best.milliseconds.median.toFixed(2)} ms` : "none";
      return `fastest with recall@10 >= ${RECALL_WANTED} at ${size} passages: ${choice}\n`;
    })
    .join("");
}
