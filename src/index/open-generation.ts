import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import type { EmbeddingModel } from "../embedding/embedder.ts";
import { checkDigest, checkSize, describeUnreadable, expectedOf } from "./check-files.ts";
import { damage, type GenerationError } from "./damage.ts";
import type { Dense } from "./dense.ts";
import { countDense } from "./dense-file.ts";
import { DenseIndex, type NativeKind } from "./dense-index.ts";
import { NO_FINDINGS, readFindings } from "./findings.ts";
import type { Generation } from "./generation.ts";
import { denseFileOf, FILES, isGenerationName, layoutOf } from "./layout.ts";
import { LexicalIndex } from "./lexical/lexical-index.ts";
import { type Manifest, readManifest } from "./manifest.ts";
import { PassageTable } from "./passage-table.ts";
import { readChecked, readStart, readWithDigest } from "./read-verified.ts";
import { ScanIndex } from "./scan/scan-index.ts";
import { readStoredArticles } from "./stored-article.ts";
import { VectorTable } from "./vector-table.ts";

/** There is an index folder, but nothing in it can be used. */
export class IndexError extends Error {
  override readonly name = "IndexError";
}

/**
 * Opens the live generation or, when it is damaged, the newest other one that is whole.
 *
 * @param model what the questions will be embedded with: a generation of another model is of no use
 * @param onDamaged is told of each generation that was passed over
 * @returns `null` when there is no generation at all
 * @throws IndexError when there are generations and none can be used
 */
export async function openIndex(
  indexDir: string,
  model: EmbeddingModel,
  onDamaged: (name: string, reason: string) => void = () => {},
): Promise<Generation | null> {
  const failures: string[] = [];
  const names = await listGenerations(indexDir);
  for (const name of names) {
    try {
      return await openGeneration(layoutOf(indexDir).generation(name), model);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      onDamaged(name, reason);
      failures.push(`${name}: ${reason}`);
    }
  }
  if (failures.length === 0) return null;
  // Builds that ended meanwhile may have removed all that was listed, and left newer ones.
  const isNewer = (name: string) => !names.includes(name);
  if ((await listGenerations(indexDir)).some(isNewer)) return openIndex(indexDir, model, onDamaged);
  throw new IndexError(
    `The index in "${indexDir}" cannot be used (${failures[0]}); build a new one with: npm run index`,
  );
}

/** The names of the generations, the live one first, then the newest first. */
export async function listGenerations(indexDir: string): Promise<string[]> {
  const layout = layoutOf(indexDir);
  const names = (await readdir(layout.generations).catch((): string[] => [])).filter(isGenerationName);
  const current = await readCurrent(indexDir);
  return names.sort((a, b) => rank(b, current) - rank(a, current) || (a < b ? 1 : -1));
}

/** Far more than a generation's name. */
const LONGEST_CURRENT = 1_000;

/** The generation that `current` names; `null` when the file is missing or names none. */
export async function readCurrent(indexDir: string): Promise<string | null> {
  const content = await readStart(layoutOf(indexDir).current, LONGEST_CURRENT).catch(() => "");
  const name = content.trim();
  return isGenerationName(name) ? name : null;
}

function rank(name: string, current: string | null): number {
  return name === current ? 1 : 0;
}

/**
 * Opens one generation. Every file is checked against the manifest before it is looked into, because the dense
 * index aborts the process on a damaged header and takes flipped bytes silently.
 *
 * @throws Error with what is wrong
 */
