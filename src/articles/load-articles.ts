import { readdir, realpath } from "node:fs/promises";
import type { Article, ArticleMetadata } from "./article.ts";
import { describeProblems } from "./declared-fields.ts";
import { compareNames, listFiles } from "./list-files.ts";
import { readArticleFile } from "./read-article.ts";
import { readBytes } from "./read-bytes.ts";
import { chooseReader } from "./readers/registry.ts";
import { isSideFile, readSideFile, SIDE_FILE_EXTENSIONS, stemOf } from "./side-file.ts";
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
  const warnings: ArticleWarning[] = [];
  const fileOfId = new Map<string, string>();
  const all = await listFiles(root, (file) => skipped.push(file));
  const files = all.filter((file) => !isSideFile(file));
  const sideFiles = pairSideFiles(all, (file) => skipped.push(file));

  const attempt = async <T>(file: string, work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof SkipError)) throw error;
      skipped.push(error.toSkippedFile(file));
      return undefined;
    }
  };
  const readDeclared = async (file: string): Promise<Partial<ArticleMetadata>> => {
    const fields = await attempt(file, async () => readSideFile(await readBytes(root, file)));
    if (!fields) return {};
    const { metadata, problems } = fields;
    if (problems.length > 0)
      warnings.push({ file, warning: "side-file", detail: describeProblems(problems), problems });
    return metadata;
  };
  for (const [at, file] of files.entries()) {
    onRead(at, files.length);
    await attempt(file, async () => {
      // Formats that nobody reads are not opened.
      const bytes = await readBytes(root, file, () => chooseReader(file));
      const { article, garbling } = await readArticleFile(file, bytes);
      const other = fileOfId.get(article.id);
      if (other !== undefined) throw new SkipError("duplicate-id", other);
      fileOfId.set(article.id, file);
      if (garbling) warnings.push({ file, warning: garbling.kind, detail: garbling.detail });
      const sideFile = sideFiles.get(article.id);
      articles.push(sideFile === undefined ? article : { ...article, ...(await readDeclared(sideFile)) });
    });
  }
  warnings.push(...findWarnings(articles));
  const byName = <T extends { readonly file: string }>(a: T, b: T) => compareNames(a.file, b.file);
  return { articles, skipped: skipped.sort(byName), warnings: warnings.sort(byName) };
}

/** The side file of each article, by the name that they share. */
function pairSideFiles(files: readonly string[], skip: (skipped: SkippedFile) => void): Map<string, string> {
  const stems = new Set(files.filter((file) => !isSideFile(file)).map(stemOf));
  const sideFiles = new Map<string, string>();
  for (const extension of SIDE_FILE_EXTENSIONS) {
    for (const file of files.filter((name) => name.toLowerCase().endsWith(extension))) {
      const other = sideFiles.get(stemOf(file));
      if (!stems.has(stemOf(file))) skip(new SkipError("side-file-alone").toSkippedFile(file));
      else if (other !== undefined) skip(new SkipError("duplicate-id", other).toSkippedFile(file));
      else sideFiles.set(stemOf(file), file);
    }
  }
  return sideFiles;
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
