import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { EmbeddingModel } from "../embedding/embedder.ts";
import { DenseIndex } from "./dense-index.ts";
import type { FileDigest } from "./durable.ts";
import { NO_FINDINGS, readFindings } from "./findings.ts";
import type { Generation } from "./generation.ts";
import { FILES, isGenerationName, layoutOf } from "./layout.ts";
import { LexicalIndex } from "./lexical/lexical-index.ts";
import { type Manifest, manifestSchema } from "./manifest.ts";
import { PassageTable } from "./passage-table.ts";
import { readChecked, readWithDigest } from "./read-verified.ts";
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

/** The generation that `current` names; `null` when the file is missing or names none. */
export async function readCurrent(indexDir: string): Promise<string | null> {
  const content = await readFile(layoutOf(indexDir).current, "utf8").catch(() => "");
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
  const manifest = await readManifest(folder);
  if (manifest.model.sha256 !== model.sha256 || manifest.model.dimension !== model.dimension) {
    throw new Error(`it was built with ${describeModel(manifest.model)}, not with ${describeModel(model)}`);
  }
  const read = (file: string) => readVerified(folder, manifest, file);
  // One after another: a running bot, which opens generations beside its own, answers in between.
  const articles = await readStoredArticles(await read(FILES.articles));
  const passages = PassageTable.read(await read(FILES.passages));
  const vectors = VectorTable.read(await read(FILES.vectors), manifest.model.dimension);
  const lexical = LexicalIndex.read(await read(FILES.lexical));
  // Generations of earlier versions have none.
  const findings = FILES.findings in manifest.files ? readFindings(await read(FILES.findings)) : NO_FINDINGS;
  const dense = await readDense(folder, manifest);
  const generation = {
    name: basename(folder),
    manifest,
    articles,
    passages,
    vectors,
    lexical,
    dense,
    findings,
  };
  try {
    checkCounts(generation);
  } catch (error) {
    dense.close();
    throw error;
  }
  return generation;
}

/**
 * Reads only the manifest and the articles of a generation, whatever its model.
 * @throws Error with what is wrong
 */
export async function openArticles(
  folder: string,
): Promise<Pick<Generation, "name" | "manifest" | "articles">> {
  const manifest = await readManifest(folder);
  const articles = await readStoredArticles(await readVerified(folder, manifest, FILES.articles));
  return { name: basename(folder), manifest, articles };
}

async function readVerified(folder: string, manifest: Manifest, file: string): Promise<Buffer> {
  const { bytes, digest } = await readWithDigest(join(folder, file)).catch((cause: unknown) => {
    throw new Error(`${file} cannot be read`, { cause });
  });
  checkDigest(manifest, file, digest);
  return bytes;
}

async function readDense(folder: string, manifest: Manifest): Promise<DenseIndex> {
  const { dimension } = manifest.model;
  return readChecked(
    join(folder, FILES.dense),
    (digest) => checkDigest(manifest, FILES.dense, digest),
    (path) => DenseIndex.read(path, dimension, manifest.dense),
  ).catch((cause: unknown) => {
    throw cause instanceof DigestError ? cause : new Error(`${FILES.dense} cannot be read`, { cause });
  });
}

/** Models of one name may differ: the beginning of the hash tells them apart. */
function describeModel({ name, sha256, dimension }: EmbeddingModel): string {
  return `the model "${name}" (${sha256.slice(0, 8)}, ${dimension} dimensions)`;
}

async function readManifest(folder: string): Promise<Manifest> {
  const content = await readFile(join(folder, FILES.manifest), "utf8").catch((cause: unknown) => {
    throw new Error(`${FILES.manifest} cannot be read`, { cause });
  });
  try {
    return manifestSchema.parse(JSON.parse(content));
  } catch (cause) {
    throw new Error(`${FILES.manifest} is damaged or of another version`, { cause });
  }
}

class DigestError extends Error {}

function checkDigest(manifest: Manifest, file: string, found: FileDigest): void {
  const expected = manifest.files[file];
  if (!expected) throw new DigestError(`${FILES.manifest} does not name ${file}`);
  if (expected.bytes !== found.bytes) {
    throw new DigestError(`${file} has ${found.bytes} bytes instead of ${expected.bytes}`);
  }
  if (expected.sha256 !== found.sha256) throw new DigestError(`${file} is damaged: its SHA-256 differs`);
}

/** The parts must speak of the same passages, or a question would be answered with the wrong ones. */
function checkCounts({ manifest, articles, passages, vectors, lexical, dense }: Generation): void {
  const { counts, model } = manifest;
  const claims: ReadonlyArray<readonly [string, number, number]> = [
    ["articles", counts.articles, articles.length],
    ["passages", counts.passages, passages.count],
    ["sentences", counts.sentences, passages.sentenceCount],
    ["passage vectors", counts.passages, vectors.passages.length / model.dimension],
    ["passages in the lexical index", counts.passages, lexical.passageCount],
    ["passages in the dense index", counts.passages, dense.count],
  ];
  for (const [what, expected, found] of claims) {
    if (expected !== found) throw new Error(`it has ${found} ${what} instead of ${expected}`);
  }
}
