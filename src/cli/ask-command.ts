import { createInterface } from "node:readline/promises";
import type { Answer, Search } from "../search/answer.ts";
import { continueContext } from "../search/follow-up.ts";
import { loadSearch } from "../search/load-search.ts";
import { createCommand, type FolderOptions, parseCount, type Surroundings } from "./command-line.ts";
import { formatAnswerJson } from "./format-json.ts";
import { formatSeconds } from "./format-seconds.ts";
import { renderAnswer } from "./render-answer.ts";

interface AskOptions extends FolderOptions {
  readonly limit?: number;
  readonly json?: boolean;
}

/** People read this many quotes; programs are given what `search` gives. */
const DEFAULT_LIMIT_FOR_PEOPLE = 3;

/** `npm run ask`: answers the question on the command line, or those that are typed or piped in. */
export async function ask(argv: readonly string[], surroundings: Surroundings): Promise<void> {
  const command = createCommand("ask", "Answers a question with quotes from the articles.", surroundings)
    .argument("[question...]", "the question; without one it is asked for, or read from a pipe, one a line")
    .option("--limit <n>", "at most this many quotes (default: 3, with --json 5)", parseCount)
    .option("--json", "one JSON object a line for each question");
  command.parse(argv, { from: "user" });
  const options = command.opts<AskOptions>();
  const question = command.args.join(" ").trim();
  if (question === "" && command.args.length > 0)
    command.error("error: the question is empty", { exitCode: 2 });

  const search = await openSearch(options, surroundings);
  const { stdin, stdout, speaker } = surroundings;
  const answer = async (asked: string, previousQuestion?: string): Promise<Answer> => {
    const limit = options.limit ?? (options.json ? undefined : DEFAULT_LIMIT_FOR_PEOPLE);
    const found = await search.search(asked, {
      ...(limit !== undefined && { limit }),
      ...(previousQuestion !== undefined && { previousQuestion }),
    });
    stdout.write(options.json ? `${formatAnswerJson(found)}\n` : renderAnswer(found, speaker, stdout));
    return found;
  };
  if (question !== "") {
    await answer(question);
    return;
  }
  if (stdin.isTTY) return promptForQuestions(surroundings, answer);
  for await (const line of createInterface({ input: stdin })) {
    if (line.trim() !== "") await answer(line.trim());
  }
}

async function promptForQuestions(
  { stdin, stderr, speaker }: Surroundings,
  answer: (question: string, previousQuestion?: string) => Promise<Answer>,
): Promise<void> {
  // On stderr, so that the answers on stdout can be kept apart.
  const prompt = createInterface({ input: stdin, output: stderr });
  prompt.setPrompt(speaker.say("cli-prompt"));
  prompt.prompt();
  let previous: string | undefined;
  for await (const line of prompt) {
    const question = line.trim();
    if (question === "") break;
    // Who sits at a prompt holds a conversation; the lines of a pipe have nothing to do with each other.
    const { context, outcome } = await answer(question, previous);
    if (outcome !== "not-found") previous = continueContext(question, context);
    prompt.prompt();
  }
  prompt.close();
}

function openSearch(options: FolderOptions, { config, speaker, stderr }: Surroundings): Promise<Search> {
  const articlesDir = options.articles ?? config.articlesDir;
  const tell = (key: string, variables: Record<string, string | number>) =>
    void stderr.write(`${speaker.say(key, variables)}\n`);
  return loadSearch({
    articlesDir,
    indexDir: options.index ?? config.indexDir,
    model: config.embeddingModel,
    allowModelDownload: config.allowModelDownload,
    onBuild: () => tell("cli-building", { articles: articlesDir }),
    onBuilt: ({ articles, passages, seconds }) =>
      tell("cli-built", { articles, passages, seconds: formatSeconds(seconds) }),
    onDamaged: (generation, reason) => tell("cli-damaged", { generation, reason }),
    onCurrentLost: (generation) => tell("cli-current-lost", { generation }),
  });
}
