import { stat } from "node:fs/promises";
import { join } from "node:path";
import { mean } from "../../evaluation/metrics.ts";
import type { DenseKind } from "../../index/dense.ts";
import {
  DENSE_PARAMETERS,
  DenseIndex,
  type DenseParameters,
  type NativeKind,
} from "../../index/dense-index.ts";
import { findLargest } from "../../index/find-largest.ts";
import { ScanIndex } from "../../index/scan/scan-index.ts";
import { measureRecall, scoreRows } from "../recall.ts";
import { summarise, type Timing, timeEach } from "../statistics.ts";
import type { SweepVectors } from "./sweep-vectors.ts";

/** One way to find the nearest passages, measured. */
export interface SweepFigures {
  readonly passages: number;
  readonly kind: DenseKind | "exact in TypeScript";
  /** Of a graph: how many links a vector has, and how far is looked when it is built and when it is asked. */
  readonly graph: Pick<DenseParameters, "m" | "efConstruction" | "efSearch"> | null;
  readonly recallAt10: number;
  /** A question, in milliseconds, for as many passages as the search asks for. */
  readonly milliseconds: Timing;
  readonly buildSeconds: number;
  /** Of the index's file. */
  readonly bytes: number;
}

/** A graph to be built, and the widths at which it is asked. */
export interface GraphPlan {
  readonly m: number;
  readonly efConstruction: number;
  readonly efSearches: readonly number[];
}

/** As many as the search takes from the dense side. */
const DEPTH = 50;

/** Exact search by a loop of our own: what an index has to be faster than. */
export async function measureLoop({ rows, questions }: SweepVectors): Promise<SweepFigures> {
  const milliseconds = await timeEach(questions, (question) => findLargest(scoreRows(rows, question), DEPTH));
  return {
    passages: rows.length / (questions[0]?.length ?? 1),
    kind: "exact in TypeScript",
    graph: null,
    recallAt10: 1,
    milliseconds: summarise(milliseconds),
    buildSeconds: 0,
    bytes: rows.byteLength,
  };
}

/** The scan of bytes, which has no file. */
export async function measureScan({ rows, questions }: SweepVectors): Promise<SweepFigures> {
  const began = performance.now();
  const index = await ScanIndex.build(rows, questions[0]?.length ?? 1);
  const buildSeconds = (performance.now() - began) / 1_000;
  const recalls = questions.map((question) =>
    measureRecall(
      scoreRows(rows, question),
      index.search(question, DEPTH).map(({ passage }) => passage),
    ),
  );
  return {
    passages: index.count,
    kind: index.kind,
    graph: null,
    recallAt10: mean(recalls),
    milliseconds: summarise(await timeEach(questions, (question) => index.search(question, DEPTH))),
    buildSeconds,
    bytes: 0,
  };
}

/** @param folder for the index's file, which is read again for each width */
export async function measureKind(
  { rows, questions }: SweepVectors,
  kind: NativeKind,
  { m, efConstruction, efSearches }: GraphPlan,
  folder: string,
): Promise<SweepFigures[]> {
  const dimension = questions[0]?.length ?? 1;
  const began = performance.now();
  const plan = { ...DENSE_PARAMETERS, m, efConstruction };
  const built = await DenseIndex.build(rows, dimension, plan, () => {}, kind);
  const buildSeconds = (performance.now() - began) / 1_000;
  const path = join(folder, "dense");
  built.write(path);
  built.close();
  const cosines = questions.map((question) => scoreRows(rows, question));
  const figures: SweepFigures[] = [];
  for (const efSearch of efSearches) {
    const index = await DenseIndex.read(path, dimension, { ...plan, efSearch }, kind);
    const found = questions.map((question) => index.search(question, DEPTH).map(({ passage }) => passage));
    figures.push({
      passages: index.count,
      kind,
      graph: kind === "graph" ? { m, efConstruction, efSearch } : null,
      recallAt10: mean(cosines.map((each, at) => measureRecall(each, found[at] ?? []))),
      milliseconds: summarise(await timeEach(questions, (question) => index.search(question, DEPTH))),
      buildSeconds,
      bytes: (await stat(path)).size,
    });
    index.close();
  }
  return figures;
}
