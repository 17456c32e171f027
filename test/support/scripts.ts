import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { text } from "node:stream/consumers";

export const PROJECT = resolve(import.meta.dirname, "../..");

export interface Ended {
  /** `null` when a signal ended it. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** What the tests' own surroundings set must not change what they see. */
const NEUTRAL = {
  NO_COLOR: "",
  FORCE_COLOR: "",
  LOG_LEVEL: "",
  DEFAULT_LANGUAGE: "vi",
  ARTICLES_DIR: "seeds",
};

/** Starts a script of the project as a process, as `npm run` does. */
export function startScript(script: "ask" | "index", args: readonly string[], env: RunOptions["env"] = {}) {
  return spawn(process.execPath, ["--import", "tsx", `scripts/${script}.ts`, ...args], {
    cwd: PROJECT,
    env: { ...process.env, ...NEUTRAL, ...env },
  });
}

/** Runs a script of the project to its end. */
export function runScript(
  script: "ask" | "index",
  args: readonly string[],
  options: RunOptions = {},
): Promise<Ended> {
  return finish(startScript(script, args, options.env), options.input);
}

/** Runs a command line of the shell in the project's folder. */
export function runShell(line: string, env: RunOptions["env"] = {}): Promise<Ended> {
  return finish(spawn("sh", ["-c", line], { cwd: PROJECT, env: { ...process.env, ...NEUTRAL, ...env } }));
}

async function finish(child: ReturnType<typeof startScript>, input = ""): Promise<Ended> {
  child.stdin.end(input);
  const ended = new Promise<number | null>((done, fail) => child.once("close", done).once("error", fail));
  const [stdout, stderr, status] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { status, stdout, stderr };
}
