import type { Embedder } from "../embedding/embedder.ts";
import { buildIfChanged, buildIndex } from "../index/build-index.ts";
import { NothingIndexedError, planBuild } from "../index/prepare-build.ts";
import type { Surroundings } from "./command-line.ts";
import { showProgress } from "./progress.ts";
import { renderSkipped } from "./render-findings.ts";
import { renderReport, reportToJson } from "./render-report.ts";

export interface BuildRun {
  readonly articlesDir: string;
  readonly indexDir: string;
  readonly embedder: Embedder;
  readonly force: boolean;
  /** Say what would change, and change nothing. */
  readonly dryRun: boolean;
  readonly json: boolean;
  /** Build and say nothing where the index would be the same again. */
  readonly onlyIfChanged?: boolean;
  /** Gives the build up; what was live stays so. */
  readonly signal?: AbortSignal;
}

/**
 * Builds the index, shows how far it is on stderr, and reports on stdout.
 * @returns whether there was something to report
 * @throws when nothing could be indexed; why each file was left out has then been said on stderr
 */
export async function runBuild(run: BuildRun, surroundings: Surroundings): Promise<boolean> {
  const { speaker, stdout, stderr } = surroundings;
  const progress = showProgress(stderr, speaker);
  const options = {
    ...run,
    onProgress(step: Parameters<typeof progress.update>[0]) {
      run.signal?.throwIfAborted();
      progress.update(step);
    },
  };
  try {
    const report = await (run.dryRun
      ? planBuild(run)
      : run.onlyIfChanged
        ? buildIfChanged(options)
        : buildIndex(options));
    progress.stop();
    if (report === null) return false;
    stdout.write(run.json ? `${JSON.stringify(reportToJson(report))}\n` : renderReport(report, speaker));
    return true;
  } catch (error) {
    progress.stop();
    if (error instanceof NothingIndexedError)
      for (const line of renderSkipped(error.skipped, speaker)) stderr.write(`${line}\n`);
    throw error;
  }
}
