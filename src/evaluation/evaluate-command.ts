import { fileURLToPath } from "node:url";
import { Option } from "commander";
import { createCommand, parseCount, type Surroundings } from "../cli/command-line.ts";
import type { Config } from "../config.ts";
import { createSearch } from "../search/create-search.ts";
import type { Knowledge } from "../search/knowledge.ts";
import { ABLATIONS, type Ablation, leaveOut } from "./ablation.ts";
import { type BenchmarkQuery, readBenchmark, readJsonLines } from "./benchmark.ts";
import { UNANSWERABLE } from "./collect-examples.ts";
import { evaluateBenchmark } from "./evaluate-benchmark.ts";
import { askGold, countGold, type GoldOutcome } from "./evaluate-gold.ts";
import { formatShare, formatTable } from "./format-table.ts";
import { FRAMES_FILE, type Frame, frameSchema, putInFrame } from "./frames.ts";
import { readGoldQuestions } from "./gold.ts";
import { HALVES, takeHalf } from "./halves.ts";
import { loadModelParts } from "./load-parts.ts";
import { countTurns, holdConversations, type TurnOutcome } from "./long-conversations.ts";
import { indexBenchmark } from "./memory-generation.ts";
import { type AskedCorpus, indexArticles, withConversations } from "./own-index.ts";
import { indexPractice } from "./practice.ts";
import { formatGold, formatTurns, printHalves } from "./print-halves.ts";
import { indexStories } from "./story-questions.ts";
import { mistype, retype, typeAnotherWay, WAYS, type Way } from "./typing.ts";

/** The questions over the articles that come with the product. */
export const GOLD_FILE = fileURLToPath(new URL("../../scripts/evaluation/gold.jsonl", import.meta.url));

interface EvaluateOptions {
  readonly articles?: string;
  readonly benchmark?: string;
  readonly passages?: string;
  readonly fold?: boolean;
  readonly half?: boolean;
  readonly typos?: number;
  readonly typed?: Way;
  readonly chat?: boolean;
  readonly stories?: boolean;
  readonly practice?: boolean;
  readonly conversations?: boolean;
  readonly without?: Ablation;
  readonly json?: boolean;
}

/** `npm run evaluate`: quality on the project's own questions, or on a benchmark folder. */
export async function evaluate(argv: readonly string[], surroundings: Surroundings): Promise<void> {
  const command = createCommand("evaluate", "Measures the quality of retrieval.", surroundings)
    .option(
      "--benchmark <dir>",
      "a folder with passages*.jsonl and queries.<kind>.jsonl instead of our own questions",
    )
    .option(
      "--passages <file>",
      "which passages of the benchmark (default: the Vietnamese ones, else the first)",
    )
    .option("--fold", "strip the questions of their diacritics")
    .option("--half", "strip every second word of the questions of its diacritics")
    .option("--typos <n>", "mistype so many letters in each question", parseCount)
    .addOption(
      new Option("--typed <way>", "type the questions another way, which should change nothing").choices(
        WAYS,
      ),
    )
    .option("--chat", "put courtesies around the questions, as people do in a chat")
    .addOption(
      new Option("--stories", "ask about made-up stories instead of the articles").conflicts([
        "articles",
        "benchmark",
      ]),
    )
    .addOption(
      new Option("--practice", "ask about made-up articles of the field instead").conflicts([
        "articles",
        "benchmark",
        "stories",
      ]),
    )
    .addOption(
      new Option("--conversations", "hold long conversations about the made-up articles").conflicts([
        "articles",
        "benchmark",
        "stories",
        "practice",
        "chat",
        "typed",
        "passages",
        "fold",
        "half",
        "typos",
      ]),
    )
    .addOption(new Option("--without <part>", "leave a part out, to see what it adds").choices(ABLATIONS))
    .option("--json", "the results as one JSON object a line")
    .allowExcessArguments(false);
  command.parse(argv, { from: "user" });
  const options = command.opts<EvaluateOptions>();
  const all = await loadModelParts(surroundings.config);
  const parts = options.without === undefined ? all : leaveOut(all, options.without);
  const print = options.conversations
    ? printConversations
    : options.benchmark === undefined
      ? printGold
      : printBenchmark;
  await print(parts, options, surroundings);
}

