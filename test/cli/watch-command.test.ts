import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { watchArticles } from "../../src/cli/watch-command.ts";
import { readConfig } from "../../src/config.ts";
import type { Embedder } from "../../src/embedding/embedder.ts";
import { loadMessages, speak } from "../../src/messages/load-messages.ts";
import { addFiles, type Files, makeCorpus, makeFolder, sentenceAbout } from "../support/corpus.ts";
import { makeSyllableEmbedder } from "../support/embedders.ts";
import { makeTerminal } from "../support/terminal.ts";

const FILES = { "a.txt": sentenceAbout("khuyến công"), "b.txt": sentenceAbout("kích cầu") };
const messages = loadMessages();
const TIMES = { settleMs: 50, intervalMs: 10, retryMs: 100 };

let stop = new AbortController();
afterEach(() => stop.abort());

async function watch(files: Files, options: { embedder?: Embedder; json?: boolean; indexDir?: string } = {}) {
  stop = new AbortController();
  const terminal = makeTerminal({ isTTY: false });
  const articlesDir = await makeCorpus(files);
  const indexDir = options.indexDir ?? (await makeFolder());
  const { embedder = makeSyllableEmbedder(), json = false } = options;
  const run = { articlesDir, indexDir, embedder, force: false, dryRun: false, json };
  const surroundings = { ...terminal, config: readConfig({}), messages, speaker: speak(messages, "vi") };
  const ended = watchArticles(run, surroundings, TIMES, stop.signal);
  const { stdout, stderr } = terminal;
  await stderr.waitFor(/Đang theo dõi thư mục .* Ctrl-C để dừng\.\n$/);
  return { stdout, stderr, articlesDir, indexDir, ended };
}

describe("npm run index -- --watch", () => {
  test("builds at the start and after each change, and nothing where nothing would change", async () => {
    const { stdout, stderr, articlesDir, ended } = await watch(FILES);
    expect(stdout.text).toMatch(/^Đã tạo chỉ mục .*\n +Bài báo +2\n/);
    let from = stdout.text.length;
    await addFiles(articlesDir, { "c.txt": sentenceAbout("logistics") });
    await stdout.waitFor(/Cảnh báo +\d\n[\s\S]*"c\.txt"\n/, from);
    expect(stdout.text.slice(from)).toMatch(/Bài mới +1\n[\s\S]*Tính vectơ mới +1\n/);
    from = stdout.text.length;
    await addFiles(articlesDir, { "c.txt": `\uFEFF${sentenceAbout("logistics")}` });
    await stderr.waitFor(/Chỉ mục đã đúng với các bài báo\.\n/);
    expect(stdout.text.length).toBe(from);
    // A file that cannot be read is worth a report, too.
    await addFiles(articlesDir, { "xau.txt": "" });
    await stdout.waitFor(/"xau\.txt": tệp không có chữ nào\n/, from);
    stop.abort();
    await expect(ended).resolves.toBeUndefined();
  });

  test("says once that a build failed, goes on watching, and leaves the old index", async () => {
    const { stdout, stderr, articlesDir, indexDir } = await watch(FILES, { json: true });
    const current = await readFile(join(indexDir, "current"), "utf8");
    for (const file of ["a.txt", "b.txt"]) await rm(join(articlesDir, file));
    await stderr.waitFor(/Nothing in ".*" could be indexed \(it has no files\); the old index stays\.\n/);
    expect(await readFile(join(indexDir, "current"), "utf8")).toBe(current);
    const from = stdout.text.length;
    await addFiles(articlesDir, FILES);
    // The index was right all the while.
    await stderr.waitFor(/Chỉ mục đã đúng/);
    await addFiles(articlesDir, { "a.txt": sentenceAbout("giá điện") });
    await stdout.waitFor(/\n$/, from);
    expect(JSON.parse(stdout.text.slice(from))).toMatchObject({ changed: 1, unchanged: 1 });
  });

  test("tries again what failed for another reason, and says so once", async () => {
    let failures = 0;
    const embedder = makeSyllableEmbedder();
    const unlucky: Embedder = {
      ...embedder,
      embedWithSentences: (passages) =>
        ++failures <= 3
          ? Promise.reject(new Error("No space is left."))
          : embedder.embedWithSentences(passages),
    };
    const { stdout, stderr } = await watch(FILES, { embedder: unlucky });
    await stdout.waitFor(/Đã tạo chỉ mục/);
    expect(stderr.text.match(/No space is left\./g)).toHaveLength(1);
  });

  test("gives up a build in hand when it is told to stop", async () => {
    const embedder = makeSyllableEmbedder();
    const indexDir = await makeFolder();
    const first = await watch(FILES, { indexDir });
    stop.abort();
    await first.ended;
    const current = await readFile(join(indexDir, "current"), "utf8");
    const controller = new AbortController();
    const terminal = makeTerminal({ isTTY: false });
    const stopping: Embedder = {
      ...embedder,
      embedWithSentences: (passages) => {
        controller.abort();
        return embedder.embedWithSentences(passages);
      },
    };
    const run = { indexDir, embedder: stopping, force: true, dryRun: false, json: false };
    const surroundings = { ...terminal, config: readConfig({}), messages, speaker: speak(messages, "vi") };
    await watchArticles({ ...run, articlesDir: first.articlesDir }, surroundings, TIMES, controller.signal);
    expect([terminal.stdout.text, terminal.stderr.text]).toEqual(["", ""]);
    expect(await readFile(join(indexDir, "current"), "utf8")).toBe(current);
  });
});
