import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ConfigError, loadEnvironment, readBotConfig, readConfig, readStoreConfig } from "../src/config.ts";

const TOKEN = "123456789:AAFconfig_of-Telegram0123456789abcdef";

describe("the settings", () => {
  it("have the defaults that the design names", () => {
    expect(readConfig({})).toEqual({
      articlesDir: "seeds",
      indexDir: "index",
      embeddingModel: "vi-en-trade-384",
      allowModelDownload: false,
      defaultLanguage: "vi",
      logLevel: "info",
    });
    expect(readBotConfig({ BOT_TOKEN: TOKEN })).toMatchObject({
      botToken: TOKEN,
      telegramApiRoot: "https://api.telegram.org",
      rateLimitPerMinute: 20,
      allowedChats: new Set(),
      webhook: null,
      operations: { host: "127.0.0.1", port: 9464 },
      storeFile: "index/bot.sqlite",
      retentionDays: 90,
    });
    expect(readBotConfig({ BOT_TOKEN: TOKEN, INDEX_DIR: "/i" }).storeFile).toBe("/i/bot.sqlite");
    expect(readStoreConfig({ INDEX_DIR: "/i" })).toEqual({ storeFile: "/i/bot.sqlite", retentionDays: 90 });
  });

  it("are read from the environment, without the spaces around them", () => {
    const config = readBotConfig({
      BOT_TOKEN: ` ${TOKEN}\n`,
      ALLOWED_CHATS: "-1001, -2",
      ALLOWED_USERS: "7 8",
      ADMIN_IDS: "9",
      BOT_MODE: "webhook",
      WEBHOOK_URL: "https://bot.example.org/telegram",
      WEBHOOK_SECRET: "geheim_1",
      PORT: "0",
      METRICS_HOST: "0.0.0.0",
      METRICS_PORT: "off",
      DATA_DIR: "/data",
      RETENTION_DAYS: "30",
      TELEGRAM_API_ROOT: "http://127.0.0.1:8081/",
      ARTICLES_DIR: "/articles",
      INDEX_DIR: "/index",
      EMBEDDING_MODEL: "Xenova/multilingual-e5-small",
      ALLOW_MODEL_DOWNLOAD: "TRUE",
      RATE_LIMIT_PER_MINUTE: "0",
      DEFAULT_LANGUAGE: "en",
      LOG_LEVEL: "debug",
    });
    expect(config).toEqual({
      botToken: TOKEN,
      telegramApiRoot: "http://127.0.0.1:8081",
      articlesDir: "/articles",
      indexDir: "/index",
      embeddingModel: "Xenova/multilingual-e5-small",
      allowModelDownload: true,
      rateLimitPerMinute: 0,
      allowedChats: new Set([-1001, -2]),
      allowedUsers: new Set([7, 8]),
      adminIds: new Set([9]),
      webhook: { url: "https://bot.example.org/telegram", secret: "geheim_1", host: "127.0.0.1", port: 0 },
      operations: null,
      storeFile: "/data/bot.sqlite",
      retentionDays: 30,
      defaultLanguage: "en",
      logLevel: "debug",
    });
  });

  it("count as unset when they are empty", () => {
    expect(readConfig({ ARTICLES_DIR: "", LOG_LEVEL: "  " })).toEqual(readConfig({}));
  });

  it("take the token of a test server", () => {
    expect(readBotConfig({ BOT_TOKEN: "123456:TESTTOKEN" }).botToken).toBe("123456:TESTTOKEN");
  });

  it("ask no token of the terminal commands, not even a right one", () => {
    expect(readConfig({ BOT_TOKEN: "no token at all" })).toEqual(readConfig({}));
  });
});

