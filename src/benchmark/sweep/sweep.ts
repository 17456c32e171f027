import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { Embedder } from "../../embedding/embedder.ts";
import {
  type GraphPlan,
  measureKind,
  measureLoop,
  measureScan,
  type SweepFigures,
} from "./measure-index-kind.ts";
import { embedTexts, makeTexts, readTexts, type SweepVectors } from "./sweep-vectors.ts";

export interface SweepOptions {
  readonly embedder: Embedder;
  readonly questions: number;
  /** Passages of the made corpora, where no folder is given. */
  readonly sizes: readonly number[];
  readonly graphs: readonly GraphPlan[];
  /** A benchmark folder, whose passages are taken instead of made ones. */
  readonly benchmark?: string;
  /** Where vectors are kept for the next run. */
  readonly keep?: string;
  readonly onSource?: (name: string) => void;
  readonly onFigures: (figures: readonly SweepFigures[]) => void;
}

/** Measures exact search and graphs of each kind over the same vectors, size by size. */
export async function sweep(options: SweepOptions): Promise<void> {
  const { graphs, onFigures, onSource = () => {} } = options;
  const folder = await mkdtemp(join(tmpdir(), "sweep-"));
  try {
    for (const source of listSources(options)) {
      onSource(source.name);
      const vectors = await source.load();
      onFigures([await measureLoop(vectors), await measureScan(vectors)]);
      onFigures(await measureKind(vectors, "exact", { m: 1, efConstruction: 1, efSearches: [1] }, folder));
      for (const graph of graphs) onFigures(await measureKind(vectors, "graph", graph, folder));
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Source {
  readonly name: string;
  load(): Promise<SweepVectors>;
}

function listSources({ benchmark, sizes, questions, embedder, keep }: SweepOptions): Source[] {
  if (benchmark !== undefined) {
    const load = async () =>
      embedTexts(basename(benchmark), await readTexts(benchmark, questions), embedder, keep);
    return [{ name: benchmark, load }];
  }
  return sizes.map((size) => ({
    name: `${size} made passages`,
    load: () => embedTexts("made", makeTexts(size, questions), embedder, keep),
  }));
}
