import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { InvalidArgumentError } from "commander";
import { createCommand, parseCount, type Surroundings } from "../cli/command-line.ts";
import type { Embedder } from "../embedding/embedder.ts";
import { loadEmbedder } from "../embedding/load-embedder.ts";
import { GOLD_FILE } from "../evaluation/evaluate-command.ts";
import { readGoldQuestions } from "../evaluation/gold.ts";
import { makeCorpus } from "./make-articles.ts";
import { measureIndexing } from "./measure-index.ts";
import { measureSize, type SizeFigures } from "./measure-size.ts";
import { type PeersOptions, printPeers } from "./peers/peers-command.ts";
import { renderFigures } from "./render-figures.ts";
import { parseGraphs, printSweep, type SweepCommandOptions } from "./sweep/sweep-command.ts";

interface BenchmarkOptions extends PeersOptions, Omit<SweepCommandOptions, "sizes"> {
  readonly articles?: string;
  readonly sizes?: readonly number[];
  readonly peers?: boolean;
  readonly sweep?: boolean;
}

/** The largest takes some minutes. */
const DEFAULT_SIZES = [100, 1_000, 10_000, 100_000];
const SWEEP_SIZES = [1_000, 10_000, 100_000];
const SWEEP_GRAPHS = "16/100,16/200,32/200";

/** `npm run benchmark`: how fast everything is, and how that grows with the corpus. */
export async function benchmark(argv: readonly string[], surroundings: Surroundings): Promise<void> {
  const command = createCommand("benchmark", "Measures how fast search, bot and indexing are.", surroundings)
    .option("--sizes <list>", "passages of the corpora that are made", parseSizes)
    .option("--questions <n>", "how many questions are asked of each", parseCount, 200)
    .option("--keep <dir>", "keep the indexes there, and take those that are there")
    .option("--peers", "compare with what a user might pick instead, on the questions of --benchmark")
    .option(
      "--benchmark <dir>",
      "a folder with passages*.jsonl and queries.<kind>.jsonl, for --peers and --sweep",
    )
    .option(
      "--passages <file>",
      "which passages of the benchmark (default: the Vietnamese ones, else the first)",
    )
    .option("--plot <file>", "with --peers: draw quality against latency into this SVG file")
    .option("--sweep", "compare exact search for the nearest passages with graphs")
    .option(
      "--graphs <list>",
      "with --sweep: M/efConstruction of each",
      parseGraphs,
      parseGraphs(SWEEP_GRAPHS),
    )
    .option("--json", "the figures as one JSON object a line")
    .allowExcessArguments(false);
  command.parse(argv, { from: "user" });
  const options = command.opts<BenchmarkOptions>();
  if (options.peers) return printPeers(options, surroundings);
  if (options.sweep) return printSweep({ ...options, sizes: options.sizes ?? SWEEP_SIZES }, surroundings);
  await printSizes(options, surroundings);
}

async function printSizes(options: BenchmarkOptions, surroundings: Surroundings): Promise<void> {
  const { config, stdout, stderr } = surroundings;
  const embedder = await loadEmbedder({ model: config.embeddingModel, allowDownload: false });
  const folder = options.keep ?? (await mkdtemp(join(tmpdir(), "benchmark-")));
  try {
    const sizes: SizeFigures[] = [];
    for (const prepare of listCorpora(options)) {
      const corpus = await prepare(folder);
      stderr.write(`${corpus.name}…\n`);
      sizes.push(await measureCorpus(corpus, embedder));
    }
    if (options.json) for (const size of sizes) stdout.write(`${JSON.stringify(size)}\n`);
    else stdout.write(`${renderFigures(sizes)}(median / 95th percentile)\n`);
  } finally {
    if (options.keep === undefined) await rm(folder, { recursive: true, force: true });
  }
}

interface Corpus {
  readonly name: string;
  readonly articlesDir: string;
  readonly indexDir: string;
  readonly questions: readonly string[];
}

/** A folder of real articles is asked the project's own questions, a made one its own. */
function listCorpora({
  articles,
  sizes = DEFAULT_SIZES,
  questions,
}: BenchmarkOptions): ((folder: string) => Promise<Corpus>)[] {
  if (articles !== undefined) {
    return [
      async (folder) => ({
        name: articles,
        articlesDir: articles,
        indexDir: join(folder, "given-index"),
        questions: (await readGoldQuestions(GOLD_FILE)).slice(0, questions).map(({ text }) => text),
      }),
    ];
  }
  return sizes.map((passages) => async (folder) => {
    const made = makeCorpus(passages, questions);
    const articlesDir = join(folder, `articles-${passages}`);
    await mkdir(articlesDir, { recursive: true });
    for (const { name, text } of made.articles) await writeFile(join(articlesDir, name), text);
    const indexDir = join(folder, `index-${passages}`);
    return { name: `${passages} passages`, articlesDir, indexDir, questions: made.questions };
  });
}

async function measureCorpus(corpus: Corpus, embedder: Embedder): Promise<SizeFigures> {
  const { articlesDir, indexDir, questions } = corpus;
  const indexing = existsSync(join(indexDir, "current"))
    ? null
    : await measureIndexing(articlesDir, indexDir, embedder);
  return measureSize(indexDir, embedder, questions, indexing);
}

function parseSizes(list: string): number[] {
  const sizes = list.split(",").map(Number);
  if (sizes.every((size) => Number.isInteger(size) && size >= 10 && size <= 1_000_000)) return sizes;
  throw new InvalidArgumentError("It must be whole numbers from 10 with commas between them.");
}
