import type { Embedder } from "../embedding/embedder.ts";
import { buildIndex } from "../index/build-index.ts";
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
}

/**
 * Builds the index, shows how far it is on stderr, and reports on stdout.
 * @throws when nothing could be indexed; why each file was left out has then been said on stderr
 */
export async function runBuild(run: BuildRun, surroundings: Surroundings): Promise<void> {
  const { speaker, stdout, stderr } = surroundings;
  const progress = showProgress(stderr, speaker);
  try {
    const report = run.dryRun
      ? await planBuild(run)
      : await buildIndex({ ...run, onProgress: progress.update });
    progress.stop();
    stdout.write(run.json ? `${JSON.stringify(reportToJson(report))}\n` : renderReport(report, speaker));
  } catch (error) {
    progress.stop();
    if (error instanceof NothingIndexedError)
      for (const line of renderSkipped(error.skipped, speaker)) stderr.write(`${line}\n`);
    throw error;
  }
}
