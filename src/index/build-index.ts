import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Article } from "../articles/article.ts";
import { DEFAULT_CHUNKING } from "../articles/passages.ts";
import type { Embedder } from "../embedding/embedder.ts";
import { packArrays } from "./array-file.ts";
import { whileLocked } from "./build-lock.ts";
import type { BuildReport } from "./build-report.ts";
import { DENSE_PARAMETERS, DenseIndex } from "./dense-index.ts";
import { digestFile, replaceFile, syncPath, writeDurably } from "./durable.ts";
import { embedPassages } from "./embed-passages.ts";
import { storeFindings } from "./findings.ts";
import type { Generation } from "./generation.ts";
import { FILES, layoutOf, nameGeneration, PARTIAL } from "./layout.ts";
import { LexicalIndex } from "./lexical/lexical-index.ts";
import { FORMAT_VERSION, type Manifest } from "./manifest.ts";
import { listGenerations, openGeneration } from "./open-generation.ts";
import type { PassageTable } from "./passage-table.ts";
import { type Prepared, type PrepareOptions, prepareBuild } from "./prepare-build.ts";
import { storeArticles } from "./stored-article.ts";

/** What a build is doing: embedding and connecting (the dense graph) are counted in passages. */
export interface BuildProgress {
  readonly stage: "reading" | "embedding" | "connecting" | "writing";
  readonly done: number;
  readonly total: number;
}

export interface BuildOptions extends Omit<PrepareOptions, "onRead"> {
  readonly embedder: Embedder;
  /** How long to wait for another build in the same folder. Default: not at all. */
  readonly waitMs?: number;
  readonly onProgress?: (progress: BuildProgress) => void;
}

/** The live generation and the one before it. */
const KEPT_GENERATIONS = 2;

/**
 * Builds a new generation from an articles folder and makes it the live one. It is written under a temporary
 * name, synced, verified by opening it, and renamed; whatever happens before that leaves the old one live.
 *
 * @throws NothingIndexedError when no file of the folder could be indexed
 */
export async function buildIndex(options: BuildOptions): Promise<BuildReport> {
  return whileLocked(options.indexDir, options.waitMs ?? 0, () => buildLocked(options));
}

async function buildLocked(options: BuildOptions): Promise<BuildReport> {
  const { indexDir, onProgress = () => {} } = options;
  const began = performance.now();
  await removePartials(indexDir);
  onProgress({ stage: "reading", done: 0, total: 0 });
  const prepared = await prepareBuild({
    ...options,
    onRead: (done, total) => onProgress({ stage: "reading", done, total }),
  });
  const name = nameGeneration(new Date());
  try {
    const content = await assembleContent(prepared, options);
    await writeGeneration(name, content, options).finally(() => content.dense.close());
  } finally {
    prepared.previous.generation?.dense.close();
  }
  await pruneGenerations(indexDir);
  return { generation: name, ...prepared.plan, seconds: (performance.now() - began) / 1000 };
}

interface Content extends Pick<Generation, "passages" | "vectors" | "lexical" | "dense" | "findings"> {
  readonly articles: readonly Article[];
}

async function assembleContent(
  { articles, passages, texts, findings, previous }: Prepared,
  { embedder, onProgress = () => {} }: BuildOptions,
): Promise<Content> {
  const total = passages.count;
  const { vectors } = await embedPassages(embedder, passages, texts, previous.generation, (done) =>
    onProgress({ stage: "embedding", done, total }),
  );
  const dense = await DenseIndex.build(vectors.passages, vectors.dimension, DENSE_PARAMETERS, (done) =>
    onProgress({ stage: "connecting", done, total }),
  );
  onProgress({ stage: "writing", done: total, total });
  return {
    articles,
    passages,
    vectors,
    findings,
    lexical: LexicalIndex.build(
      sentencesOf(passages, texts),
      articles.map(({ title }) => title ?? ""),
    ),
    dense,
  };
}

function* sentencesOf(passages: PassageTable, texts: { sentences: readonly string[] }): Generator<string[]> {
  for (let passage = 0; passage < passages.count; passage++) {
    const { first, end } = passages.sentencesOf(passage);
    yield texts.sentences.slice(first, end);
  }
}

async function writeGeneration(name: string, content: Content, options: BuildOptions): Promise<void> {
  const { indexDir, embedder, chunking = DEFAULT_CHUNKING } = options;
  const layout = layoutOf(indexDir);
  const folder = layout.generation(name) + PARTIAL;
  await mkdir(folder);
  try {
    await writeDurably(join(folder, FILES.articles), storeArticles(content.articles));
    await writeDurably(join(folder, FILES.passages), packArrays(content.passages.store()));
    await writeDurably(join(folder, FILES.vectors), packArrays(content.vectors.store()));
    await writeDurably(join(folder, FILES.lexical), packArrays(content.lexical.store()));
    await writeDurably(join(folder, FILES.findings), storeFindings(content.findings));
    content.dense.write(join(folder, FILES.dense));
    await syncPath(join(folder, FILES.dense));
    const manifest: Manifest = {
      formatVersion: FORMAT_VERSION,
      name,
      createdAt: new Date().toISOString(),
      model: { ...embedder.model },
      dense: DENSE_PARAMETERS,
      chunking: { ...chunking },
      counts: {
        articles: content.articles.length,
        passages: content.passages.count,
        sentences: content.passages.sentenceCount,
      },
      files: await digestFiles(folder),
    };
    await writeDurably(join(folder, FILES.manifest), [`${JSON.stringify(manifest, null, 2)}\n`]);
    await syncPath(folder);
    (await openGeneration(folder, embedder.model)).dense.close();
    await rename(folder, layout.generation(name));
    await syncPath(layout.generations);
    await replaceFile(layout.current, `${name}\n`);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function digestFiles(folder: string): Promise<Manifest["files"]> {
  const files: Manifest["files"] = {};
  for (const file of [
    FILES.articles,
    FILES.passages,
    FILES.vectors,
    FILES.lexical,
    FILES.dense,
    FILES.findings,
  ]) {
    files[file] = await digestFile(join(folder, file));
  }
  return files;
}

/** What killed builds left behind; nobody else writes here while the lock is held. */
async function removePartials(indexDir: string): Promise<void> {
  const { generations } = layoutOf(indexDir);
  for (const name of await readdir(generations)) {
    if (name.endsWith(PARTIAL)) await rm(join(generations, name), { recursive: true, force: true });
  }
}

async function pruneGenerations(indexDir: string): Promise<void> {
  for (const name of (await listGenerations(indexDir)).slice(KEPT_GENERATIONS)) {
    await rm(layoutOf(indexDir).generation(name), { recursive: true, force: true });
  }
}
