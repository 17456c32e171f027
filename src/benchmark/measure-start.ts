import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { z } from "zod";
import { loadEnvironment } from "../config.ts";
import { quantile } from "./statistics.ts";

/** A fresh process that opens the index and answers. */
export interface StartFigures {
  /** From starting the process, with everything that Node.js and tsx do, in milliseconds. */
  readonly ready: number;
  readonly firstAnswer: number;
  /** After as many answers as were asked for. */
  readonly residentBytes: number;
}

const PACKAGE = fileURLToPath(new URL("../../package.json", import.meta.url));
const packageSchema = z.object({ scripts: z.object({ start: z.string() }) });
const PROGRAM = fileURLToPath(new URL("./first-answer.ts", import.meta.url));
const RUNS = 3;

const reportSchema = z.object({ readyAt: z.number(), answeredAt: z.number(), residentBytes: z.number() });

/** The medians of a few starts; the first, which fills the caches of the disk and of tsx, does not count. */
export async function measureStart(indexDir: string, questions: readonly string[]): Promise<StartFigures> {
  const runs: StartFigures[] = [];
  const flags = await readStartFlags();
  for (let run = 0; run <= RUNS; run++) runs.push(await startOnce(flags, indexDir, questions));
  const median = (pick: (figures: StartFigures) => number) => quantile(runs.slice(1).map(pick), 0.5);
  return {
    ready: median(({ ready }) => ready),
    firstAnswer: median(({ firstAnswer }) => firstAnswer),
    residentBytes: median(({ residentBytes }) => residentBytes),
  };
}

/** What `npm start` gives Node.js: `exec node FLAGS… src/main.ts`. */
async function readStartFlags(): Promise<string[]> {
  const { scripts } = packageSchema.parse(JSON.parse(await readFile(PACKAGE, "utf8")));
  return scripts.start.split(" ").slice(2, -1);
}

async function startOnce(
  flags: readonly string[],
  indexDir: string,
  questions: readonly string[],
): Promise<StartFigures> {
  const began = performance.timeOrigin + performance.now();
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, PROGRAM, ...questions], {
    env: { ...loadEnvironment(), INDEX_DIR: indexDir },
  });
  const { readyAt, answeredAt, residentBytes } = reportSchema.parse(JSON.parse(stdout));
  return { ready: readyAt - began, firstAnswer: answeredAt - began, residentBytes };
}
