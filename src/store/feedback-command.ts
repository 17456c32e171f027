import { existsSync } from "node:fs";
import Table from "cli-table3";
import { Command, CommanderError, InvalidArgumentError } from "commander";
import { stringify } from "csv-stringify/sync";
import { type Environment, loadEnvironment, readStoreConfig } from "../config.ts";
import type { QuestionFeedback } from "./feedback.ts";
import { openStore } from "./open-store.ts";

/** Where the command writes. */
export interface FeedbackOutput {
  readonly stdout: NodeJS.WritableStream & { readonly columns?: number };
  readonly stderr: NodeJS.WritableStream;
}

interface FeedbackOptions {
  readonly limit: number;
  readonly days?: number;
  readonly csv?: boolean;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const DEFAULT_LIMIT = 20;

/** The columns beside the question take so many characters; the question gets the rest of the line. */
const OTHER_COLUMNS_WIDTH = 62;
const MIN_QUESTION_WIDTH = 24;
const DEFAULT_LINE_WIDTH = 110;

/**
 * `npm run feedback`: prints the questions that went worst, as a table or as CSV. It may run while the bot does.
 *
 * @returns the exit status: 0, 1 when the database cannot be read, 2 for wrong usage.
 */
export function showFeedback(
  argv: readonly string[],
  { stdout, stderr }: FeedbackOutput,
  environment: Environment = loadEnvironment(),
): number {
  const command = new Command("npm run feedback --")
    .description(
      "Prints the questions that went worst: most 👎, then without an answer, then the most asked.",
    )
    .option("--limit <n>", "at most this many questions", parseCount, DEFAULT_LIMIT)
    .option("--days <n>", "only questions of the last so many days", parseCount)
    .option("--csv", "comma-separated values, for a spreadsheet")
    .configureOutput({
      writeOut: (text) => void stdout.write(text),
      writeErr: (text) => void stderr.write(text),
    })
    .exitOverride();
  try {
    command.parse(argv, { from: "user" });
    const { limit, days, csv } = command.opts<FeedbackOptions>();
    const { storeFile } = readStoreConfig(environment);
    const questions = existsSync(storeFile) ? readWorst(storeFile, limit, days) : [];
    if (csv) stdout.write(formatCsv(questions));
    else stdout.write(`${formatTable(questions, stdout.columns ?? DEFAULT_LINE_WIDTH)}\n`);
    return 0;
  } catch (error) {
    // Commander has already said what is wrong with the arguments, or shown its help.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

function readWorst(file: string, limit: number, days: number | undefined): QuestionFeedback[] {
  const store = openStore(file);
  try {
    return store.worstQuestions(limit, days === undefined ? 0 : Date.now() - days * DAY_MS);
  } finally {
    store.close();
  }
}

function formatCsv(questions: readonly QuestionFeedback[]): string {
  return stringify(
    questions.map((question) => ({ ...question, lastAskedAt: new Date(question.lastAskedAt).toISOString() })),
    {
      header: true,
      // A spreadsheet must not take a question for a formula.
      escape_formulas: true,
      columns: ["question", "outcome", "confidence", "asked", "up", "down", "lastAskedAt"],
    },
  );
}

function formatTable(questions: readonly QuestionFeedback[], width: number): string {
  if (questions.length === 0) return "No question has gone wrong.";
  const table = new Table({
    head: ["Question", "Outcome", "Conf.", "Asked", "👍", "👎", "Last asked"],
    style: { head: [], border: [] },
    wordWrap: true,
    colWidths: [
      Math.max(MIN_QUESTION_WIDTH, width - OTHER_COLUMNS_WIDTH),
      null,
      null,
      null,
      null,
      null,
      null,
    ],
  });
  for (const { question, outcome, confidence, asked, up, down, lastAskedAt } of questions) {
    const day = new Date(lastAskedAt).toISOString().slice(0, "2021-01-12".length);
    table.push([question.replace(/\s+/g, " "), outcome, confidence.toFixed(2), asked, up, down, day]);
  }
  return table.toString();
}

function parseCount(value: string): number {
  if (!/^[1-9]\d{0,5}$/.test(value)) throw new InvalidArgumentError("It must be a whole number from 1.");
  return Number(value);
}
