import { writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { createCommand, type Surroundings } from "../cli/command-line.ts";
import type { Knowledge } from "../search/knowledge.ts";
import { readMessage } from "../search/message.ts";
import { loadRankingModel, PASSAGE_SIGNALS, parseRankingModel, SENTENCE_SIGNALS } from "../search/model.ts";
import type { RetrievalParts } from "../search/retrieve.ts";
import { readBenchmark, readJsonLines } from "./benchmark.ts";
import {
  collectConfidence,
  confidenceRowSchema,
  type IndexedBenchmark,
  strangerSchema,
} from "./collect-confidence.ts";
import { collectContext, contextRowSchema, conversationSchema, fitContext } from "./collect-context.ts";
import { collectExamples, collectGoldExamples } from "./collect-examples.ts";
import { GOLD_FILE } from "./evaluate-command.ts";
import { fitConfidence, nameWeights, type Weights } from "./fit-confidence.ts";
import { fitRanker, type RankingExample } from "./fit-weights.ts";
import { FRAMES_FILE, frameSchema } from "./frames.ts";
import { type GoldQuestion, readGoldQuestions } from "./gold.ts";
import { loadModelParts } from "./load-parts.ts";
import { indexBenchmark } from "./memory-generation.ts";
import { withOwnIndex } from "./own-index.ts";
import { withStories } from "./story-questions.ts";

const MODEL_FILE = fileURLToPath(new URL("../search/ranking-model.json", import.meta.url));
const CONVERSATIONS_FILE = fileURLToPath(
  new URL("../../scripts/evaluation/conversations.jsonl", import.meta.url),
);
const STRANGERS_FILE = fileURLToPath(new URL("../../scripts/evaluation/strangers.jsonl", import.meta.url));
const CONTEXT_FILE = fileURLToPath(new URL("../../scripts/evaluation/context.jsonl", import.meta.url));
const CONFIDENCE_FILE = fileURLToPath(new URL("../../scripts/evaluation/confidence.jsonl", import.meta.url));

/**
 * What a passage's time is worth at the least, about as much as one word of the question found. Passages of an
 * encyclopaedia carry no dates, so the examples can say that time matters more, but not that it does not matter.
 */
const LEAST_TIME = 0.5;

/**
 * `npm run fit`: fits the weights of `ranking-model.json` on the tuning halves of the gold set and of benchmark
 * folders, the confidence also on that of the stories. Without a folder only the confidence is fitted, from the
 * figures that are kept in the repository.
 */
export async function fit(argv: readonly string[], surroundings: Surroundings): Promise<void> {
  const command = createCommand("fit", "Fits the ranking's weights.", surroundings).argument(
    "[benchmark...]",
    "folders to learn from; without one only the confidence is fitted anew",
  );
  command.parse(argv, { from: "user" });
  const { stdout, config } = surroundings;
  let model = loadRankingModel();
  if (command.args.length > 0) {
    const parts = await loadModelParts(config);
    const typed = await readGoldQuestions(GOLD_FILE);
    const gold = typed.map(asRead);
    const benchmarks = await indexFolders(parts, command.args);
    await withStories(parts, (storyParts, questions) =>
      withOwnIndex(parts, config.articlesDir, async (own) => {
        const stories = { parts: storyParts, questions: questions.map(asRead) };
        model = parseRankingModel({ ...model, ...(await fitRanking(own, gold, benchmarks)) });
        const refit = <T extends { readonly parts: RetrievalParts }>(corpus: T): T => ({
          ...corpus,
          parts: { ...corpus.parts, model },
        });
        const strangers = await readJsonLines(STRANGERS_FILE, strangerSchema);
        const rows = await collectConfidence(
          { ...own, model },
          gold,
          strangers.map(asRead),
          benchmarks.map(refit),
          refit(stories),
        );
        await writeRows(CONFIDENCE_FILE, rows);
        model = parseRankingModel({ ...model, ...fitConfidence(rows) });
        const conversations = await readJsonLines(CONVERSATIONS_FILE, conversationSchema);
        const frames = await readJsonLines(FRAMES_FILE, frameSchema);
        const turns = await collectContext({ ...own, model }, typed, conversations, strangers, frames);
        await writeRows(CONTEXT_FILE, turns);
      }),
    );
  }
  const rows = await readJsonLines(CONFIDENCE_FILE, confidenceRowSchema);
  const context = fitContext(await readJsonLines(CONTEXT_FILE, contextRowSchema));
  model = parseRankingModel({ ...model, ...fitConfidence(rows), context });
  await writeFile(MODEL_FILE, `${JSON.stringify(model, null, 2)}\n`);
  stdout.write(`${JSON.stringify(model, null, 2)}\n`);
}

/** What people typed, as the search reads it: what is learned must fit what is asked. */
function asRead<T extends { readonly text: string }>(asked: T): T {
  return { ...asked, text: readMessage(asked.text).question };
}

function writeRows(file: string, rows: readonly unknown[]): Promise<void> {
  return writeFile(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
}

async function indexFolders(parts: Knowledge, folders: readonly string[]): Promise<IndexedBenchmark[]> {
  const indexed: IndexedBenchmark[] = [];
  for (const folder of folders) {
    const benchmark = await readBenchmark(folder);
    const generation = await indexBenchmark(benchmark.passages, parts.embedder);
    indexed.push({ name: basename(folder), benchmark, parts: { ...parts, generation } });
  }
  return indexed;
}

async function fitRanking(
  own: RetrievalParts,
  gold: readonly GoldQuestion[],
  benchmarks: readonly IndexedBenchmark[],
): Promise<{ passage: Weights; sentence: Weights }> {
  const passages: RankingExample[] = await collectGoldExamples(own, gold);
  const sentences: RankingExample[] = [];
  for (const { parts, benchmark } of benchmarks) {
    const examples = await collectExamples(parts, benchmark);
    passages.push(...examples.passages);
    sentences.push(...examples.sentences);
  }
  const passage = nameWeights(PASSAGE_SIGNALS, fitRanker(passages, PASSAGE_SIGNALS.length));
  return {
    passage: { ...passage, time: Math.max(passage.time ?? 0, LEAST_TIME) },
    sentence: nameWeights(SENTENCE_SIGNALS, fitRanker(sentences, SENTENCE_SIGNALS.length)),
  };
}
