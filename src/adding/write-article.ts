import { constants, copyFile, link, mkdir, readdir, readFile, rm } from "node:fs/promises";
import { extname, join } from "node:path";
import { replaceFile, syncPath, writeDurably } from "../index/durable.ts";

/** Where an article came to stand, and whether it was there already, word for word. */
export interface Written {
  readonly file: string;
  readonly isNew: boolean;
}

/**
 * Writes a new article into a folder, at once and over nothing: a name that is taken gets a number. Names count as
 * taken whatever their extension, for articles are known by their names without it.
 *
 * @param isDryRun says where it would stand, and writes nothing
 */
export async function writeArticle(
  folder: string,
  name: string,
  content: string,
  isDryRun: boolean,
): Promise<Written> {
  if (!isDryRun) await mkdir(folder, { recursive: true });
  const files = await readdir(folder).catch(() => []);
  const fileOfName = new Map(files.map((file) => [file.slice(0, file.length - extname(file).length), file]));
  for (let number = 1; ; number++) {
    const numbered = number === 1 ? name : `${name}-${number}`;
    const taken = fileOfName.get(numbered);
    const file = `${numbered}.md`;
    if (taken !== undefined) {
      if (taken === file && (await readFile(join(folder, file), "utf8")) === content)
        return { file, isNew: false };
    } else if (isDryRun || (await createFile(folder, file, content))) return { file, isNew: true };
  }
}

/** Puts an article in the place of one that is there. */
export async function replaceArticle(folder: string, file: string, content: string): Promise<void> {
  await replaceFile(join(folder, file), content);
}

/** Creates a file with its whole content at once; false when somebody else has just created it. */
async function createFile(folder: string, file: string, content: string): Promise<boolean> {
  const temporary = join(folder, `.${file}.${process.pid}`);
  const path = join(folder, file);
  try {
    await writeDurably(temporary, [content]);
    // Unlike a rename, a link never replaces. Some file systems have no links.
    await link(temporary, path).catch((error: unknown) => {
      if (codeOf(error) === "EEXIST") throw error;
      return copyFile(temporary, path, constants.COPYFILE_EXCL);
    });
    await syncPath(folder);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  } finally {
    await rm(temporary, { force: true });
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
