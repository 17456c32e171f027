import { constants } from "node:fs";
import { open, readdir, realpath, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { Article } from "./article.ts";
import { formatMegabytes, MAX_ARTICLE_BYTES } from "./decode.ts";
import { readArticleFile } from "./read-article.ts";
import { chooseReader } from "./readers/registry.ts";
import { SkipError, type SkippedFile } from "./skip.ts";
import { type ArticleWarning, findWarnings } from "./warnings.ts";

/** What an articles folder holds. */
export interface Corpus {
  /** In the order of their file names. */
  readonly articles: readonly Article[];
  readonly skipped: readonly SkippedFile[];
  /** What is odd about articles that were read. */
  readonly warnings: readonly ArticleWarning[];
}

/**
 * Reads every article under a folder, folders inside it included; names that begin with a dot are not looked at.
 * A file that cannot become an article is listed with its reason, and the rest goes on.
 *
 * @param onRead is told how many files have been looked at, and how many there are
 * @throws when the folder itself cannot be read
 */
export async function loadArticles(
  folder: string,
  onRead: (done: number, total: number) => void = () => {},
): Promise<Corpus> {
  const root = await findFolder(folder);
  const articles: Article[] = [];
  const skipped: SkippedFile[] = [];
  const fileOfId = new Map<string, string>();
  const files = (await listFiles(root, root, skipped)).sort(compareNames);
  for (const [at, file] of files.entries()) {
    onRead(at, files.length);
    try {
      const { article } = await readArticleFile(file, await readBytes(root, file));
      const other = fileOfId.get(article.id);
      if (other !== undefined) throw new SkipError("duplicate-id", other);
      fileOfId.set(article.id, file);
      articles.push(article);
    } catch (error) {
      if (!(error instanceof SkipError)) throw error;
      skipped.push({ file, reason: error.reason, detail: error.detail });
    }
  }
  skipped.sort((a, b) => compareNames(a.file, b.file));
  return { articles, skipped, warnings: findWarnings(articles) };
}

/** The real path of a folder that can be listed. */
async function findFolder(folder: string): Promise<string> {
  try {
    const root = await realpath(folder);
    await readdir(root);
    return root;
  } catch (cause) {
    throw new Error(
      `The articles folder "${folder}" cannot be read; create it or name another with --articles.`,
      { cause },
    );
  }
}

async function listFiles(root: string, folder: string, skipped: SkippedFile[]): Promise<string[]> {
  const files: string[] = [];
  const skip = (path: string, error: SkipError) =>
    skipped.push({ file: toName(root, path), reason: error.reason, detail: error.detail });
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    skip(folder, new SkipError("unreadable", errorCode(error)));
    return [];
  });
  for (const entry of entries) {
    if (entry.name.startsWith(".")) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) files.push(...(await listFiles(root, path, skipped)));
    else if (entry.isFile() || entry.isSymbolicLink()) files.push(toName(root, path));
    else skip(path, new SkipError("unreadable", "not a file"));
  }
  return files;
}

/** The bytes of one file. Formats that nobody reads are not opened, links out of the folder not followed. */
async function readBytes(root: string, file: string): Promise<Uint8Array> {
  try {
    const path = await realpath(join(root, file));
    if (!path.startsWith(root + sep)) throw new SkipError("outside-folder", path);
    if ((await stat(path)).isDirectory()) throw new SkipError("unreadable", "a link to a folder");
    chooseReader(file);
    const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const before = await handle.stat();
      if (!before.isFile()) throw new SkipError("unreadable", "not a file");
      if (before.size > MAX_ARTICLE_BYTES) throw new SkipError("too-large", formatMegabytes(before.size));
      const bytes = await handle.readFile();
      const after = await handle.stat();
      if (after.mtimeMs !== before.mtimeMs || after.size !== bytes.length)
        throw new SkipError("changed-while-read", file);
      return bytes;
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof SkipError) throw error;
    throw new SkipError("unreadable", errorCode(error), { cause: error });
  }
}

function toName(root: string, path: string): string {
  return relative(root, path).split(sep).join("/") || ".";
}

function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}

/** By code unit, so that every machine lists in the same order. */
function compareNames(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
