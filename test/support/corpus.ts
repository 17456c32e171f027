import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll } from "vitest";
import type { Article } from "../../src/articles/article.ts";
import { readArticle } from "../../src/articles/read-article.ts";
import { normaliseText } from "../../src/language/normalise.ts";

/** The articles that come with the product. */
export const SEEDS = resolve(import.meta.dirname, "../../seeds");

/** File names, folders included, and what is in them. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

const made: string[] = [];
afterAll(async () => {
  for (const folder of made) await rm(folder, { recursive: true, force: true });
});

/** An empty folder that goes when the tests of the file are over. */
export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "hanoi-trade-"));
  made.push(folder);
  return folder;
}

/** A folder with these files. */
export async function makeCorpus(files: Files): Promise<string> {
  const folder = await makeFolder();
  await addFiles(folder, files);
  return folder;
}

export async function addFiles(folder: string, files: Files): Promise<void> {
  for (const [file, content] of Object.entries(files)) {
    const path = join(folder, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
}

/** A copy of a folder, for tests that damage it. */
export async function copyFolder(folder: string): Promise<string> {
  const copy = await makeFolder();
  await cp(folder, copy, { recursive: true });
  return copy;
}

/** One article as the loader would make it of a file's text. */
export function articleOf(text: string, file = "bai.txt"): Article {
  return readArticle(file, normaliseText(text));
}

/** The paragraphs of an article's prose, as texts. */
export function proseOf(article: Article): string[] {
  return article.paragraphs.map(({ start, end }) => article.text.slice(start, end));
}

/** A prose line that is no title, caption or label, and unlike other lines. */
export function sentenceAbout(topic: string): string {
  return `Sở Công Thương Hà Nội cho biết ${topic} đã được triển khai trên địa bàn thành phố trong năm 2020.`;
}

/** A paragraph long enough to be a passage of its own. */
export function padParagraph(text: string): string {
  return `${text} ${"Các đơn vị trao đổi, thống nhất nhiều nội dung và giao việc tiếp theo. ".repeat(5)}`;
}
