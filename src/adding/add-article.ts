import { constants } from "node:fs";
import { open, realpath } from "node:fs/promises";
import { basename, relative, sep } from "node:path";
import type { Dispatcher } from "undici";
import type { ArticleMetadata } from "../articles/article.ts";
import { formatMegabytes, MAX_ARTICLE_BYTES } from "../articles/decode.ts";
import { decideFormat } from "./content.ts";
import { type FetchLimits, fetchLimited } from "./fetch-limited.ts";
import { findKnownAddresses } from "./known-addresses.ts";
import { nameFile } from "./name-file.ts";
import { AddRefusal } from "./refusal.ts";
import { renderFrontMatter } from "./render-markdown.ts";
import { createRobotsCheck, ROBOT_NAME } from "./robots.ts";
import { type Source, type Understood, understandSource } from "./understand.ts";
import { addressKey, looksLikeUrl, parseWebAddress } from "./web-address.ts";
import { replaceArticle, writeArticle } from "./write-article.ts";

/** An article is a page, not a film; a minute is long for one. */
export const FETCH_LIMITS: FetchLimits = { maxBytes: MAX_ARTICLE_BYTES, timeoutMs: 60_000, maxRedirects: 5 };

export interface AddOptions {
  readonly articlesDir: string;
  readonly dispatcher: Dispatcher;
  readonly limits: FetchLimits;
  /** Of this program; sites see it. */
  readonly version: string;
  /** Given by hand; goes before what the article says. */
  readonly given: Partial<ArticleMetadata>;
  /** Replaces an article that is there under the same address. */
  readonly force: boolean;
  readonly dryRun: boolean;
  /** Completes what was understood, by asking a person. */
  readonly complete: (understood: Understood) => Promise<ArticleMetadata>;
}

/** What became of a source. */
export type Addition =
  | ({ readonly status: "added" | "replaced"; readonly source: string; readonly file: string } & Omit<
      Understood,
      "body"
    >)
  | { readonly status: "known"; readonly source: string; readonly file: string };

/** Adds sources to one folder, one after another. */
export interface Adder {
  /** @throws AddRefusal or SkipError when the source cannot be added */
  add(source: string): Promise<Addition>;
}

/** Makes what adds articles to a folder: each address once, nothing overwritten. */
export async function createAdder(options: AddOptions): Promise<Adder> {
  const { articlesDir, dispatcher, limits, force, dryRun } = options;
  const request = {
    dispatcher,
    limits,
    userAgent: `${ROBOT_NAME}/${options.version} (adds single articles by hand)`,
  };
  const permit = createRobotsCheck(request);
  const known = await findKnownAddresses(articlesDir);

  async function add(source: string): Promise<Addition> {
    const asked = looksLikeUrl(source) ? parseWebAddress(source) : null;
    const before = asked ? known.get(addressKey(asked.href)) : undefined;
    if (before !== undefined && !force) return { status: "known", source, file: before };
    const inside = asked ? null : await findInside(articlesDir, source);
    if (inside !== null) return { status: "known", source, file: inside };
    const { content, address } = asked
      ? await fetchSource(asked)
      : { content: await readSource(source), address: null };
    const understood = await understandSource(content);
    const url = chooseAddress(understood.metadata.url, address);
    const found = { ...understood, metadata: { ...understood.metadata, url, ...options.given } };
    const keys = [asked?.href, address?.href, found.metadata.url].flatMap((href) =>
      href ? [addressKey(href)] : [],
    );
    const old = before ?? keys.map((key) => known.get(key)).find((file) => file !== undefined);
    if (old !== undefined && !force) return { status: "known", source, file: old };

    const metadata = await options.complete(found);
    const markdown = `${renderFrontMatter(metadata)}\n${understood.body}`;
    const { body: _, ...rest } = { ...understood, metadata };
    if (old !== undefined) {
      if (!dryRun) await replaceArticle(articlesDir, old, markdown);
      return { status: "replaced", source, file: old, ...rest };
    }
    const name = nameFile(metadata.title ?? understood.opening, metadata.publishedOn);
    const { file, isNew } = await writeArticle(articlesDir, name, markdown, dryRun);
    for (const key of keys) known.set(key, file);
    return isNew ? { status: "added", source, file, ...rest } : { status: "known", source, file };
  }

  async function fetchSource(asked: URL): Promise<{ content: Source; address: URL }> {
    const { url, status, contentType, bytes } = await fetchLimited(asked, { ...request, permit });
    if (status < 200 || status >= 300) throw new AddRefusal("status", `HTTP ${status}`);
    const name = basename(url.pathname);
    return {
      content: { name, bytes, contentType, format: decideFormat(bytes, contentType, name) },
      address: url,
    };
  }

  return { add };
}

/** The name of a file that lies in the articles folder already: a copy of it would be the same article twice. */
async function findInside(articlesDir: string, path: string): Promise<string | null> {
  const [folder, file] = await Promise.all(
    [articlesDir, path].map((name) => realpath(name).catch(() => null)),
  );
  return folder && file?.startsWith(folder + sep) ? relative(folder, file) : null;
}

/** A file of this machine, no larger than an article may be. */
async function readSource(path: string): Promise<Source> {
  const bytes = await readFileLimited(path);
  const name = basename(path);
  return { name, bytes, contentType: null, format: decideFormat(bytes, null, name) };
}

async function readFileLimited(path: string): Promise<Uint8Array> {
  try {
    // A pipe without a writer must not be waited for.
    const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const stats = await handle.stat();
      if (!stats.isFile()) throw new AddRefusal("file-unreadable", "not a file");
      if (stats.size > MAX_ARTICLE_BYTES) throw new AddRefusal("too-large", formatMegabytes(stats.size));
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof AddRefusal) throw error;
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw new AddRefusal("file-unreadable", code, { cause: error });
  }
}

/** A page may name its proper address, but only one of its own site: readers are sent there. */
function chooseAddress(canonical: string | null, address: URL | null): string | null {
  if (address === null) return canonical;
  const site = (url: URL) => url.hostname.replace(/^(?:www|m)\./, "");
  const isOwn = canonical !== null && URL.canParse(canonical) && site(new URL(canonical)) === site(address);
  return isOwn ? canonical : address.href;
}
