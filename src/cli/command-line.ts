import { Command, CommanderError, InvalidArgumentError } from "commander";
import { type Config, ConfigError, loadEnvironment, readConfig } from "../config.ts";
import { outliveFileLimits } from "../index/disk-failure.ts";
import { loadMessages, type Messages, type Speaker, speak } from "../messages/load-messages.ts";
import type { Screen } from "./screen.ts";

/** What every command line works with; tests pass their own. */
export interface Terminal {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly stdout: NodeJS.WritableStream & Screen;
  readonly stderr: NodeJS.WritableStream & Screen;
}

export const EXIT = { done: 0, failed: 1, wrongUsage: 2 } as const;

/** What a command's work is given besides its own options. */
export interface Surroundings extends Terminal {
  readonly config: Config;
  readonly messages: Messages;
  /** Speaks the messages in the language of the configuration. */
  readonly speaker: Speaker;
}

/** The folders that every command may be pointed to; without them the environment says. */
export interface FolderOptions {
  readonly articles?: string;
  readonly index?: string;
}

/** A command line with the options that all commands share. Its help and complaints go to the terminal. */
export function createCommand(name: string, description: string, { stdout, stderr }: Terminal): Command {
  return new Command(`npm run ${name} --`)
    .description(description)
    .configureOutput({
      writeOut: (text) => void stdout.write(text),
      writeErr: (text) => void stderr.write(text),
    })
    .option("--articles <dir>", "folder of the articles (default: ARTICLES_DIR, or seeds)")
    .option("--index <dir>", "folder of the index (default: INDEX_DIR, or index)")
    .helpOption("-h, --help", "show this help")
    .exitOverride();
}

/** A whole number from 1, for options. */
export function parseCount(value: string): number {
  if (!/^[1-9]\d{0,5}$/.test(value)) throw new InvalidArgumentError("It must be a whole number from 1.");
  return Number(value);
}

/**
 * Runs a command and gives its exit status. A person sees one sentence of what went wrong, and the stack trace
 * only with `LOG_LEVEL=debug`.
 */
export async function runCommand(
  work: (surroundings: Surroundings) => Promise<void>,
  terminal: Terminal = process,
  messages: Messages = loadMessages(),
): Promise<number> {
  // A reader that has seen enough (`| head`) closes the pipe: that is no failure.
  terminal.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit(EXIT.done);
  });
  outliveFileLimits();
  const environment = loadEnvironment();
  try {
    const config = readConfig(environment);
    const { stdin, stdout, stderr } = terminal;
    const speaker = speak(messages, config.defaultLanguage);
    await work({ stdin, stdout, stderr, config, messages, speaker });
    return EXIT.done;
  } catch (error) {
    // Commander has already said what is wrong with the arguments, or shown its help.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.wrongUsage;
    terminal.stderr.write(`${describeFailure(error, environment.LOG_LEVEL === "debug")}\n`);
    return error instanceof ConfigError ? EXIT.wrongUsage : EXIT.failed;
  }
}

function describeFailure(error: unknown, withStack: boolean): string {
  if (!(error instanceof Error)) return String(error);
  if (!withStack) return error.message;
  const cause = error.cause instanceof Error ? `\nCaused by: ${error.cause.stack}` : "";
  return `${error.stack}${cause}`;
}
