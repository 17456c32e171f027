import { readFileSync } from "node:fs";
import { InvalidArgumentError } from "commander";
import { z } from "zod";
import { type Addition, type AddOptions, createAdder, FETCH_LIMITS } from "../adding/add-article.ts";
import { createAgent } from "../adding/public-addresses.ts";
import { AddRefusal } from "../adding/refusal.ts";
import { looksLikeUrl, showAddress } from "../adding/web-address.ts";
import type { ArticleMetadata } from "../articles/article.ts";
import { SkipError } from "../articles/skip.ts";
import { findDate } from "../language/dates.ts";
import { askForMissing } from "./ask-for-missing.ts";
import { createCommand, type FolderOptions, type Surroundings } from "./command-line.ts";
import { renderAddition, renderSummary } from "./render-addition.ts";
import { describeSkip } from "./render-findings.ts";

interface Options extends FolderOptions {
  readonly title?: string;
  readonly publisher?: string;
  readonly date?: string;
  readonly author?: string;
  readonly yes?: boolean;
  readonly force?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly allowPrivate?: boolean;
}

/** A source that could not be added, and why. */
export interface Failure {
  readonly source: string;
  readonly reason: string;
  readonly message: string;
}

/** `npm run add`: puts articles from the web or from files into the articles folder, as Markdown with front matter. */
export async function add(
  argv: readonly string[],
  surroundings: Surroundings,
  limits = FETCH_LIMITS,
): Promise<void> {
  const command = createCommand("add", "Puts articles into the articles folder.", surroundings)
    .argument("<url|file...>", "http(s) addresses, or .html, .pdf, .docx, .md and .txt files")
    .option("--title <text>", "the title, when the article does not say it rightly")
    .option("--publisher <text>", "who published it")
    .option("--date <date>", "when: YYYY-MM-DD or DD/MM/YYYY", parseDay)
    .option("--author <text>", "who wrote it")
    .option("-y, --yes", "ask for nothing; what is unknown stays unknown")
    .option("--force", "replace the article that is there under the same address")
    .option("--dry-run", "show what would be added, and write nothing")
    .option("--json", "the report as one JSON object")
    .option("--allow-private", "fetch from private and local addresses too");
  // No index is touched here; the option is one of all commands.
  command.options.find(({ long }) => long === "--index")?.hideHelp();
  command.parse(argv, { from: "user" });
  const options = command.opts<Options>();
  if (options.title !== undefined && command.args.length > 1)
    command.error("error: --title fits one article only", { exitCode: 2 });

  const { config, speaker, stdout, stderr, stdin } = surroundings;
  const articlesDir = options.articles ?? config.articlesDir;
  const dryRun = options.dryRun ?? false;
  const asks = stdin.isTTY === true && stderr.isTTY === true && !options.yes && !options.json && !dryRun;
  const dispatcher = createAgent(options.allowPrivate ? () => true : undefined);
  const adderOptions: AddOptions = {
    articlesDir,
    dispatcher,
    limits,
    version: readVersion(),
    given: readGiven(options),
    force: options.force ?? false,
    dryRun,
    complete: async (understood) => (asks ? askForMissing(understood, surroundings) : understood.metadata),
  };
  const additions: Addition[] = [];
  const failures: Failure[] = [];
  try {
    const adder = await createAdder(adderOptions);
    for (const source of command.args) {
      try {
        const addition = await adder.add(source);
        additions.push(addition);
        if (!options.json) stdout.write(renderAddition(addition, { articlesDir, dryRun, speaker }));
      } catch (error) {
        const failure = describeFailure(source, error, surroundings);
        failures.push(failure);
        if (!options.json) stderr.write(`${failure.message}\n`);
      }
    }
  } finally {
    await dispatcher.destroy();
  }
  const shown = additions.map((addition) => ({ ...addition, source: showSource(addition.source) }));
  stdout.write(
    options.json
      ? `${JSON.stringify({ articles: articlesDir, dryRun, added: shown, failed: failures })}\n`
      : renderSummary(additions, failures.length, dryRun, speaker),
  );
  if (additions.length === 0) throw new Error(speaker.say("add-nothing", { count: failures.length }));
}

function readGiven({ title, publisher, date, author }: Options): Partial<ArticleMetadata> {
  const given = { title, publisher, publishedOn: date, author };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

function parseDay(value: string): string {
  const day = findDate(value);
  if (day === null) throw new InvalidArgumentError("It must be a day, as YYYY-MM-DD or DD/MM/YYYY.");
  return day;
}

/** What is no refusal is a failure of this machine or a mistake of ours, and ends the command. */
function describeFailure(source: string, error: unknown, { speaker }: Surroundings): Failure {
  const shown = showSource(source);
  if (error instanceof AddRefusal || error instanceof SkipError) {
    const why =
      error instanceof AddRefusal
        ? speaker.say(`add-refused-${error.reason}`, { detail: error.detail })
        : describeSkip(error, speaker);
    return {
      source: shown,
      reason: error.reason,
      message: speaker.say("add-failed", { source: shown, why }),
    };
  }
  throw error;
}

function showSource(source: string): string {
  return looksLikeUrl(source) ? showAddress(source) : source;
}

function readVersion(): string {
  const content = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return z.object({ version: z.string() }).parse(JSON.parse(content)).version;
}
