import { buildIndex } from "../../src/index/build-index.ts";
import type { Generation } from "../../src/index/generation.ts";
import { openIndex } from "../../src/index/open-generation.ts";
import type { Answer, Quote, Search } from "../../src/search/answer.ts";
import { createSearch } from "../../src/search/create-search.ts";
import { loadKnowledge } from "../../src/search/knowledge.ts";
import { type Files, makeCorpus, makeFolder } from "./corpus.ts";
import { loadBundledEmbedder } from "./embedders.ts";

/** An index on disk of the articles in a folder, built and opened as the product does. */
export async function indexFolder(articlesDir: string): Promise<Generation> {
  const embedder = await loadBundledEmbedder();
  const indexDir = await makeFolder();
  await buildIndex({ articlesDir, indexDir, embedder });
  const generation = await openIndex(indexDir, embedder.model);
  if (generation === null) throw new Error("The index that was just built is not there.");
  return generation;
}

/** Answers from the articles in a folder. */
export async function searchFolder(articlesDir: string): Promise<Search> {
  return createSearch({
    generation: await indexFolder(articlesDir),
    ...loadKnowledge(await loadBundledEmbedder()),
  });
}

/** Answers from these articles. */
export async function searchFiles(files: Files): Promise<Search> {
  return searchFolder(await makeCorpus(files));
}

/** The sentence that a quote marks. */
export function markedOf({ text, highlight }: Quote): string {
  return text.slice(highlight.start, highlight.end);
}

/** The sentence that the first quote marks; empty where there is no quote. */
export function firstMarked({ quotes }: Answer): string {
  return quotes[0] === undefined ? "" : markedOf(quotes[0]);
}
