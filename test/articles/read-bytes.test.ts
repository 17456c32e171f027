import { once } from "node:events";
import { realpath } from "node:fs/promises";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { describe, expect, test } from "vitest";
import { loadArticles } from "../../src/articles/load-articles.ts";
import { readBytes } from "../../src/articles/read-bytes.ts";
import { makeCorpus, sentenceAbout } from "../support/corpus.ts";

const PROSE = sentenceAbout("khuyến công");

/** Adds to a file again and again, from another thread, for so long or until it is stopped. */
async function keepWriting(path: string, ms: number): Promise<Worker> {
  const worker = new Worker(
    `const { openSync, writeSync } = require("node:fs");
    const { parentPort, workerData } = require("node:worker_threads");
    const file = openSync(workerData.path, "a");
    const end = Date.now() + workerData.ms;
    parentPort.postMessage("writing");
    while (Date.now() < end) writeSync(file, " ");`,
    { eval: true, workerData: { path, ms } },
  );
  await once(worker, "message");
  return worker;
}

describe("a file that changes while it is read", () => {
  test("is listed when that does not end, and the others are read", async () => {
    const folder = await makeCorpus({ "a.txt": PROSE, "dang-ghi.txt": PROSE });
    const worker = await keepWriting(join(folder, "dang-ghi.txt"), 60_000);
    try {
      // The writer may be made to wait so long that the file is still for a moment: then it is read as it is.
      for (;;) {
        const { articles, skipped } = await loadArticles(folder);
        expect(articles[0]?.text).toBe(PROSE);
        if (skipped.length === 0) continue;
        expect(skipped).toEqual([{ file: "dang-ghi.txt", reason: "changed-while-read", detail: "" }]);
        break;
      }
    } finally {
      await worker.terminate();
    }
  });

  test("is read once it is still", async () => {
    const folder = await realpath(await makeCorpus({ "a.txt": PROSE }));
    const worker = await keepWriting(join(folder, "a.txt"), 30);
    const bytes = await readBytes(folder, "a.txt");
    await worker.terminate();
    expect(Buffer.from(bytes).toString("utf8").trim()).toBe(PROSE);
  });
});
