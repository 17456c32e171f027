import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { loadEnvironment } from "../../config.ts";
import { type Measured, measuredSchema } from "./measure-peer.ts";
import { PEER_LABELS, PEER_NAMES, type PeerName } from "./peer.ts";

/** A system and what was measured of it. */
export interface PeerFigures extends Measured {
  readonly name: PeerName;
}

/** The peers are packages of their own, so that the bot's own installation stays small. */
const PACKAGE = fileURLToPath(new URL("../../../scripts/benchmark/", import.meta.url));
const INSTALL = "npm ci --prefix scripts/benchmark";

/** @throws with one sentence when they are not installed */
export function checkPeersInstalled(folder = PACKAGE): void {
  if (existsSync(`${folder}/node_modules`)) return;
  throw new Error(`The systems to compare with are not installed; run once: ${INSTALL}`);
}

/**
 * Measures each system over the same passages and questions, one after another, each in a process of its own.
 * @param onStart is told which one is next
 */
export async function comparePeers(
  benchmark: string,
  passagesFile: string | undefined,
  onStart: (name: PeerName) => void,
): Promise<PeerFigures[]> {
  checkPeersInstalled();
  const figures: PeerFigures[] = [];
  for (const name of PEER_NAMES) {
    onStart(name);
    const parameters = [name, benchmark, ...(passagesFile === undefined ? [] : [passagesFile])];
    const output = await runProgram("measure-system.ts", parameters).catch((cause: unknown) => {
      throw new Error(`${PEER_LABELS[name]} could not be measured: ${lastLine(cause)}`, { cause });
    });
    figures.push({ name, ...measuredSchema.parse(JSON.parse(output)) });
  }
  return figures;
}

/** Draws a Vega specification: an SVG file's content. */
export async function drawPlot(spec: object): Promise<string> {
  checkPeersInstalled();
  return runProgram("draw-plot.ts", [JSON.stringify(spec)]);
}

async function runProgram(program: string, parameters: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--import", "tsx", PACKAGE + program, ...parameters],
    { env: loadEnvironment(), maxBuffer: 1 << 26 },
  );
  return stdout;
}

/** What a process that failed said last of why. */
function lastLine(failure: unknown): string {
  const said = failure instanceof Error ? failure.message : String(failure);
  return said.split("\n").findLast((line) => /^\w*Error/.test(line)) ?? said.split("\n")[0] ?? "";
}
