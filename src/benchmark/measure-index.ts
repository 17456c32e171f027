import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Embedder } from "../embedding/embedder.ts";
import { buildIndex } from "../index/build-index.ts";

/** What building an index costs. */
export interface IndexFigures {
  readonly passages: number;
  readonly passagesPerSecond: number;
  /** How long each stage took, in seconds, by its name. */
  readonly seconds: Readonly<Record<string, number>>;
}

/** Builds an index anew and times it, from the articles' text to a valid generation. */
export async function measureIndexing(
  articlesDir: string,
  indexDir: string,
  embedder: Embedder,
): Promise<IndexFigures> {
  const seconds: Record<string, number> = {};
  let since = performance.now();
  let current: string = "reading";
  const enter = (stage: string) => {
    const now = performance.now();
    seconds[current] = (seconds[current] ?? 0) + (now - since) / 1_000;
    since = now;
    current = stage;
  };
  const report = await buildIndex({
    articlesDir,
    indexDir,
    embedder,
    force: true,
    onProgress: ({ stage }) => {
      if (stage !== current) enter(stage);
    },
  });
  enter("done");
  return { passages: report.passages, passagesPerSecond: report.passages / report.seconds, seconds };
}

/** The bytes of all files in a folder and below. */
export async function measureFolder(folder: string): Promise<number> {
  let bytes = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) bytes += (await stat(join(entry.parentPath, entry.name))).size;
  }
  return bytes;
}
