import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Article } from "../articles/article.ts";
import { DEFAULT_CHUNKING } from "../articles/passages.ts";
import type { Embedder } from "../embedding/embedder.ts";
import { packArrays } from "./array-file.ts";
import { type AssertHeld, whileLocked } from "./build-lock.ts";
import { type BuildReport, isUpToDate } from "./build-report.ts";
import { buildDense } from "./dense.ts";
import { countDense } from "./dense-file.ts";
import { DENSE_PARAMETERS, DenseIndex } from "./dense-index.ts";
import { describeDiskFailure } from "./disk-failure.ts";
import { digestFile, syncPath, writeDurably } from "./durable.ts";
import { embedPassages } from "./embed-passages.ts";
import { storeFindings } from "./findings.ts";
import type { Generation } from "./generation.ts";
import { denseFileOf, FILES, layoutOf, nameGeneration, PARTIAL } from "./layout.ts";
import { LexicalIndex } from "./lexical/lexical-index.ts";
import { FORMAT_VERSION, type Manifest, sealManifest } from "./manifest.ts";
import { openGeneration, readCurrent } from "./open-generation.ts";
import type { PassageTable } from "./passage-table.ts";
import { type Prepared, type PrepareOptions, prepareBuild } from "./prepare-build.ts";
import { pruneGenerations, publishGeneration, removeLeftovers } from "./publish-generation.ts";
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

/**
 * Builds a new generation from an articles folder and makes it the live one. It is written under a temporary
 * name, synced, verified by opening it, and renamed; whatever happens before that leaves the old one live.
 *
 * @throws NothingIndexedError when no file of the folder could be indexed
 */
export async function buildIndex(options: BuildOptions): Promise<BuildReport> {
  return whileLocked(options.indexDir, options.waitMs ?? 0, async (assertHeld) =>
    finishBuild(await beginBuild(options), options, assertHeld),
  );
}

/** The same, but builds nothing and gives `null` where the live generation is what would be built. */
export async function buildIfChanged(options: BuildOptions): Promise<BuildReport | null> {
  return whileLocked(options.indexDir, options.waitMs ?? 0, async (assertHeld) => {
    const begun = await beginBuild(options);
    if (!isSameAgain(begun.prepared)) return finishBuild(begun, options, assertHeld);
    begun.prepared.previous.generation?.dense.close();
    return null;
  });
}

/** Files that were left out and warnings are told, too, when they are others. */
function isSameAgain({ plan, findings, previous }: Prepared): boolean {
  const before = previous.generation?.findings;
  return isUpToDate(plan) && JSON.stringify(before) === JSON.stringify(findings);
}

interface Begun {
  readonly prepared: Prepared;
  /** Of `performance.now()`. */
  readonly at: number;
}

async function beginBuild(options: BuildOptions): Promise<Begun> {
  const { indexDir, onProgress = () => {} } = options;
  const at = performance.now();
  await removeLeftovers(indexDir);
  onProgress({ stage: "reading", done: 0, total: 0 });
  const prepared = await prepareBuild({
    ...options,
    onRead: (done, total) => onProgress({ stage: "reading", done, total }),
  });
  return { prepared, at };
}

async function finishBuild(
  { prepared, at }: Begun,
  options: BuildOptions,
  assertHeld: AssertHeld,
): Promise<BuildReport> {
  const { indexDir } = options;
  const name = nameGeneration(new Date());
  const live = await readCurrent(indexDir);
  try {
    const content = await assembleContent(prepared, options);
    await writeGeneration(name, content, options, assertHeld).finally(() => content.dense.close());
  } finally {
    prepared.previous.generation?.dense.close();
  }
  await pruneGenerations(indexDir, live);
  return { generation: name, ...prepared.plan, seconds: (performance.now() - at) / 1000 };
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
  const dense = await buildDense(vectors.passages, vectors.dimension, (done) =>
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

async function writeGeneration(
  name: string,
  content: Content,
  options: BuildOptions,
  assertHeld: AssertHeld,
): Promise<void> {
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
    const denseFile = await writeDense(folder, content);
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
      files: await digestFiles(folder, denseFile === null ? [] : [denseFile]),
    };
    await writeDurably(join(folder, FILES.manifest), [sealManifest(manifest)]);
    await syncPath(folder);
    (await openGeneration(folder, embedder.model)).dense.close();
    assertHeld();
    await publishGeneration(indexDir, name);
  } catch (error) {
    await rm(folder, { recursive: true, force: true }).catch(() => {});
    throw describeDiskFailure(indexDir, error) ?? error;
  }
}

async function digestFiles(folder: string, denseFiles: readonly string[]): Promise<Manifest["files"]> {
  const files: Manifest["files"] = {};
  for (const file of [
    FILES.articles,
    FILES.passages,
    FILES.vectors,
    FILES.lexical,
    ...denseFiles,
    FILES.findings,
  ]) {
    files[file] = await digestFile(join(folder, file));
  }
  return files;
}

/** @returns the file of a dense index that has one */
async function writeDense(folder: string, { dense, vectors, passages }: Content): Promise<string | null> {
  if (!(dense instanceof DenseIndex)) return null;
  const file = denseFileOf(dense.kind);
  const path = join(folder, file);
  dense.write(path);
  const shape = { dimension: vectors.dimension, m: DENSE_PARAMETERS.m };
  // hnswlib does not notice when the disk takes only a part of its file.
  if ((await countDense(path, shape, dense.kind)) !== passages.count)
    throw Object.assign(new Error(`${file} was not written whole`), { code: "ENOSPC" });
  await syncPath(path);
  return file;
}
