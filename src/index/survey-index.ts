import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { ArticleReference } from "../articles/article.ts";
import type { EmbeddingModel } from "../embedding/embedder.ts";
import { damage, GenerationError } from "./damage.ts";
import type { Findings } from "./findings.ts";
import type { Generation } from "./generation.ts";
import { denseFileOf, FILES, layoutOf } from "./layout.ts";
import { isLockHeld } from "./lock-folder.ts";
import { readManifest } from "./manifest.ts";
import { listGenerations, openGeneration, readCurrent } from "./open-generation.ts";
import { listLeftovers } from "./publish-generation.ts";
import type { StoredArticle } from "./stored-article.ts";

/** What a whole generation holds. */
export interface GenerationContent {
  /** ISO date and time. */
  readonly createdAt: string;
  readonly model: string;
  readonly articles: number;
  readonly passages: number;
  readonly sentences: number;
  readonly undatedArticles: number;
  /** What its build found that a person should look at. */
  readonly findings: Findings;
  readonly newestArticle: ArticleReference | null;
  readonly oldestArticle: ArticleReference | null;
}

/** A generation, opened and checked: either what it holds is known, or what is wrong with it. */
export interface SurveyedGeneration {
  readonly name: string;
  /** On disk. */
  readonly bytes: number;
  readonly content: GenerationContent | null;
  readonly damage: GenerationError | null;
}

/** What the file `current` says: a generation that is there, one that is not, no generation's name, or nothing. */
export type CurrentState = "named" | "gone" | "nonsense" | "missing";

/** All that can be found out about an index folder. */
export interface IndexSurvey {
  /** The live one first, then the newest. */
  readonly generations: readonly SurveyedGeneration[];
  readonly current: { readonly state: CurrentState; readonly name: string | null };
  /** The generation that answers come from; `null` when there is none. */
  readonly serving: SurveyedGeneration | null;
  /** What killed builds left behind, as paths. */
  readonly leftovers: readonly string[];
  readonly isBuilding: boolean;
  /** Of the whole folder but the model. */
  readonly bytes: number;
}

/** Passages of a generation that are searched for by their own vector, spread over all. */
const PROBES = 8;
/** The cosine of a vector with itself, but for rounding. */
const SAME = 0.999;

/**
 * Opens every generation of an index folder, as the bot would, and asks it for some of its own passages.
 *
 * @param model what questions are embedded with; `null` for the model of each generation
 */
export async function surveyIndex(indexDir: string, model: EmbeddingModel | null): Promise<IndexSurvey> {
  const generations: SurveyedGeneration[] = [];
  for (const name of await listGenerations(indexDir)) generations.push(await survey(indexDir, name, model));
  const isBuilding = await isLockHeld(layoutOf(indexDir).lock);
  const leftovers = isBuilding ? [] : await listLeftovers(indexDir);
  let bytes = generations.reduce((sum, own) => sum + own.bytes, 0);
  for (const leftover of leftovers) bytes += await measure(leftover);
  return {
    generations,
    current: await surveyCurrent(indexDir, generations),
    serving: generations.find((own) => own.damage === null) ?? null,
    leftovers,
    isBuilding,
    bytes,
  };
}

/** Opens a generation and asks it; what is wrong with it is thrown as a `GenerationError`. */
export async function verifyGeneration(
  indexDir: string,
  name: string,
  model: EmbeddingModel,
): Promise<GenerationContent> {
  const generation = await openGeneration(layoutOf(indexDir).generation(name), model);
  try {
    probe(generation);
    return describeContent(generation);
  } finally {
    generation.dense.close();
  }
}

async function survey(
  indexDir: string,
  name: string,
  model: EmbeddingModel | null,
): Promise<SurveyedGeneration> {
  const folder = layoutOf(indexDir).generation(name);
  const bytes = await measure(folder);
  try {
    const own = model ?? (await readModel(folder));
    return { name, bytes, content: await verifyGeneration(indexDir, name, own), damage: null };
  } catch (error) {
    if (!(error instanceof GenerationError)) throw error;
    return { name, bytes, content: null, damage: error };
  }
}

async function readModel(folder: string): Promise<EmbeddingModel> {
  return (await readManifest(folder)).manifest.model;
}

/** A graph of other passages than the vectors would find other ones, whatever the sums say. */
function probe({ dense, vectors, passages }: Generation): void {
  const step = Math.max(1, Math.floor(passages.count / PROBES));
  for (let passage = 0; passage < passages.count; passage += step) {
    const vector = vectors.passage(passage);
    // A text without letters has no direction, and is near to nothing.
    if (vector.every((value) => value === 0)) continue;
    const nearest = dense.search(vector, 1)[0];
    if (nearest === undefined || nearest.cosine < SAME)
      throw damage("file-shape", { file: dense.kind === "scan" ? FILES.vectors : denseFileOf(dense.kind) });
  }
}

function describeContent({ manifest, articles, findings }: Generation): GenerationContent {
  const dated = articles
    .filter(({ publishedOn }) => publishedOn !== null)
    .sort((a, b) => (a.publishedOn ?? "").localeCompare(b.publishedOn ?? ""));
  return {
    createdAt: manifest.createdAt,
    model: manifest.model.name,
    ...manifest.counts,
    undatedArticles: articles.length - dated.length,
    findings,
    newestArticle: toReference(dated.at(-1)),
    oldestArticle: toReference(dated[0]),
  };
}

function toReference(article: StoredArticle | undefined): ArticleReference | null {
  if (article === undefined) return null;
  const { text: _, ...reference } = article;
  return reference;
}

async function surveyCurrent(
  indexDir: string,
  generations: readonly SurveyedGeneration[],
): Promise<IndexSurvey["current"]> {
  const isThere = await stat(layoutOf(indexDir).current).then(
    (stats) => stats.isFile(),
    () => false,
  );
  const name = await readCurrent(indexDir);
  if (name === null) return { state: isThere ? "nonsense" : "missing", name };
  return { state: generations.some((own) => own.name === name) ? "named" : "gone", name };
}

/** The bytes of a file, or of all files in a folder and below. */
async function measure(path: string): Promise<number> {
  const sizeOf = (file: string) =>
    stat(file).then(
      (stats) => (stats.isFile() ? stats.size : 0),
      () => 0,
    );
  const entries = await readdir(path, { recursive: true }).catch(() => null);
  if (entries === null) return sizeOf(path);
  const sizes = await Promise.all(entries.map((entry) => sizeOf(join(path, entry))));
  return sizes.reduce((sum, size) => sum + size, 0);
}
