import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { NativeKind } from "./dense-index.ts";

/**
 * The files of a generation, which has at most one of `dense` and `graph`: the name says which kind of index is in it.
 * What is neither is made of the vectors when it is opened.
 */
export const FILES = {
  manifest: "manifest.json",
  articles: "articles.jsonl",
  passages: "passages.bin",
  vectors: "vectors.bin",
  lexical: "lexical.bin",
  dense: "dense.exact",
  graph: "dense.hnsw",
  findings: "findings.json",
} as const;

/** Where the dense index of a kind is kept. */
export function denseFileOf(kind: NativeKind): string {
  return kind === "graph" ? FILES.graph : FILES.dense;
}

/** A generation that is still being written ends so; what a killed build left behind is known by it. */
export const PARTIAL = ".partial";

const NAME = /^\d{8}T\d{9}-[0-9a-f]{6}$/;

/** Where the parts of an index folder lie. */
export function layoutOf(indexDir: string) {
  const generations = join(indexDir, "generations");
  return {
    current: join(indexDir, "current"),
    lock: join(indexDir, "build.lock"),
    generations,
    generation: (name: string) => join(generations, name),
  };
}

/** A new generation's name: its time to the millisecond, so that names sort as they were made, and chance. */
export function nameGeneration(now: Date): string {
  return `${now.toISOString().replace(/[-:.Z]/g, "")}-${randomBytes(3).toString("hex")}`;
}

export function isGenerationName(name: string): boolean {
  return NAME.test(name);
}
