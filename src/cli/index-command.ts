import { loadEmbedder } from "../embedding/load-embedder.ts";
import { buildIndex } from "../index/build-index.ts";
import { createCommand, type FolderOptions, type Surroundings } from "./command-line.ts";
import { showProgress } from "./progress.ts";
import { renderReport, reportToJson } from "./render-report.ts";

interface IndexOptions extends FolderOptions {
  readonly force?: boolean;
  readonly json?: boolean;
}

/** `npm run index`: builds a new generation from the articles folder and reports. */
export async function index(argv: readonly string[], surroundings: Surroundings): Promise<void> {
  const command = createCommand("index", "Builds the index from the articles.", surroundings)
    .option("--force", "embed everything anew, also what has not changed")
    .option("--json", "the report as one JSON object")
    .allowExcessArguments(false);
  command.parse(argv, { from: "user" });
  const options = command.opts<IndexOptions>();
  const { config, speaker, stdout, stderr } = surroundings;
  const embedder = await loadEmbedder({
    model: config.embeddingModel,
    allowDownload: config.allowModelDownload,
  });
  const progress = showProgress(stderr, speaker);
  try {
    const report = await buildIndex({
      articlesDir: options.articles ?? config.articlesDir,
      indexDir: options.index ?? config.indexDir,
      embedder,
      force: options.force ?? false,
      onProgress: progress.update,
    });
    progress.stop();
    stdout.write(options.json ? `${JSON.stringify(reportToJson(report))}\n` : renderReport(report, speaker));
  } finally {
    progress.stop();
  }
}
