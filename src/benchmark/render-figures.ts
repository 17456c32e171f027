import { formatTable } from "../evaluation/format-table.ts";
import { SEARCH_STAGES } from "./measure-search.ts";
import type { SizeFigures } from "./measure-size.ts";
import type { Timing } from "./statistics.ts";

/** One column a corpus, and how much the last one is of the first. */
export function renderFigures(sizes: readonly SizeFigures[]): string {
  const headings = ["", ...sizes.map(({ passages }) => `${passages} passages`), "last / one before"];
  const row = (name: string, pick: (size: SizeFigures) => string, growth?: (size: SizeFigures) => number) => [
    name,
    ...sizes.map(pick),
    growth ? renderGrowth(sizes.map(growth)) : "",
  ];
  const timing = (name: string, pick: (size: SizeFigures) => Timing) =>
    row(
      name,
      (size) => renderTiming(pick(size)),
      (size) => pick(size).median,
    );
  const stages = [...new Set(sizes.flatMap(({ indexing }) => Object.keys(indexing?.seconds ?? {})))];
  return formatTable(headings, [
    ...SEARCH_STAGES.map((stage) => timing(`${stage}, ms`, ({ stages }) => stages[stage])),
    timing("Telegram round trip, ms", ({ bot }) => bot.roundTrip),
    timing("  beyond search(), ms", ({ bot }) => bot.beyondSearch),
    row("questions a second, 100 askers", ({ bot }) => bot.questionsPerSecond.toFixed(0)),
    row("event loop delay p99, ms", ({ bot }) => bot.eventLoopDelayP99.toFixed(1)),
    row("dense recall@10 against exact", ({ denseRecall }) => denseRecall.toFixed(3)),
    row(
      "start to ready, ms",
      ({ start }) => start.ready.toFixed(0),
      ({ start }) => start.ready,
    ),
    row(
      "start to first answer, ms",
      ({ start }) => start.firstAnswer.toFixed(0),
      ({ start }) => start.firstAnswer,
    ),
    row(
      "resident memory, MB",
      ({ start }) => megabytes(start.residentBytes),
      ({ start }) => start.residentBytes,
    ),
    row(
      "index on disk, MB",
      ({ diskBytes }) => megabytes(diskBytes),
      ({ diskBytes }) => diskBytes,
    ),
    row("indexing, passages a second", ({ indexing }) => indexing?.passagesPerSecond.toFixed(0) ?? "-"),
    ...stages.map((stage) =>
      row(`  ${stage}, s`, ({ indexing }) => indexing?.seconds[stage]?.toFixed(2) ?? "-"),
    ),
  ]);
}

/** The median and the 95th percentile. */
function renderTiming({ median, p95 }: Timing): string {
  return `${median.toFixed(2)} / ${p95.toFixed(2)}`;
}

function renderGrowth(values: readonly number[]): string {
  const [before, last] = values.slice(-2);
  return before && last !== undefined ? `${(last / before).toFixed(1)}x` : "";
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
