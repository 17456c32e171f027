import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeCorpus } from "../benchmark/make-articles.ts";
import type { Embedder } from "../embedding/embedder.ts";
import { buildIndex } from "../index/build-index.ts";

/** A folder of made articles, an index of them, and a question about them; everything is removed at the end. */
export interface Scene {
  readonly folder: string;
  readonly articlesDir: string;
  readonly indexDir: string;
  readonly questions: readonly string[];
  readonly embedder: Embedder;
  /** Adds an article, so that the next generation differs from all before. */
  change(): Promise<void>;
  /** Builds in this process, and gives the generation's name. */
  build(indexDir?: string): Promise<string>;
}

/** Does something in a scene of so many passages. Other users may look into it: one of the tests is another. */
export async function withScene<T>(
  embedder: Embedder,
  passages: number,
  work: (scene: Scene) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "torture-"));
  const articlesDir = join(folder, "articles");
  const indexDir = join(folder, "index");
  let changes = 0;
  try {
    await mkdir(articlesDir);
    const { articles, questions } = makeCorpus(passages, 100);
    for (const { name, text } of articles) await writeFile(join(articlesDir, name), text);
    const change = () => writeFile(join(articlesDir, `thay-doi-${++changes}.txt`), describeChange(changes));
    const build = async (into = indexDir) =>
      (await buildIndex({ articlesDir, indexDir: into, embedder })).generation;
    return await work({ folder, articlesDir, indexDir, questions, embedder, change, build });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function describeChange(number: number): string {
  return `Sở Công Thương Hà Nội cho biết đợt khuyến công thứ ${number} đã được triển khai trên địa bàn thành phố.\n`;
}
