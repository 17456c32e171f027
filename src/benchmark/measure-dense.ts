import type { Generation } from "../index/generation.ts";

/** As deep as the table says. */
const DEPTH = 10;

/** The share of the 10 exactly nearest passages that the dense index finds, averaged over passages as questions. */
export function measureDenseRecall(
  { vectors, dense }: Generation,
  questions: readonly Float32Array[],
): number {
  let found = 0;
  let wanted = 0;
  for (const question of questions) {
    const exact = findExactly(vectors, question);
    const near = new Set(dense.search(question, DEPTH).map(({ passage }) => passage));
    wanted += exact.length;
    found += exact.filter((passage) => near.has(passage)).length;
  }
  return wanted === 0 ? 1 : found / wanted;
}

function findExactly(vectors: Generation["vectors"], question: Float32Array): number[] {
  const count = vectors.passages.length / vectors.dimension;
  const cosines = Float32Array.from({ length: count }, (_, at) => vectors.passageCosine(at, question));
  return Array.from(cosines.keys())
    .sort((a, b) => (cosines[b] ?? 0) - (cosines[a] ?? 0))
    .slice(0, DEPTH);
}