export async function openGeneration(folder: string, model: EmbeddingModel): Promise<Generation> {
  const { manifest, isAsWritten } = await readManifest(folder);
  if (manifest.model.sha256 !== model.sha256 || manifest.model.dimension !== model.dimension) {
    throw otherModel(manifest.model, model);
  }
  const read = async <T>(file: string, parse: (bytes: Buffer) => T | Promise<T>): Promise<T> => {
    const bytes = await readVerified(folder, manifest, file);
    try {
      return await parse(bytes);
    } catch (cause) {
      throw damage("file-shape", { file }, cause);
    }
  };
  // One after another: a running bot, which opens generations beside its own, answers in between.
  const articles = await read(FILES.articles, readStoredArticles);
  const passages = await read(FILES.passages, PassageTable.read);
  const vectors = await read(FILES.vectors, (bytes) => VectorTable.read(bytes, manifest.model.dimension));
  const lexical = await read(FILES.lexical, LexicalIndex.read);
  // Generations of earlier versions have none.
  const findings = FILES.findings in manifest.files ? await read(FILES.findings, readFindings) : NO_FINDINGS;
  checkCounts(manifest, { articles, passages, vectors, lexical });
  const dense = await openDense(folder, manifest, vectors);
  // After everything else, so that what is wrong is said as precisely as can be.
  if (!isAsWritten) {
    dense.close();
    throw damage("manifest-changed", { file: FILES.manifest });
  }
  return { name: basename(folder), manifest, articles, passages, vectors, lexical, dense, findings };
}

/**
 * Reads only the manifest and the articles of a generation, whatever its model.
 * @throws Error with what is wrong
 */
export async function openArticles(
  folder: string,
): Promise<Pick<Generation, "name" | "manifest" | "articles">> {
  const { manifest } = await readManifest(folder);
  const articles = await readStoredArticles(await readVerified(folder, manifest, FILES.articles));
  return { name: basename(folder), manifest, articles };
}

async function readVerified(folder: string, manifest: Manifest, file: string): Promise<Buffer> {
  const expected = expectedOf(manifest, file);
  const { bytes, digest } = await readWithDigest(join(folder, file), (found) =>
    checkSize(file, expected.bytes, found),
  ).catch((cause: unknown) => {
    throw describeUnreadable(file, cause);
  });
  checkDigest(file, expected, digest);
  return bytes;
}

/** The index that the generation has in a file, or else one made of its vectors. */
async function openDense(folder: string, manifest: Manifest, vectors: VectorTable): Promise<Dense> {
  if (FILES.graph in manifest.files) return readDense(folder, manifest, "graph");
  if (FILES.dense in manifest.files) return readDense(folder, manifest, "exact");
  return ScanIndex.build(vectors.passages, vectors.dimension);
}

async function readDense(folder: string, manifest: Manifest, kind: NativeKind): Promise<DenseIndex> {
  const { dimension } = manifest.model;
  const file = denseFileOf(kind);
  const shape = { dimension, m: manifest.dense.m };
  const expected = expectedOf(manifest, file);
  return readChecked(
    join(folder, file),
    (found) => checkSize(file, expected.bytes, found),
    (digest) => checkDigest(file, expected, digest),
    async (path) => {
      const found = await countDense(path, shape, kind);
      if (found === null) throw damage("file-shape", { file });
      checkCount("passages in the dense index", manifest.counts.passages, found);
      return DenseIndex.read(path, dimension, manifest.dense, kind);
    },
  ).catch((cause: unknown) => {
    throw describeUnreadable(file, cause);
  });
}

/** Models of one name may differ: the beginning of the hash tells them apart. */
function otherModel(built: EmbeddingModel, wanted: EmbeddingModel): GenerationError {
  return damage("other-model", {
    built: built.name,
    builtHash: built.sha256.slice(0, 8),
    builtDimension: built.dimension,
    wanted: wanted.name,
    wantedHash: wanted.sha256.slice(0, 8),
    wantedDimension: wanted.dimension,
  });
}

/** The parts must speak of the same passages, or a question would be answered with the wrong ones. */
function checkCounts(
  { counts, model }: Manifest,
  { articles, passages, vectors, lexical }: Pick<Generation, "articles" | "passages" | "vectors" | "lexical">,
): void {
  const claims: ReadonlyArray<readonly [string, number, number]> = [
    ["articles", counts.articles, articles.length],
    ["passages", counts.passages, passages.count],
    ["sentences", counts.sentences, passages.sentenceCount],
    ["passage vectors", counts.passages, vectors.passages.length / model.dimension],
    ["sentence vectors", counts.sentences, vectors.sentenceCount],
    ["passages in the lexical index", counts.passages, lexical.passageCount],
  ];
  for (const [what, expected, found] of claims) {
    checkCount(what, expected, found);
  }
}

function checkCount(what: string, expected: number, found: number): void {
  if (expected !== found) throw damage("counts", { what, found, expected });
}