describe("wrong settings", () => {
  it("are told all at once, in one sentence, with their values", () => {
    const environment = {
      TELEGRAM_API_ROOT: "ftp://example.org",
      RATE_LIMIT_PER_MINUTE: "-1",
      ALLOW_MODEL_DOWNLOAD: "maybe",
      DEFAULT_LANGUAGE: "fr",
      LOG_LEVEL: "loud",
    };
    expect(() => readBotConfig(environment)).toThrow(ConfigError);
    expect(() => readBotConfig(environment)).toThrow(
      "6 settings are not right: " +
        'ALLOW_MODEL_DOWNLOAD must be true or false, not "maybe"; ' +
        'DEFAULT_LANGUAGE must be one of vi, en, not "fr"; ' +
        'LOG_LEVEL must be one of trace, debug, info, warn, error, fatal, silent, not "loud"; ' +
        "BOT_TOKEN is not set: get a token from @BotFather and put it into .env; " +
        'TELEGRAM_API_ROOT must be an http or https address, not "ftp://example.org"; ' +
        'RATE_LIMIT_PER_MINUTE must be a whole number, 0 for no limit, not "-1".',
    );
  });

  it("name what a webhook needs, and never show its secret", () => {
    const environment = { BOT_TOKEN: TOKEN, BOT_MODE: "webhook" };
    expect(() => readBotConfig(environment)).toThrow(/^WEBHOOK_URL is not set: BOT_MODE=webhook needs/);
    const wrong = { ...environment, WEBHOOK_SECRET: "ge heim", PORT: "70000", ALLOWED_CHATS: "a" };
    const message = messageOf(() => readBotConfig(wrong));
    expect(message).toContain("WEBHOOK_SECRET must be 1 to 256 letters, digits, _ and -");
    expect(message).not.toContain("ge heim");
    expect(message).toContain('PORT must be a port, 0 to 65535, not "70000"');
    expect(message).toContain('ALLOWED_CHATS must be Telegram ids with commas between them, not "a"');
  });

  it("name a missing token", () => {
    expect(() => readBotConfig({})).toThrow(
      /^BOT_TOKEN is not set: get a token from @BotFather and put it into \.env\.$/,
    );
  });

  it("never show a token, wherever it was put", () => {
    for (const token of [`${TOKEN}/`, "se cret", ":secret", "123:"]) {
      const message = messageOf(() => readBotConfig({ BOT_TOKEN: token, LOG_LEVEL: TOKEN }));
      expect(message).toContain("BOT_TOKEN is not a bot token");
      expect(message).not.toContain(token);
      expect(message).not.toContain(TOKEN);
    }
  });
});

describe("the .env file", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "config-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("completes the environment, which wins unless it is empty", () => {
    const file = join(folder, ".env");
    writeFileSync(file, 'BOT_TOKEN="1:FILE"\nLOG_LEVEL=warn\nDEFAULT_LANGUAGE=en\n');
    const environment = loadEnvironment({ LOG_LEVEL: "debug", DEFAULT_LANGUAGE: "", HOME: "/root" }, file);
    expect(environment).toEqual({
      BOT_TOKEN: "1:FILE",
      LOG_LEVEL: "debug",
      DEFAULT_LANGUAGE: "en",
      HOME: "/root",
    });
  });

  it("may be missing, broken, or no file", () => {
    const broken = join(folder, "broken");
    writeFileSync(broken, Buffer.from([0xff, 0x00, 0x3d, 0x22, 0x0a]));
    expect(() => readConfig(loadEnvironment({}, broken))).not.toThrow();
    expect(loadEnvironment({ A: "1" }, join(folder, "missing"))).toEqual({ A: "1" });
    expect(loadEnvironment({ A: "1" }, folder)).toEqual({ A: "1" });
  });

  it("has an example that names every variable, and nothing that nobody reads", () => {
    const example = readFileSync(new URL("../.env.example", import.meta.url), "utf8");
    const source = readFileSync(new URL("../src/config.ts", import.meta.url), "utf8");
    const named = example.match(/^(# )?[A-Z_]+(?==)/gm)?.map((name) => name.replace("# ", "")) ?? [];
    const read = source.match(/^ {2}[A-Z_]+(?=: )/gm)?.map((name) => name.trim()) ?? [];
    expect(named.length).toBeGreaterThan(5);
    expect(new Set(named)).toEqual(new Set(read));
  });
});

describe("the environment", () => {
  it("is read in no other place", () => {
    const folder = new URL("../src/", import.meta.url);
    const readers = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .filter((file) => readFileSync(new URL(file, folder), "utf8").includes("process.env"));
    expect(readers).toEqual(["config.ts"]);
  });
});

function messageOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return "";
}
