import { Option } from "commander";
import { loadEmbedder } from "../embedding/load-embedder.ts";
import { createCommand, type FolderOptions, parseCount, type Surroundings } from "./command-line.ts";
import { runBuild } from "./run-build.ts";
import { use } from "./use-command.ts";
import { verify } from "./verify-command.ts";
import { stopOnSignals, watchArticles, watchTimes } from "./watch-command.ts";

interface IndexOptions extends FolderOptions {
  readonly force?: boolean;
  readonly dryRun?: boolean;
  readonly watch?: boolean;
  readonly settle?: number;
  readonly verify?: boolean;
  readonly use?: string;
  readonly json?: boolean;
}

/** `npm run index`: builds a new generation from the articles folder and reports. */
export async function index(argv: readonly string[], surroundings: Surroundings): Promise<void> {
  const command = createCommand("index", "Builds the index from the articles.", surroundings)
    .option("--verify", "check every generation instead, and build nothing")
    .option("--use <generation>", "go back, or forth, to a generation that was kept, and build nothing")
    .option("--force", "embed everything anew, also what has not changed")
    .option("--dry-run", "say what would change; write and embed nothing")
    .addOption(
      new Option("--watch", "build again whenever the articles change, until Ctrl-C").conflicts("dryRun"),
    )
    .option("--settle <seconds>", "with --watch: how long files must be still (default: 3)", parseCount)
    .option("--json", "the report as one JSON object")
    .allowExcessArguments(false);
  command.parse(argv, { from: "user" });
  const options = command.opts<IndexOptions>();
  if (options.use !== undefined) return use(options.use, options, surroundings);
  if (options.verify) return verify(options, surroundings);
  const { config } = surroundings;
  const embedder = await loadEmbedder({
    model: config.embeddingModel,
    allowDownload: config.allowModelDownload,
  });
  const run = {
    articlesDir: options.articles ?? config.articlesDir,
    indexDir: options.index ?? config.indexDir,
    embedder,
    force: options.force ?? false,
    dryRun: options.dryRun ?? false,
    json: options.json ?? false,
  };
  if (options.watch) await watchArticles(run, surroundings, watchTimes(options.settle), stopOnSignals());
  else await runBuild(run, surroundings);
}
