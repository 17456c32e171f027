import { execFile } from "node:child_process";
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

const PROGRAM = fileURLToPath(new URL("./first-answer.ts", import.meta.url));
const RUNS = 3;

const reportSchema = z.object({ readyAt: z.number(), answeredAt: z.number(), residentBytes: z.number() });

/** The medians of a few starts; the first, which fills the caches of the disk and of tsx, does not count. */
export async function measureStart(indexDir: string, questions: readonly string[]): Promise<StartFigures> {
  const runs: StartFigures[] = [];
  for (let run = 0; run <= RUNS; run++) runs.push(await startOnce(indexDir, questions));
  const median = (pick: (figures: StartFigures) => number) => quantile(runs.slice(1).map(pick), 0.5);
  return {
    ready: median(({ ready }) => ready),
    firstAnswer: median(({ firstAnswer }) => firstAnswer),
    residentBytes: median(({ residentBytes }) => residentBytes),
  };
}

async function startOnce(indexDir: string, questions: readonly string[]): Promise<StartFigures> {
  const began = performance.timeOrigin + performance.now();
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", PROGRAM, ...questions], {
    env: { ...loadEnvironment(), INDEX_DIR: indexDir },
  });
  const { readyAt, answeredAt, residentBytes } = reportSchema.parse(JSON.parse(stdout));
  return { ready: readyAt - began, firstAnswer: answeredAt - began, residentBytes };
}
