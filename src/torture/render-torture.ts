import { formatTable } from "../evaluation/format-table.ts";
import type { DamageFigures } from "./damage-index.ts";
import type { FullDiskFigures } from "./fill-disk.ts";
import type { KillFigures } from "./kill-builds.ts";
import type { SwapFigures } from "./swap-generations.ts";

/** What `npm run torture` found; the parts that were run. */
export interface TortureFigures {
  readonly kill?: KillFigures;
  readonly disk?: FullDiskFigures;
  readonly damage?: DamageFigures;
  readonly swap?: SwapFigures;
}

/** How much of what must not be, was: 0 is what an index folder promises. */
export function countFaults({ kill, disk, damage, swap }: TortureFigures): number {
  return (
    (kill ? kill.lost + kill.nextFailed + kill.aborted : 0) +
    (disk ? disk.lost + disk.nextFailed + disk.aborted + disk.unclear : 0) +
    (damage ? [damage.aborted, damage.lost, damage.servedDamaged, damage.unclear].flat().length : 0) +
    (swap ? swap.failed : 0)
  );
}

/** One row a figure. */
export function renderTorture({ kill, disk, damage, swap }: TortureFigures): string {
  const rows: Array<readonly [string, string | number]> = [];
  if (kill) {
    rows.push(
      ["builds killed (SIGKILL), spread over their time", kill.killed],
      ["  right before a change to the disk, renames included", kill.killedBeforeChange],
      ["  had ended before their moment", kill.cameTooLate],
      ["  indexes lost", kill.lost],
      ["  next build failed", kill.nextFailed],
      ["  aborts", kill.aborted],
    );
  }
  if (disk) {
    rows.push(
      [
        "disks full: injected / ulimit -f / a small disk",
        `${disk.injected} / ${disk.limited} / ${disk.mounted ?? "-"}`,
      ],
      ["  indexes lost", disk.lost],
      ["  not told in one sentence", disk.unclear],
      ["  next build failed", disk.nextFailed],
      ["  aborts", disk.aborted],
    );
  }
  if (damage) {
    rows.push(
      ["damages tried", damage.tried],
      ["  of so many kinds / asked by npm run ask, too", `${damage.kinds} / ${damage.askedByCommand}`],
      ["  the newest whole generation answered", damage.served],
      ["  nothing was whole, said in one sentence", damage.refused],
      ["  indexes lost", nameKinds(damage.lost)],
      ["  answered from damaged files", nameKinds(damage.servedDamaged)],
      ["  not told in one sentence", nameKinds(damage.unclear)],
      ["  aborts", nameKinds(damage.aborted)],
    );
  }
  if (swap) {
    rows.push(
      [`generations swapped in, of ${swap.passages} passages`, swap.swaps],
      ["  questions answered", swap.questions],
      ["  questions a second", swap.perSecond.toFixed(0)],
      ["  questions failed", swap.failed],
      [
        "  longest wait during a swap / else, ms",
        `${swap.longestWaitMs.toFixed(0)} / ${swap.longestWaitElsewhereMs.toFixed(0)}`,
      ],
      ["  longest work within such a wait, ms", swap.longestWorkMs?.toFixed(0) ?? "-"],
      ["  swap seen within, s", (swap.slowestSeenMs / 1000).toFixed(1)],
      ["  heap after the first / last swap, MB", pair(swap.memoryFirst.heap, swap.memoryLast.heap)],
      ["  resident after the first / last swap, MB", pair(swap.memoryFirst.rss, swap.memoryLast.rss)],
    );
  }
  return formatTable(
    ["", ""],
    rows.map(([name, value]) => [name, String(value)]),
  ).trimStart();
}

function nameKinds(kinds: readonly string[]): string {
  return kinds.length === 0 ? "0" : `${kinds.length}: ${kinds.join("; ")}`;
}

function pair(before: number, after: number): string {
  return `${(before / 1e6).toFixed(0)} / ${(after / 1e6).toFixed(0)}`;
}
