import { createInterface } from "node:readline/promises";
import { createSmallTalk } from "../messages/small-talk.ts";
import type { Answer, Search } from "../search/answer.ts";
import { loadSearch } from "../search/load-search.ts";
import { createCommand, type FolderOptions, parseCount, type Surroundings } from "./command-line.ts";
import { converse, replyTo } from "./converse.ts";
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

  const { stdin, stdout, messages, speaker } = surroundings;
  const smallTalk = options.json ? undefined : createSmallTalk(messages)(question);
  if (question !== "" && smallTalk !== undefined) {
    stdout.write(`${replyTo(smallTalk, speaker)}\n`);
    return;
  }
  const search = await openSearch(options, surroundings);
  const isConversation = question === "" && stdin.isTTY === true;
  const answer = async (asked: string, previousQuestion?: string): Promise<Answer> => {
    const limit = options.limit ?? (options.json ? undefined : DEFAULT_LIMIT_FOR_PEOPLE);
    const found = await search.search(asked, {
      ...(limit !== undefined && { limit }),
      ...(previousQuestion !== undefined && { previousQuestion }),
    });
    const render = () => renderAnswer(found, speaker, stdout, { showQuestion: !isConversation });
    stdout.write(options.json ? `${formatAnswerJson(found)}\n` : render());
    return found;
  };
  if (question !== "") {
    await answer(question);
    return;
  }
  if (isConversation) return converse(surroundings, answer, { knowsSmallTalk: !options.json });
  for await (const line of createInterface({ input: stdin })) {
    if (line.trim() !== "") await answer(line.trim());
  }
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
