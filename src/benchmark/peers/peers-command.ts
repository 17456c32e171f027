import { writeFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Surroundings } from "../../cli/command-line.ts";
import { comparePeers, drawPlot } from "./compare.ts";
import { PEER_LABELS } from "./peer.ts";
import { specifyPlot } from "./plot-spec.ts";
import { explainPeers, renderPeers } from "./render-peers.ts";

export interface PeersOptions {
  readonly benchmark?: string;
  readonly passages?: string;
  readonly plot?: string;
  readonly json?: boolean;
}

/** `npm run benchmark -- --peers`: what a user might pick instead, beside ours. */
export async function printPeers(
  { benchmark, passages, plot, json }: PeersOptions,
  { stdout, stderr }: Surroundings,
): Promise<void> {
  if (benchmark === undefined) {
    throw new Error(
      "There is nothing to compare on; name a folder of passages and questions by --benchmark DIR.",
    );
  }
  const figures = await comparePeers(benchmark, passages, (name) => stderr.write(`${PEER_LABELS[name]}…\n`));
  const size = figures[0]?.passages ?? 0;
  if (json) for (const each of figures) stdout.write(`${JSON.stringify(each)}\n`);
  else {
    stdout.write(
      `${basename(benchmark)}, ${size} passages; in brackets, times ours\n${renderPeers(figures)}`,
    );
    for (const sentence of explainPeers(figures)) stdout.write(`${sentence}\n`);
  }
  if (plot !== undefined) {
    const title = `Search over ${size} passages of ${basename(benchmark)}`;
    await writeFile(plot, await drawPlot(specifyPlot(figures, title)));
  }
}
