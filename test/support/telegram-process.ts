import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The bot as operators run it: a process of its own. */
export interface BotProcess {
  readonly child: ChildProcess;
  /** Everything that it has written to stderr. */
  stderr(): string;
  /** Everything that it has written at all. */
  output(): string;
  /** Settles as soon as stderr holds the text; rejects when the process ends without. */
  says(text: string): Promise<void>;
  /** Its exit status, once it has ended; `null` when a signal ended it. */
  readonly status: Promise<number | null>;
  /** Ends it, and what it may have left running, at once; harmless when nothing is left. */
  end(): void;
}

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Starts `src/main.ts` in a folder, so that no `.env` of the developer's completes the environment. */
export function spawnBot(environment: Readonly<Record<string, string>>, folder: string): BotProcess {
  const command = [
    process.execPath,
    "--import",
    import.meta.resolve("tsx"),
    join(ROOT, "src/main.ts"),
  ] as const;
  return watch(command, { ...environment, ARTICLES_DIR: join(ROOT, "seeds") }, folder);
}

/** Starts the bot as the README says: `npm start`. */
export function spawnNpmStart(environment: Readonly<Record<string, string>>): BotProcess {
  return watch(["npm", "start"], environment, ROOT);
}

function watch(
  [program, ...parameters]: readonly [string, ...string[]],
  environment: Readonly<Record<string, string>>,
  cwd: string,
): BotProcess {
  const child = spawn(program, parameters, {
    cwd,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
    // A group of its own, so that `end` reaches the children of npm too.
    detached: true,
  });
  let written = "";
  let told = "";
  child.stdout?.setEncoding("utf8").on("data", (chunk: string) => {
    told += chunk;
  });
  child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
    written += chunk;
  });
  const status = once(child, "close").then(([code]) => (typeof code === "number" ? code : null));
  return {
    child,
    status,
    stderr: () => written,
    output: () => told + written,
    end() {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
      } catch {
        // Nobody of the group is left.
      }
    },
    async says(text) {
      const ended = status.then(() => "ended");
      while (!written.includes(text)) {
        const event = await Promise.race([ended, child.stderr ? once(child.stderr, "data") : ended]);
        if (event === "ended" && !written.includes(text)) {
          throw new Error(`The bot ended without saying "${text}": ${written}`);
        }
      }
    },
  };
}
