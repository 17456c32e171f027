import { writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { createCommand, type Surroundings } from "../cli/command-line.ts";
import type { Config } from "../config.ts";
import type { Knowledge } from "../search/knowledge.ts";
import { readMessage } from "../search/message.ts";
import { loadRankingModel, parseRankingModel, type RankingModel } from "../search/model.ts";
import type { RetrievalParts } from "../search/retrieve.ts";
import {
  FOLLOW_UP_PASSAGE_SIGNALS,
  FOLLOW_UP_SENTENCE_SIGNALS,
  PASSAGE_SIGNALS,
  SENTENCE_SIGNALS,
} from "../search/signals.ts";
import { readBenchmark, readJsonLines } from "./benchmark.ts";
import {
  collectConfidence,
  confidenceRowSchema,
  type IndexedBenchmark,
  type Stranger,
  strangerSchema,
} from "./collect-confidence.ts";
import {
  type ContextRow,
  collectContext,
  contextRowSchema,
  conversationSchema,
  fitContext,
} from "./collect-context.ts";
import {
  collectExamples,
  collectGoldExamples,
  type Examples,
  GOLD_EXAMPLES,
  PRACTICE_EXAMPLES,
} from "./collect-examples.ts";
import { GOLD_FILE } from "./evaluate-command.ts";
import { fitConfidence, nameWeights, type Weights } from "./fit-confidence.ts";
import { fitRanker } from "./fit-weights.ts";
import { FRAMES_FILE, frameSchema } from "./frames.ts";
import { readGoldQuestions } from "./gold.ts";
import { loadModelParts } from "./load-parts.ts";
import { listLaterTurns } from "./long-conversations.ts";
import { indexBenchmark } from "./memory-generation.ts";
import { type AskedCorpus, indexArticles, withConversations } from "./own-index.ts";
import { indexPractice, type PracticeCorpus } from "./practice.ts";
import { indexStories } from "./story-questions.ts";

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
 * `npm run fit`: fits the weights of `ranking-model.json` on the tuning halves of the gold set, of the practice articles
 * and of benchmark folders, the confidence also on that of the stories. Without a folder only the confidence is fitted,
 * from the figures that are kept in the repository.
 */
export async function fit(argv: readonly string[], surroundings: Surroundings): Promise<void> {
  const command = createCommand("fit", "Fits the ranking's weights.", surroundings).argument(
    "[benchmark...]",
    "folders to learn from; without one only the confidence is fitted anew",
  );
  command.parse(argv, { from: "user" });
  const { stdout, config } = surroundings;
  let model = loadRankingModel();
  if (command.args.length > 0) model = await fitAnew(model, command.args, config);
  const rows = await readJsonLines(CONFIDENCE_FILE, confidenceRowSchema);
  const context = fitContext(await readJsonLines(CONTEXT_FILE, contextRowSchema));
  model = parseRankingModel({ ...model, ...fitConfidence(rows), context });
  await writeFile(MODEL_FILE, `${JSON.stringify(model, null, 2)}\n`);
  stdout.write(`${JSON.stringify(model, null, 2)}\n`);
}

/** Fits the ranking on all that there is to learn from, and notes what the confidence is then fitted on. */
async function fitAnew(
  known: RankingModel,
  folders: readonly string[],
  config: Config,
): Promise<RankingModel> {
  const parts = await loadModelParts(config);
  // First of all, for a folder may be named wrong.
  const benchmarks = await indexFolders(parts, folders);
  const questions = await readGoldQuestions(GOLD_FILE);
  const typed: Corpora = {
    benchmarks,
    gold: { parts: await indexArticles(parts, config.articlesDir), questions },
    practice: (await indexPractice(parts)).filter(isForTuning).map(withLaterTurns),
    stories: [await indexStories(parts)],
  };
  const read = mapCorpora(typed, ({ questions, conversations = [], ...corpus }) => ({
    ...corpus,
    questions: questions.map(asRead),
    conversations: conversations.map(asRead),
  }));
  const ranking = await fitRanking(read, known);
  const { gold, practice, stories } = mapCorpora(read, withModel(ranking));
  const strangers = await readJsonLines(STRANGERS_FILE, strangerSchema);
  const rows = await collectConfidence(
    gold.parts,
    gold.questions,
    strangers.map(asRead),
    benchmarks.map(withModel(ranking)),
    { stories, practice },
  );
  await writeRows(CONFIDENCE_FILE, rows);
  const model = parseRankingModel({ ...ranking, ...fitConfidence(rows) });
  const turns = await collectTurns(mapCorpora(typed, withModel(model)), strangers);
  await writeRows(CONTEXT_FILE, turns);
  return model;
}

/** Over the articles of the other half nothing is asked here, not even what they do not answer. */
function isForTuning({ questions }: AskedCorpus): boolean {
  return questions.some(({ half }) => half === "tuning");
}

/** The same with the turns of long conversations among its conversations. */
function withLaterTurns({ longConversations, conversations = [], ...corpus }: PracticeCorpus): AskedCorpus {
  return { ...corpus, conversations: [...conversations, ...longConversations.flatMap(listLaterTurns)] };
}

function withModel(model: RankingModel) {
  return <T extends { readonly parts: RetrievalParts }>(corpus: T): T => ({
    ...corpus,
    parts: { ...corpus.parts, model },
  });
}

/** What is learned from. */
interface Corpora {
  readonly gold: AskedCorpus;
  readonly practice: readonly AskedCorpus[];
  readonly stories: readonly AskedCorpus[];
  readonly benchmarks: readonly IndexedBenchmark[];
}

/** The same with each asked corpus changed. */
function mapCorpora(corpora: Corpora, change: (corpus: AskedCorpus) => AskedCorpus): Corpora {
  return {
    ...corpora,
    gold: change(corpora.gold),
    practice: corpora.practice.map(change),
    stories: corpora.stories.map(change),
  };
}

/** What is asked after each other, about the articles and about those made up. */
async function collectTurns(
  { gold, practice }: Corpora,
  strangers: readonly Stranger[],
): Promise<ContextRow[]> {
  const conversations = await readJsonLines(CONVERSATIONS_FILE, conversationSchema);
  const frames = await readJsonLines(FRAMES_FILE, frameSchema);
  const rows = await collectContext(gold, { conversations, strangers, frames });
  for (const [at, corpus] of practice.entries()) {
    const from = rows.at(-1)?.question ?? 0;
    // Each group hears another part of what people ask in vain after a question.
    const own = strangers.filter((_, number) => number % practice.length === at);
    const asked = withConversations(corpus);
    rows.push(...(await collectContext(asked, { conversations: [], strangers: own, frames }, from)));
  }
  return rows;
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

/**
 * Fits the weights by which questions are ranked, and then, with what these find for the question before, those of follow-ups:
 * on the same examples and on conversations, of which there are more than people ask.
 */
async function fitRanking(corpora: Corpora, known: RankingModel): Promise<RankingModel> {
  const benchmarks: Examples[] = [];
  for (const { parts, benchmark } of corpora.benchmarks)
    benchmarks.push(await collectExamples(parts, benchmark));
  const asked = [...(await collectOwn(corpora)), ...benchmarks];
  const ranking = parseRankingModel({
    ...known,
    passage: fitPassages(asked, PASSAGE_SIGNALS),
    sentence: fitSentences(asked, SENTENCE_SIGNALS),
  });
  const inTurn = mapCorpora(mapCorpora(corpora, withConversations), withModel(ranking));
  const all = [...(await collectOwn(inTurn)), ...benchmarks];
  return parseRankingModel({
    ...ranking,
    followUp: {
      passage: fitPassages(all, FOLLOW_UP_PASSAGE_SIGNALS),
      sentence: fitSentences(all, FOLLOW_UP_SENTENCE_SIGNALS),
    },
  });
}

/** What is learned from the questions about articles of the field. */
async function collectOwn({ gold, practice }: Corpora): Promise<Examples[]> {
  const all = [await collectGoldExamples(gold, GOLD_EXAMPLES)];
  for (const corpus of practice) all.push(await collectGoldExamples(corpus, PRACTICE_EXAMPLES));
  return all;
}

/** @param names of the signals that count, which are the first of those collected */
function fitPassages(examples: readonly Examples[], names: readonly string[]): Weights {
  const passages = examples.flatMap((example) => example.passages);
  const weights = nameWeights(names, fitRanker(passages, names.length));
  return { ...weights, time: Math.max(weights.time ?? 0, LEAST_TIME) };
}

/** @param names as of passages */
function fitSentences(examples: readonly Examples[], names: readonly string[]): Weights {
  const sentences = examples.flatMap((example) => example.sentences);
  return nameWeights(names, fitRanker(sentences, names.length));
}