async function printGold(
  parts: Knowledge,
  options: EvaluateOptions,
  surroundings: Surroundings,
): Promise<void> {
  const { stdout, config } = surroundings;
  const frames = options.chat ? await readFrames() : [];
  const outcomes: GoldOutcome[] = [];
  for (const corpus of await readCorpora(parts, options, config)) {
    const questions = corpus.questions.map((question, seed) => ({
      ...question,
      text: typeInWay(putInFrame(question.text, frames, question.half, seed), options),
    }));
    outcomes.push(...(await askGold({ ...corpus, questions })));
  }
  printHalves(countGold(outcomes), formatGold, options, stdout);
}

async function printConversations(
  parts: Knowledge,
  options: EvaluateOptions,
  { stdout }: Surroundings,
): Promise<void> {
  const outcomes: TurnOutcome[] = [];
  for (const corpus of await indexPractice(parts))
    outcomes.push(...(await holdConversations(createSearch(corpus.parts), corpus.longConversations)));
  printHalves(countTurns(outcomes), formatTurns, options, stdout);
}

/** What is asked about what. */
async function readCorpora(
  parts: Knowledge,
  options: EvaluateOptions,
  config: Config,
): Promise<AskedCorpus[]> {
  if (options.stories) return [await indexStories(parts)];
  if (options.practice) return (await indexPractice(parts)).map(withConversations);
  const questions = await readGoldQuestions(GOLD_FILE);
  return [{ parts: await indexArticles(parts, options.articles ?? config.articlesDir), questions }];
}

function readFrames(): Promise<Frame[]> {
  return readJsonLines(FRAMES_FILE, frameSchema);
}

async function printBenchmark(
  parts: Knowledge,
  options: EvaluateOptions,
  { stdout }: Surroundings,
): Promise<void> {
  const benchmark = await readBenchmark(options.benchmark ?? "", options.passages);
  const generation = await indexBenchmark(benchmark.passages, parts.embedder);
  const frames = options.chat ? await readFrames() : [];
  for (const [kind, all] of benchmark.queries) {
    if (kind.includes(UNANSWERABLE)) continue;
    for (const half of HALVES) {
      const queries = takeHalf(all, half)
        .map((query, seed) => retypeQuery(query, options, seed))
        .map((query, seed) => ({
          ...query,
          text: typeInWay(putInFrame(query.text, frames, half, seed), options),
        }));
      const result = await evaluateBenchmark({ ...parts, generation }, queries);
      if (options.json) {
        stdout.write(`${JSON.stringify({ kind, half, ...result })}\n`);
        continue;
      }
      stdout.write(
        `${kind}, ${half} half: ${result.questions} questions, ${benchmark.passages.length} passages\n`,
      );
      stdout.write(
        formatTable(
          ["system", "recall@1", "recall@5", "MRR", "nDCG@10", "ms a question"],
          result.systems.map((system) => [
            system.system,
            formatShare(system.recallAt1),
            formatShare(system.recallAt5),
            formatShare(system.reciprocalRank),
            formatShare(system.ndcgAt10),
            system.millisecondsPerQuestion.toFixed(2),
          ]),
        ),
      );
      if (result.sentenceAccuracy !== null) {
        stdout.write(
          `answering sentence, where the passage is right: ${formatShare(result.sentenceAccuracy)}\n`,
        );
      }
      stdout.write("\n");
    }
  }
}

function retypeQuery(
  query: BenchmarkQuery,
  { fold, half, typos }: EvaluateOptions,
  seed: number,
): BenchmarkQuery {
  const stripped = retype(query.text, fold ? "folded" : half ? "half" : "typed", 0, seed);
  return { ...query, text: typos === undefined ? stripped : mistype(stripped, typos, seed) };
}

function typeInWay(question: string, { typed }: EvaluateOptions): string {
  return typed === undefined ? question : typeAnotherWay(question, typed);
}
