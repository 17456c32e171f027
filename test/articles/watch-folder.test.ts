import { rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { watchFolder } from "../../src/articles/watch-folder.ts";
import { addFiles, makeCorpus } from "../support/corpus.ts";

const FILES = { "a.txt": "một", "b/c.md": "hai" };
const TIMES = { settleMs: 60, intervalMs: 10, retryMs: 100 };

let stop = new AbortController();
afterEach(() => stop.abort());

/** Watches a folder; `rounds` are the times that something was to be done. */
async function watch(folder: string, work: (round: number) => Promise<boolean> | boolean = () => true) {
  stop = new AbortController();
  let rounds = 0;
  let wake = () => {};
  const ended = watchFolder({
    ...TIMES,
    folder,
    signal: stop.signal,
    async onSettled() {
      const isDone = await work(++rounds);
      wake();
      return isDone;
    },
  });
  const until = async (round: number) => {
    while (rounds < round) await new Promise<void>((resolve) => (wake = resolve));
  };
  await until(1);
  return { until, rounds: () => rounds, ended };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test("a folder is handled once at the start, and again after each change of its files", async () => {
  const folder = await makeCorpus(FILES);
  const { until, rounds } = await watch(folder);
  await pause(200);
  expect(rounds()).toBe(1);
  await addFiles(folder, { "d e/mới 😀.txt": "ba" });
  await until(2);
  await writeFile(join(folder, "a.txt"), "bốn");
  await until(3);
  await rename(join(folder, "a.txt"), join(folder, "z.txt"));
  await until(4);
  await rm(join(folder, "b"), { recursive: true });
  await until(5);
  await pause(200);
  expect(rounds()).toBe(5);
});

test("files that are written one after another are handled together, once they are still", async () => {
  const folder = await makeCorpus(FILES);
  const { until, rounds } = await watch(folder);
  for (let at = 0; at < 20; at++) {
    await writeFile(join(folder, "lon.txt"), "x".repeat(at));
    await pause(10);
  }
  await until(2);
  await pause(200);
  expect(rounds()).toBe(2);
});

test("what changes while it is handled is handled again", async () => {
  const folder = await makeCorpus(FILES);
  const { until } = await watch(folder, async (round) => {
    if (round === 1) await writeFile(join(folder, "a.txt"), "đổi trong lúc đọc");
    return true;
  });
  await until(2);
});

test("what could not be done is tried again, though nothing changed", async () => {
  const { until, rounds } = await watch(await makeCorpus(FILES), (round) => round >= 3);
  await until(3);
  await pause(300);
  expect(rounds()).toBe(3);
});

test("a folder that goes and comes back, as on a network drive, is watched on", async () => {
  const folder = await makeCorpus(FILES);
  const { until } = await watch(folder);
  await rename(folder, `${folder}-xa`);
  await until(2);
  await rename(`${folder}-xa`, folder);
  await until(3);
});

test("watching ends when it is told to", async () => {
  const { ended } = await watch(await makeCorpus(FILES));
  stop.abort();
  await expect(ended).resolves.toBeUndefined();
});
