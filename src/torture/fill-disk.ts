import { execFile } from "node:child_process";
import { mkdir, rm, statfs, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Embedder } from "../embedding/embedder.ts";
import { type Ended, type Meddling, readReport, runBuild } from "./build-process.ts";
import { type Opener, startOpener } from "./open-in-child.ts";
import { type Scene, withScene } from "./scene.ts";

export interface FullDiskOptions {
  /** How often each way of filling is tried, each time at another place of the build. */
  readonly each: number;
  readonly passages: number;
}

export interface FullDiskFigures {
  /** Builds for which the disk was full: as told by a meddled file system, by `ulimit -f`, and in a small disk. */
  readonly injected: number;
  readonly limited: number;
  /** `null` where this user may not mount one. */
  readonly mounted: number | null;
  /** Builds that did not say in one sentence that the disk was full. */
  readonly unclear: number;
  readonly aborted: number;
  readonly lost: number;
  readonly nextFailed: number;
}

const BLOCK_BYTES = 512;

/** Lets the disk be full in the midst of a build, in three ways. */
export async function fillDisk(embedder: Embedder, options: FullDiskOptions): Promise<FullDiskFigures> {
  return withScene(embedder, options.passages, async (scene) => {
    const opener = startOpener();
    const figures = { injected: 0, limited: 0, unclear: 0, aborted: 0, lost: 0, nextFailed: 0 };
    const judge = (ended: Ended, live: string, indexDir: string) =>
      judgeFullDisk(ended, { live, indexDir, scene, opener, figures });
    try {
      let live = await scene.build();
      const report = join(scene.folder, "report");
      await runBuild(scene.articlesDir, scene.indexDir, { report });
      const { written } = await readReport(report);
      const shares = Array.from({ length: options.each }, (_, at) => (at + 0.5) / options.each);
      const run = async (meddling: Meddling) => {
        await scene.change();
        live = await scene.build();
        const ended = await runBuild(scene.articlesDir, scene.indexDir, meddling);
        await judge(ended, live, scene.indexDir);
      };
      for (const share of shares) {
        await run({ fullAfter: Math.floor(share * written) });
        figures.injected++;
      }
      for (const share of shares) {
        // The largest file has about two fifths of all.
        await run({ largestFile: Math.floor((share * written * 0.35) / BLOCK_BYTES) });
        figures.limited++;
      }
      const mounted = await whileMounted(join(scene.folder, "disk"), 5 * written, async (disk) => {
        const indexDir = join(disk, "index");
        const ballast = join(disk, "ballast");
        for (const share of shares) {
          live = await scene.build(indexDir);
          const { bavail, bsize } = await statfs(disk);
          await writeFile(ballast, Buffer.alloc(Math.max(0, bavail * bsize - Math.floor(share * written))));
          await judge(await runBuild(scene.articlesDir, indexDir), live, indexDir);
          await rm(ballast);
          if ((await scene.build(indexDir).catch(() => null)) === null) figures.nextFailed++;
        }
        return shares.length;
      });
      return { ...figures, mounted };
    } finally {
      opener.close();
    }
  });
}

interface Judged {
  readonly live: string;
  readonly indexDir: string;
  readonly scene: Scene;
  readonly opener: Opener;
  readonly figures: { unclear: number; aborted: number; lost: number; nextFailed: number };
}

async function judgeFullDisk(ended: Ended, { live, indexDir, scene, opener, figures }: Judged) {
  const { articlesDir, questions } = scene;
  if (ended.signal !== null) figures.aborted++;
  const sentences = ended.stderr.trim().split("\n");
  const isClear = sentences.length === 1 && /could not be written: .*; .*npm run index/.test(ended.stderr);
  if (ended.status !== 1 || !isClear) figures.unclear++;
  const opening = await opener.open({ articlesDir, indexDir, question: questions[0] ?? "" });
  if (opening.kind === "aborted" || opening.kind === "hung") figures.aborted++;
  const isLive = opening.kind === "served" && opening.generation === live && opening.passedOver.length === 0;
  if (!isLive) figures.lost++;
}

/** Does something in a disk of its own in memory, where that is allowed. */
async function whileMounted<T>(
  folder: string,
  bytes: number,
  work: (folder: string) => Promise<T>,
): Promise<T | null> {
  const run = promisify(execFile);
  await mkdir(folder);
  try {
    await run("mount", ["-t", "tmpfs", "-o", `size=${Math.ceil(bytes)}`, "tmpfs", folder]);
  } catch {
    return null;
  }
  try {
    return await work(folder);
  } finally {
    await run("umount", [folder]);
  }
}
