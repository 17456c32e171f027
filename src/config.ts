import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { z } from "zod";
import { BUNDLED_MODEL } from "./embedding/model-files.ts";
import { hideTokens } from "./hide-tokens.ts";
import { LANGUAGES, type Language } from "./messages/language.ts";

/** The levels of pino, the most talkative first. */
export const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

export type LogLevel = (typeof LOG_LEVELS)[number];

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

/** The settings of what the bot remembers. */
export interface StoreConfig {
  /** The SQLite file. */
  readonly storeFile: string;
  /** Questions and votes are deleted after so many days. */
  readonly retentionDays: number;
}

/** Where the bot hears from Telegram when Telegram calls it, instead of the other way round. */
export interface WebhookConfig {
  /** What Telegram calls. */
  readonly url: string;
  /** What Telegram has to say, so that nobody else is heard. */
  readonly secret: string;
  readonly host: string;
  readonly port: number;
}

/** The settings of the bot: those of every command, and its own. */
export interface BotConfig extends Config, StoreConfig {
  /** A secret: it gives full control over the bot. */
  readonly botToken: string;
  /** Without a slash at its end, as grammY wants it. */
  readonly telegramApiRoot: string;
  /** Messages that one person may send in a minute; 0 for no limit. */
  readonly rateLimitPerMinute: number;
  /** The groups in which the bot answers; empty: all. */
  readonly allowedChats: ReadonlySet<number>;
  /** The people whom the bot answers in private; empty: all. */
  readonly allowedUsers: ReadonlySet<number>;
  /** The people who may see how the bot is. */
  readonly adminIds: ReadonlySet<number>;
  /** `null`: the bot polls. */
  readonly webhook: WebhookConfig | null;
  /** Where `/healthz`, `/readyz` and `/metrics` are served; `null`: nowhere. */
  readonly operations: { readonly host: string; readonly port: number } | null;
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

/** Long enough to see what people miss, short enough not to hoard what they asked. */
const DEFAULT_RETENTION_DAYS = 90;

/** The file in `DATA_DIR`. */
const STORE_FILE = "bot.sqlite";

/** Nobody else can reach it there, until somebody wants them to. */
const LOOPBACK = "127.0.0.1";

/** Where people who know proxies expect a program. */
const DEFAULT_WEBHOOK_PORT = 8080;
const DEFAULT_OPERATIONS_PORT = 9464;

/** What a secret may be made of, says Telegram. */
const SECRET_SHAPE = /^[A-Za-z0-9_-]{1,256}$/;

const PORT_OR_OFF = "must be a port, 0 to 65535, or off";

const port = z
  .string()
  .refine((value) => /^\d{1,5}$/.test(value) && Number(value) <= 65_535, "must be a port, 0 to 65535")
  .transform(Number);

const ids = z
  .string()
  .regex(/^-?\d{1,16}(?:[\s,]+-?\d{1,16})*$/, "must be Telegram ids with commas between them")
  .transform((value) => new Set(value.split(/[\s,]+/).map(Number)))
  .default(new Set());

const settings = z.object({
  ARTICLES_DIR: z.string().default("seeds"),
  INDEX_DIR: z.string().default("index"),
  EMBEDDING_MODEL: z.string().default(BUNDLED_MODEL),
  ALLOW_MODEL_DOWNLOAD: z.stringbool("must be true or false").default(false),
  DEFAULT_LANGUAGE: z.enum(LANGUAGES, `must be one of ${LANGUAGES.join(", ")}`).default("vi"),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(", ")}`).default("info"),
});

const storeSettings = z.object({
  DATA_DIR: z.string().optional(),
  INDEX_DIR: z.string().default("index"),
  RETENTION_DAYS: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, "must be a whole number of days from 1")
    .transform(Number)
    .default(DEFAULT_RETENTION_DAYS),
});

const botSettings = settings.extend(storeSettings.shape).extend({
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
  ALLOWED_CHATS: ids,
  ALLOWED_USERS: ids,
  ADMIN_IDS: ids,
  BOT_MODE: z.enum(["polling", "webhook"], "must be polling or webhook").default("polling"),
  WEBHOOK_URL: z.string().refine(isWebAddress, "must be an http or https address").optional(),
  WEBHOOK_SECRET: z
    .string()
    .regex(SECRET_SHAPE, "must be 1 to 256 letters, digits, _ and -")
    .default(() => randomBytes(32).toString("base64url")),
  HOST: z.string().default(LOOPBACK),
  PORT: port.default(DEFAULT_WEBHOOK_PORT),
  METRICS_HOST: z.string().default(LOOPBACK),
  METRICS_PORT: z
    .union([z.literal("off").transform(() => null), port], PORT_OR_OFF)
    .default(DEFAULT_OPERATIONS_PORT),
});

/** What is wrong with settings that are right each by itself. */
const consistentBotSettings = botSettings.refine(
  ({ BOT_MODE, WEBHOOK_URL }) => BOT_MODE !== "webhook" || WEBHOOK_URL !== undefined,
  {
    path: ["WEBHOOK_URL"],
    message: "is not set: BOT_MODE=webhook needs the address that Telegram is to call",
  },
);

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
  const values = check(consistentBotSettings, environment);
  return {
    ...nameSettings(values),
    botToken: values.BOT_TOKEN,
    telegramApiRoot: values.TELEGRAM_API_ROOT.replace(/\/+$/, ""),
    ...nameStoreSettings(values),
    rateLimitPerMinute: values.RATE_LIMIT_PER_MINUTE,
    allowedChats: values.ALLOWED_CHATS,
    allowedUsers: values.ALLOWED_USERS,
    adminIds: values.ADMIN_IDS,
    webhook:
      values.BOT_MODE === "webhook" && values.WEBHOOK_URL !== undefined
        ? { url: values.WEBHOOK_URL, secret: values.WEBHOOK_SECRET, host: values.HOST, port: values.PORT }
        : null,
    operations:
      values.METRICS_PORT === null ? null : { host: values.METRICS_HOST, port: values.METRICS_PORT },
  };
}

/**
 * Checks the settings of what the bot remembers, for commands that read it.
 *
 * @throws {ConfigError} one that lists all that is wrong.
 */
export function readStoreConfig(environment: Environment): StoreConfig {
  return nameStoreSettings(check(storeSettings, environment));
}

function nameStoreSettings(values: z.output<typeof storeSettings>): StoreConfig {
  return {
    storeFile: join(values.DATA_DIR ?? values.INDEX_DIR, STORE_FILE),
    retentionDays: values.RETENTION_DAYS,
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
  if (value === undefined || name === "BOT_TOKEN" || name === "WEBHOOK_SECRET") return `${name} ${message}`;
  return `${name} ${message}, not "${hideTokens(value, variables.BOT_TOKEN)}"`;
}

function isWebAddress(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}
