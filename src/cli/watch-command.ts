import { watchFolder } from "../articles/watch-folder.ts";
import { NothingIndexedError } from "../index/prepare-build.ts";
import type { Surroundings } from "./command-line.ts";
import { type BuildRun, runBuild } from "./run-build.ts";

/** Files are copied one after another; a network drive may take a breath between two. */
const DEFAULT_SETTLE_SECONDS = 3;
const INTERVAL_MS = 1_000;
/** A full disk may have been cleared, another build may have ended. */
const RETRY_MS = 60_000;

export interface WatchTimes {
  readonly settleMs: number;
  readonly intervalMs: number;
  readonly retryMs: number;
}

/** @param settleSeconds how long nothing may have changed before the index is built */
export function watchTimes(settleSeconds = DEFAULT_SETTLE_SECONDS): WatchTimes {
  return { settleMs: settleSeconds * 1_000, intervalMs: INTERVAL_MS, retryMs: RETRY_MS };
}

/**
 * `npm run index -- --watch`: builds the index whenever the articles have changed and settled. A build that fails is
 * told once, and the watching goes on. Nothing is built where nothing would change.
 */
export async function watchArticles(
  run: BuildRun,
  surroundings: Surroundings,
  times: WatchTimes,
  signal: AbortSignal,
): Promise<void> {
  const { speaker, stderr } = surroundings;
  const tell = (key: string) =>
    void stderr.write(
      `${speaker.say(key, { articles: run.articlesDir, seconds: times.settleMs / 1_000 })}\n`,
    );
  let lastFailure = "";
  let isFirst = true;
  await watchFolder({
    ...times,
    folder: run.articlesDir,
    signal,
    async onSettled() {
      const force = run.force && isFirst;
      try {
        const isBuilt = await runBuild({ ...run, force, onlyIfChanged: !force, signal }, surroundings);
        if (!isBuilt) tell("cli-watch-unchanged");
        lastFailure = "";
        return true;
      } catch (error) {
        if (signal.aborted) return true;
        const failure = error instanceof Error ? error.message : String(error);
        if (failure !== lastFailure) stderr.write(`${failure}\n`);
        lastFailure = failure;
        // Other files are what it needs.
        return error instanceof NothingIndexedError;
      } finally {
        if (isFirst && !signal.aborted) tell("cli-watching");
        isFirst = false;
      }
    },
  });
}

/** A terminal tells npm and this process, and npm passes it on: within this time it is the same signal. */
const ECHO_MS = 2_000;

/** Is aborted by the first Ctrl-C or SIGTERM; a later one ends the process at once. */
export function stopOnSignals(): AbortSignal {
  const controller = new AbortController();
  const stop = () => {
    controller.abort();
    setTimeout(() => process.off("SIGINT", stop).off("SIGTERM", stop), ECHO_MS).unref();
  };
  process.on("SIGINT", stop).on("SIGTERM", stop);
  return controller.signal;
}
