import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { z } from "zod";
import { hideTokens, LOG_LEVELS, type LogLevel } from "./logger.ts";
import { LANGUAGES, type Language } from "./messages/language.ts";

/** Environment variables by name, as `process.env` holds them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The settings of every command, checked. */
export interface Config {
  readonly articlesDir: string;
  readonly indexDir: string;
  /** The name of a bundled model, a folder, or a name on the Hugging Face hub. */
  readonly embeddingModel: string;
  readonly allowModelDownload: boolean;
  /** For people whose own language is not spoken here. */
  readonly defaultLanguage: Language;
  readonly logLevel: LogLevel;
}

/** The settings of the bot: those of every command, and its own. */
export interface BotConfig extends Config {
  /** A secret: it gives full control over the bot. */
  readonly botToken: string;
  /** Without a slash at its end, as grammY wants it. */
  readonly telegramApiRoot: string;
  /** Messages that one person may send in a minute; 0 for no limit. */
  readonly rateLimitPerMinute: number;
}

/** What is wrong with the environment: one message that lists everything, and never a secret. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

/**
 * Lenient on purpose: a test server's tokens are shorter than Telegram's. What no token may hold is what would
 * change the URL it becomes a part of: spaces, slashes, question marks.
 */
const TOKEN_SHAPE = /^\d+:[A-Za-z0-9_-]+$/;

/** A person asks a few questions a minute; 20 leaves room for curiosity and stops a script. */
const DEFAULT_RATE_LIMIT_PER_MINUTE = 20;

const settings = z.object({
  ARTICLES_DIR: z.string().default("seeds"),
  INDEX_DIR: z.string().default("index"),
  EMBEDDING_MODEL: z.string().default("vi-en-news-384"),
  ALLOW_MODEL_DOWNLOAD: z.stringbool("must be true or false").default(false),
  DEFAULT_LANGUAGE: z.enum(LANGUAGES, `must be one of ${LANGUAGES.join(", ")}`).default("vi"),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(", ")}`).default("info"),
});

const botSettings = settings.extend({
  BOT_TOKEN: z
    .string("is not set: get a token from @BotFather and put it into .env")
    .regex(TOKEN_SHAPE, "is not a bot token: copy it again from @BotFather, it looks like 123456:ABC-DEF"),
  TELEGRAM_API_ROOT: z
    .string()
    .refine(isWebAddress, "must be an http or https address")
    .default("https://api.telegram.org"),
  RATE_LIMIT_PER_MINUTE: z
    .string()
    .regex(/^\d{1,6}$/, "must be a whole number, 0 for no limit")
    .transform(Number)
    .default(DEFAULT_RATE_LIMIT_PER_MINUTE),
});

/**
 * Checks the settings that the terminal commands need.
 *
 * Values are trimmed, and an empty one counts as unset, so that `NAME=` in a `.env` file means the default.
 *
 * @throws {ConfigError} one that lists all that is wrong.
 */
export function readConfig(environment: Environment): Config {
  return nameSettings(check(settings, environment));
}

/**
 * Checks the settings that the bot needs: those of `readConfig`, its own, and a token, which has no default.
 *
 * @throws {ConfigError} one that lists all that is wrong.
 */
export function readBotConfig(environment: Environment): BotConfig {
  const values = check(botSettings, environment);
  return {
    ...nameSettings(values),
    botToken: values.BOT_TOKEN,
    telegramApiRoot: values.TELEGRAM_API_ROOT.replace(/\/+$/, ""),
    rateLimitPerMinute: values.RATE_LIMIT_PER_MINUTE,
  };
}

/**
 * Gives the process's environment, completed by the `.env` file where there is one.
 *
 * What the process was started with wins over the file, unless it is empty. A file that is not there or cannot be
 * read adds nothing: the settings that are then missing are named by `readConfig`.
 */
export function loadEnvironment(variables: Environment = process.env, file = ".env"): Environment {
  const given = Object.entries(variables).filter(([, value]) => value?.trim());
  return { ...readEnvironmentFile(file), ...Object.fromEntries(given) };
}

function readEnvironmentFile(file: string): Environment {
  try {
    return { ...parseEnv(readFileSync(file, "utf8")) };
  } catch {
    return {};
  }
}

function nameSettings(values: z.output<typeof settings>): Config {
  return {
    articlesDir: values.ARTICLES_DIR,
    indexDir: values.INDEX_DIR,
    embeddingModel: values.EMBEDDING_MODEL,
    allowModelDownload: values.ALLOW_MODEL_DOWNLOAD,
    defaultLanguage: values.DEFAULT_LANGUAGE,
    logLevel: values.LOG_LEVEL,
  };
}

function check<Schema extends z.ZodType>(schema: Schema, environment: Environment): z.output<Schema> {
  const trimmed = Object.entries(environment).map(([name, value]) => [name, value?.trim() || undefined]);
  const variables: Environment = Object.fromEntries(trimmed);
  const result = schema.safeParse(variables);
  if (result.success) return result.data;
  const complaints = result.error.issues.map((issue) =>
    complain(String(issue.path[0]), issue.message, variables),
  );
  throw new ConfigError(
    complaints.length === 1
      ? `${complaints[0]}.`
      : `${complaints.length} settings are not right: ${complaints.join("; ")}.`,
  );
}

function complain(name: string, message: string, variables: Environment): string {
  const value = variables[name];
  if (value === undefined || name === "BOT_TOKEN") return `${name} ${message}`;
  return `${name} ${message}, not "${hideTokens(value, variables.BOT_TOKEN)}"`;
}

function isWebAddress(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}
