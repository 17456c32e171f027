import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Embedder } from "../../embedding/embedder.ts";
import { readBenchmark } from "../../evaluation/benchmark.ts";
import { makeCorpus } from "../make-articles.ts";
import { listQuestionSets } from "../peers/question-sets.ts";

/** What indexes are built from and asked with, row by row, unit length. */
export interface SweepVectors {
  readonly rows: Float32Array;
  readonly questions: readonly Float32Array[];
}

interface Texts {
  readonly passages: readonly string[];
  readonly questions: readonly string[];
}

/** The paragraphs of made articles, which are as long as passages, and questions about them. */
export function makeTexts(passages: number, questions: number): Texts {
  const made = makeCorpus(passages, questions);
  return {
    passages: made.articles.flatMap(({ text }) => text.trimEnd().split("\n\n").slice(1)),
    questions: made.questions,
  };
}

/** The passages of a benchmark folder, and questions of the half that is reported. */
export async function readTexts(folder: string, questions: number): Promise<Texts> {
  const benchmark = await readBenchmark(folder);
  const [set] = listQuestionSets(benchmark, "reporting");
  return {
    passages: benchmark.passages.map(({ text }) => text),
    questions: (set?.queries ?? []).slice(0, questions).map(({ text }) => text),
  };
}

/**
 * Embeds them, or takes the vectors that an earlier run with the same name, model and number of texts left.
 * @param keep the folder where vectors are kept for the next run; none: they are not
 */
export async function embedTexts(
  name: string,
  { passages, questions }: Texts,
  embedder: Embedder,
  keep?: string,
): Promise<SweepVectors> {
  const { dimension, sha256 } = embedder.model;
  const size = `${passages.length}-${questions.length}`;
  const file = keep && join(keep, `vectors-${name}-${size}-${sha256.slice(0, 8)}.bin`);
  const all =
    file !== undefined && existsSync(file)
      ? await readVectors(file)
      : await embedRows([...passages, ...questions], embedder);
  if (file !== undefined) await writeFile(file, new Uint8Array(all.buffer, all.byteOffset, all.byteLength));
  const rows = all.subarray(0, passages.length * dimension);
  return {
    rows,
    questions: questions.map((_, at) =>
      all.subarray(rows.length + at * dimension, rows.length + (at + 1) * dimension),
    ),
  };
}

async function embedRows(texts: readonly string[], embedder: Embedder): Promise<Float32Array> {
  const all = new Float32Array(texts.length * embedder.model.dimension);
  for (const [at, text] of texts.entries()) {
    const [vector] = await embedder.embedPassages([text]);
    if (vector) all.set(vector, at * vector.length);
  }
  return all;
}

async function readVectors(file: string): Promise<Float32Array> {
  const bytes = await readFile(file);
  return new Float32Array(new Uint8Array(bytes).buffer);
}
