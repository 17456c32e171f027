import type { Article } from "../articles/article.ts";
import { loadArticles } from "../articles/load-articles.ts";
import { type Chunking, DEFAULT_CHUNKING, splitPassages } from "../articles/passages.ts";
import type { SkippedFile } from "../articles/skip.ts";
import type { Embedder } from "../embedding/embedder.ts";
import type { BuildPlan } from "./build-report.ts";
import { compareArticles } from "./compare-articles.ts";
import { countMissing } from "./embed-passages.ts";
import type { Findings } from "./findings.ts";
import { IndexError } from "./open-generation.ts";
import { PassageTable } from "./passage-table.ts";
import { openPrevious, type Previous } from "./previous.ts";

export interface PrepareOptions {
  readonly articlesDir: string;
  readonly indexDir: string;
  readonly embedder: Pick<Embedder, "model">;
  readonly chunking?: Chunking;
  /** Embed everything anew, also what has not changed. */
  readonly force?: boolean;
  /** Is told how many files have been read, and how many there are. */
  readonly onRead?: (done: number, total: number) => void;
}

/** What is known before anything is embedded or written. */
export interface Prepared {
  readonly articles: readonly Article[];
  readonly passages: PassageTable;
  readonly texts: { readonly passages: readonly string[]; readonly sentences: readonly string[] };
  readonly findings: Findings;
  /** Vectors are taken from its generation; to be closed. */
  readonly previous: Previous;
  readonly plan: Omit<BuildPlan, "seconds">;
}

/** There are files perhaps, but none of them is an article. */
export class NothingIndexedError extends IndexError {
  readonly skipped: readonly SkippedFile[];

  constructor(articlesDir: string, skipped: readonly SkippedFile[]) {
    const first = skipped[0];
    const because = first
      ? `${skipped.length} skipped, the first: ${first.file} (${first.reason}: ${first.detail})`
      : "it has no files";
    super(`Nothing in "${articlesDir}" could be indexed (${because}); the old index stays.`);
    this.skipped = skipped;
  }
}

/**
 * Reads the articles, cuts them, and compares them with what there is; writes nothing.
 * @throws NothingIndexedError when no file of the folder could be read
 */
export async function prepareBuild(options: PrepareOptions): Promise<Prepared> {
  const { articlesDir, indexDir, embedder, chunking = DEFAULT_CHUNKING, force = false } = options;
  const { articles, ...findings } = await loadArticles(articlesDir, options.onRead);
  if (articles.length === 0) throw new NothingIndexedError(articlesDir, findings.skipped);
  const found = await openPrevious(indexDir, embedder.model, chunking);
  const previous = force ? forget(found) : found;
  const passages = PassageTable.build(articles.map((article) => splitPassages(article, chunking)));
  const texts = sliceTexts(articles, passages);
  const embedded = countMissing(passages, texts.sentences, previous.generation);
  const plan = {
    articles: articles.length,
    changes: compareArticles(previous.articles, articles),
    comparedWith: previous.name,
    rebuild: previous.rebuild,
    passages: passages.count,
    reused: passages.count - embedded,
    embedded,
    ...findings,
  };
  return { articles, passages, texts, findings, previous, plan };
}

/** Reads and compares as a build would, and says what it would do. */
export async function planBuild(options: PrepareOptions): Promise<BuildPlan> {
  const began = performance.now();
  const { plan, previous } = await prepareBuild(options);
  previous.generation?.dense.close();
  return { ...plan, seconds: (performance.now() - began) / 1000 };
}

/** The articles are still compared, but no vector is taken. */
function forget(previous: Previous): Previous {
  previous.generation?.dense.close();
  const rebuild = previous.name === null ? previous.rebuild : FORCED;
  return { ...previous, generation: null, rebuild };
}

const FORCED = { reason: "forced", before: "", now: "" } as const;

function sliceTexts(articles: readonly Article[], passages: PassageTable): Prepared["texts"] {
  const ofPassages: string[] = [];
  const ofSentences: string[] = [];
  for (let passage = 0; passage < passages.count; passage++) {
    const text = articles[passages.articleOf(passage)]?.text ?? "";
    const { start, end } = passages.span(passage);
    ofPassages.push(text.slice(start, end));
    const sentences = passages.sentencesOf(passage);
    for (let at = sentences.first; at < sentences.end; at++) {
      const sentence = passages.sentence(at);
      ofSentences.push(text.slice(sentence.start, sentence.end));
    }
  }
  return { passages: ofPassages, sentences: ofSentences };
}
