import { mean } from "../evaluation/metrics.ts";
import type { Generation } from "../index/generation.ts";
import { measureRecall, RECALL_DEPTH, scoreRows } from "./recall.ts";

/** The share of the 10 exactly nearest passages that the dense index finds, averaged over the questions. */
export function measureDenseRecall(
  { vectors, dense }: Pick<Generation, "vectors" | "dense">,
  questions: readonly Float32Array[],
): number {
  const recalls = questions.map((question) =>
    measureRecall(
      scoreRows(vectors.passages, question),
      dense.search(question, RECALL_DEPTH).map(({ passage }) => passage),
    ),
  );
  return recalls.length === 0 ? 1 : mean(recalls);
}
