import { type DestinationStream, type Logger, pino, stdTimeFunctions } from "pino";
import { prettyFactory } from "pino-pretty";
import type { LogLevel } from "./config.ts";
import { hideTokens } from "./hide-tokens.ts";

export type { Logger } from "pino";

export interface LoggerOptions {
  readonly level: LogLevel;
  /** Hidden wherever it turns up, even when it does not look like a token of Telegram. */
  readonly botToken?: string;
  /** Where the lines go. Default: stderr, for stdout belongs to the answers. */
  readonly destination?: DestinationStream;
  /** For people's eyes, with colours, instead of one JSON object a line. Default: when stderr is a terminal. */
  readonly pretty?: boolean;
}

/** Errors that cause each other in a circle must not hang the log. */
const MAX_CAUSES = 5;

/**
 * Makes the logger of the process.
 *
 * The bot's token is taken out of the finished line, not out of some fields of it: errors of the network carry it
 * in URLs, in nested causes and in stack traces, and nobody can list all the places. Stack traces are written only
 * at `debug` and `trace`.
 */
export function createLogger(options: LoggerOptions): Logger {
  const { level, botToken, destination = process.stderr, pretty = process.stderr.isTTY === true } = options;
  const prettify = pretty ? prettyFactory({ colorize: true, translateTime: "SYS:HH:MM:ss" }) : String;
  const withStack = level === "debug" || level === "trace";
  return pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: (error: unknown) => describeError(error, withStack) },
    },
    { write: (line) => void destination.write(hideTokens(prettify(line), botToken)) },
  );
}

/** What is logged of an error: what it is, what it says, and what caused it; never its other properties. */
export interface ErrorDescription {
  readonly type: string;
  readonly message: string;
  readonly code?: string | number;
  readonly cause?: ErrorDescription;
  readonly stack?: string;
}

/**
 * Describes an error for the log, with its causes.
 *
 * Other properties are left out on purpose: grammY's errors hold the whole request, and so people's questions.
 */
export function describeError(error: unknown, withStack = false, depth = 0): ErrorDescription {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) };
  const code = readProperty(error, "code") ?? readProperty(error, "error_code");
  // grammY calls the cause of a network error `error`.
  const cause = error.cause ?? readProperty(error, "error");
  return {
    type: error.name,
    message: error.message,
    ...((typeof code === "string" || typeof code === "number") && { code }),
    ...(cause !== undefined && depth < MAX_CAUSES && { cause: describeError(cause, withStack, depth + 1) }),
    ...(withStack && error.stack !== undefined && { stack: error.stack }),
  };
}

function readProperty(value: object, name: string): unknown {
  return Object.entries(value).find(([key]) => key === name)?.[1];
}
