import { InvalidArgumentError } from "commander";
import type { Surroundings } from "../../cli/command-line.ts";
import { loadEmbedder } from "../../embedding/load-embedder.ts";
import type { GraphPlan, SweepFigures } from "./measure-index-kind.ts";
import { renderChoice, renderSweep } from "./render-sweep.ts";
import { sweep } from "./sweep.ts";

export interface SweepCommandOptions {
  readonly benchmark?: string;
  readonly sizes: readonly number[];
  readonly graphs: readonly Omit<GraphPlan, "efSearches">[];
  readonly questions: number;
  readonly keep?: string;
  readonly json?: boolean;
}

/** How far is looked when a graph is asked: double each time. */
const EF_SEARCHES = [100, 200, 400, 800, 1_600];

/** `npm run benchmark -- --sweep`: exact search and graphs beside each other. */
export async function printSweep(
  { graphs, json, ...options }: SweepCommandOptions,
  { config, stdout, stderr }: Surroundings,
): Promise<void> {
  const all: SweepFigures[] = [];
  await sweep({
    ...options,
    graphs: graphs.map((graph) => ({ ...graph, efSearches: EF_SEARCHES })),
    embedder: await loadEmbedder({ model: config.embeddingModel, allowDownload: false }),
    onSource: (name) => stderr.write(`${name}…\n`),
    onFigures(figures) {
      all.push(...figures);
      if (json) for (const each of figures) stdout.write(`${JSON.stringify(each)}\n`);
    },
  });
  if (!json) stdout.write(renderSweep(all) + renderChoice(all));
}

/** `16/200,32/200`: links a vector, and how far is looked when building. */
export function parseGraphs(list: string): Omit<GraphPlan, "efSearches">[] {
  return list.split(",").map((graph) => {
    const [, m, efConstruction] = /^(\d{1,3})\/(\d{1,4})$/.exec(graph) ?? [];
    if (!Number(m) || !Number(efConstruction)) {
      throw new InvalidArgumentError("It must be M/efConstruction, with commas between them: 16/200,32/200.");
    }
    return { m: Number(m), efConstruction: Number(efConstruction) };
  });
}
