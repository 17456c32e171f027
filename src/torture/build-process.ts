import { type ChildProcess, spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";

export const PROJECT = resolve(import.meta.dirname, "../..");
const MEDDLE = pathToFileURL(resolve(import.meta.dirname, "meddle.ts")).href;

/** What is to happen to a build while it runs. */
export interface Meddling {
  /** It is killed right before this of its changes to the disk, counted from 1. */
  readonly killAt?: number;
  /** It is killed so many milliseconds after its first change to the disk. */
  readonly killAfterMs?: number;
  /** The disk takes so many bytes and no more. */
  readonly fullAfter?: number;
  /** No file may become larger, in blocks of 512 bytes, as `ulimit -f` counts. */
  readonly largestFile?: number;
  /** Whether everything is embedded anew. Default: yes. */
  readonly force?: boolean;
  /** Where what it did is written to. */
  readonly report?: string;
}

/** How a process ended. */
export interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Since its first change to the disk. */
  readonly milliseconds: number;
}

/** Runs `npm run index` as a process of its own, anew from all articles, and does to it what it is told. */
export async function runBuild(
  articlesDir: string,
  indexDir: string,
  { killAfterMs, largestFile, force = true, ...meddling }: Meddling = {},
): Promise<Ended> {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(meddling)) query.set(key, String(value));
  const args = ["--import", "tsx", "--import", `${MEDDLE}?${query}`, "scripts/index.ts"];
  const own = ["--articles", articlesDir, "--index", indexDir, ...(force ? ["--force"] : [])];
  const child = spawn(...withFileLimit(largestFile, [...args, ...own]), {
    cwd: PROJECT,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let begun = performance.now();
  child.once("message", () => {
    begun = performance.now();
    if (killAfterMs !== undefined) setTimeout(() => child.kill("SIGKILL"), killAfterMs);
  });
  const ended = await waitForEnd(child);
  return { ...ended, milliseconds: performance.now() - begun };
}

/** Asks a question by `npm run ask` as a process of its own. */
export async function runAsk(
  articlesDir: string,
  indexDir: string,
  question: string,
): Promise<Omit<Ended, "milliseconds">> {
  const args = [
    "--import",
    "tsx",
    "scripts/ask.ts",
    "--json",
    "--articles",
    articlesDir,
    "--index",
    indexDir,
  ];
  const child = spawn(process.execPath, [...args, question], {
    cwd: PROJECT,
    stdio: ["ignore", "pipe", "pipe"],
  });
  return waitForEnd(child);
}

/** What a build did to the disk, as its report has it. */
export async function readReport(path: string): Promise<{ written: number; changes: string[] }> {
  const [written = "0", ...changes] = (await readFile(path, "utf8")).trim().split("\n");
  return { written: Number(written), changes };
}

function withFileLimit(blocks: number | undefined, args: string[]): [string, string[]] {
  if (blocks === undefined) return [process.execPath, args];
  return ["sh", ["-c", `ulimit -f ${blocks} && exec "$0" "$@"`, process.execPath, ...args]];
}

async function waitForEnd(child: ChildProcess): Promise<Omit<Ended, "milliseconds">> {
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw new Error("The process has no output.");
  const ended = new Promise<Pick<Ended, "status" | "signal">>((done, fail) => {
    child.once("close", (status, signal) => done({ status, signal })).once("error", fail);
  });
  const [out, err, how] = await Promise.all([text(stdout), text(stderr), ended]);
  return { ...how, stdout: out, stderr: err };
}
