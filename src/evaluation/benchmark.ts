import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const passageSchema = z.object({
  id: z.string(),
  title: z.string().default(""),
  text: z.string().regex(/\S/, "it is empty"),
});
const querySchema = z.object({
  id: z.string(),
  text: z.string(),
  positive_ids: z.array(z.string()).min(1),
  answer: z.string().optional(),
});

export type BenchmarkPassage = z.infer<typeof passageSchema>;
export type BenchmarkQuery = z.infer<typeof querySchema>;

/** A folder of passages and questions, each question with the passages that answer it. */
export interface Benchmark {
  readonly passages: readonly BenchmarkPassage[];
  /** By kind: the middle of the file's name, `queries.<kind>.jsonl`. */
  readonly queries: ReadonlyMap<string, readonly BenchmarkQuery[]>;
}

/**
 * Reads a benchmark folder: `passages*.jsonl` and `queries.<kind>.jsonl`.
 *
 * @param passagesFile which passages, where there are several files (translations of each other); default: the
 * Vietnamese ones, else the first
 * @throws with one sentence when the folder has not that form
 */
export async function readBenchmark(folder: string, passagesFile?: string): Promise<Benchmark> {
  const files = await readdir(folder).catch((cause: unknown) => {
    throw new Error(`The benchmark folder "${folder}" cannot be read; name an existing one.`, { cause });
  });
  const candidates = files.filter((file) => /^passages.*\.jsonl$/.test(file)).sort();
  const chosen = passagesFile ?? candidates.find((file) => file.includes(".vi.")) ?? candidates[0];
  if (!chosen) throw new Error(`The benchmark folder "${folder}" has no passages*.jsonl.`);
  const passages = await readJsonLines(join(folder, chosen), passageSchema);
  const queries = new Map<string, readonly BenchmarkQuery[]>();
  for (const file of files.sort()) {
    const kind = /^queries\.(.+)\.jsonl$/.exec(file)?.[1];
    if (kind) queries.set(kind, await readJsonLines(join(folder, file), querySchema));
  }
  return { passages, queries };
}

/**
 * One JSON object a line, each checked.
 * @throws with one sentence that names the file, and the line and the field that is wrong
 */
export async function readJsonLines<T>(file: string, schema: z.ZodType<T>): Promise<T[]> {
  const content = await readFile(file, "utf8").catch((cause: unknown) => {
    throw new Error(`The file "${file}" cannot be read; name an existing one.`, { cause });
  });
  return content.split("\n").flatMap((line, at) => {
    if (line.trim() === "") return [];
    const parsed = schema.safeParse(parseJson(line));
    if (parsed.success) return [parsed.data];
    const [issue] = parsed.error.issues;
    throw new Error(`${file}, line ${at + 1}: ${[...(issue?.path ?? []), issue?.message].join(": ")}.`);
  });
}

/** `undefined`, which no schema takes, for what is no JSON. */
function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
