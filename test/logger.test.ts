import { HttpError } from "grammy";
import { describe, expect, it } from "vitest";
import { hideTokens } from "../src/hide-tokens.ts";
import { createLogger, describeError, type LoggerOptions } from "../src/logger.ts";

const TOKEN = "123456789:AAFlogger_of-Telegram0123456789abcdef";

function collect(options: Partial<LoggerOptions> = {}) {
  const lines: string[] = [];
  const destination = { write: (line: string) => lines.push(line) };
  return { lines, logger: createLogger({ level: "info", destination, pretty: false, ...options }) };
}

function makeNetworkError(token: string): HttpError {
  const inner = new Error(`request to https://api.telegram.org/bot${token}/getMe failed`);
  return new HttpError("Network request for 'getMe' failed!", inner);
}

describe("the log", () => {
  it("is one JSON object a line, with the level by name", () => {
    const { lines, logger } = collect();
    logger.info({ update: 7 }, "a question was asked");
    expect(JSON.parse(lines.join(""))).toEqual({
      level: "info",
      time: expect.any(String),
      update: 7,
      msg: "a question was asked",
    });
  });

  it("tells what an error is, what it says and what caused it, and nothing else of it", () => {
    const { lines, logger } = collect();
    const error = Object.assign(new Error("outer", { cause: new RangeError("inner") }), {
      payload: "a question",
    });
    logger.warn({ err: error }, "oh");
    expect(JSON.parse(lines.join(""))).toMatchObject({
      err: { type: "Error", message: "outer", cause: { type: "RangeError", message: "inner" } },
    });
    expect(lines.join("")).not.toMatch(/a question|stack/);
  });

  it("holds stack traces only from debug on", () => {
    const { lines, logger } = collect({ level: "debug" });
    logger.error({ err: new Error("oh") }, "oh");
    expect(lines.join("")).toContain("logger.test.ts");
  });

  it("has no token in it, wherever it was: messages, fields, errors, their causes and stacks", () => {
    for (const level of ["info", "trace"] as const) {
      for (const pretty of [false, true]) {
        const { lines, logger } = collect({ level, pretty });
        logger.info(`token ${TOKEN}`);
        logger.info({ url: `https://api.telegram.org/bot${TOKEN}/getMe`, deep: { er: [TOKEN] } }, "oh");
        logger.error({ err: makeNetworkError(TOKEN) }, "oh");
        logger.error(makeNetworkError(encodeURIComponent(TOKEN)));
        logger.error({ err: new Error("outer", { cause: makeNetworkError(TOKEN) }) }, "oh");
        expect(lines.join("")).toContain("[token]");
        expect(lines.join("")).not.toContain("logger_of-Telegram");
      }
    }
  });

  it("has no token in it that does not look like one, when it is told", () => {
    const { lines, logger } = collect({ botToken: "123456:TESTTOKEN" });
    logger.error({ err: makeNetworkError("123456:TESTTOKEN") }, "oh");
    expect(lines.join("")).not.toContain("TESTTOKEN");
  });
});

describe("hiding tokens", () => {
  it("leaves alone what is none", () => {
    const text = "12:30, ngày 12/1/2021, tăng 4,7%; https://example.org:8081/a";
    expect(hideTokens(text)).toBe(text);
  });
});

describe("describing an error", () => {
  it("ends, even for errors that cause each other", () => {
    const error = new Error("chicken");
    error.cause = new Error("egg", { cause: error });
    expect(JSON.stringify(describeError(error)).match(/chicken|egg/g)).toHaveLength(6);
  });

  it("takes what is no error", () => {
    expect(describeError("oh")).toEqual({ type: "string", message: "oh" });
  });
});
