import { describe, expect, test, vi } from "vitest";
import { createCommand, EXIT, parseCount, runCommand } from "../../src/cli/command-line.ts";
import { makeTerminal } from "../support/terminal.ts";

describe("runCommand", () => {
  test("gives 0 when the work is done", async () => {
    const terminal = makeTerminal();
    expect(await runCommand(async ({ stdout }) => void stdout.write("xong"), terminal)).toBe(EXIT.done);
    expect([terminal.stdout.text, terminal.stderr.text]).toEqual(["xong", ""]);
  });

  test("gives 1 and one sentence on stderr when the work fails", async () => {
    const terminal = makeTerminal();
    const fail = () => Promise.reject(new Error("Không được.", { cause: new Error("vì sao") }));
    expect(await runCommand(fail, terminal)).toBe(EXIT.failed);
    expect([terminal.stdout.text, terminal.stderr.text]).toEqual(["", "Không được.\n"]);
  });

  test("gives the stack trace and the cause when debugging", async () => {
    vi.stubEnv("LOG_LEVEL", "debug");
    try {
      const terminal = makeTerminal();
      await runCommand(
        () => Promise.reject(new Error("Không được.", { cause: new Error("vì sao") })),
        terminal,
      );
      expect(terminal.stderr.text).toMatch(
        /^Error: Không được\.\n\s+at [\s\S]*\nCaused by: Error: vì sao\n\s+at /,
      );
    } finally {
      vi.unstubAllEnvs();
    }
  });

  test("gives 2 and all that is wrong with the environment", async () => {
    vi.stubEnv("LOG_LEVEL", "loud");
    vi.stubEnv("ALLOW_MODEL_DOWNLOAD", "maybe");
    try {
      const terminal = makeTerminal();
      expect(await runCommand(async () => expect.unreachable(), terminal)).toBe(EXIT.wrongUsage);
      expect(terminal.stderr.text).toMatch(/LOG_LEVEL.*"loud"/);
      expect(terminal.stderr.text).toMatch(/ALLOW_MODEL_DOWNLOAD.*"maybe"/);
    } finally {
      vi.unstubAllEnvs();
    }
  });

  test.each([
    [["--help"], EXIT.done, /Usage: npm run thử --/, /^$/],
    [["--sai"], EXIT.wrongUsage, /^$/, /unknown option '--sai'/],
    [["--index"], EXIT.wrongUsage, /^$/, /argument missing/],
  ])("gives for %j exit status %i, and tells it on the terminal", async (argv, status, stdout, stderr) => {
    const terminal = makeTerminal();
    const work = async () => void createCommand("thử", "Thử.", terminal).parse(argv, { from: "user" });
    expect(await runCommand(work, terminal)).toBe(status);
    expect(terminal.stdout.text).toMatch(stdout);
    expect(terminal.stderr.text).toMatch(stderr);
  });
});

describe("parseCount", () => {
  test("takes whole numbers from 1", () => {
    expect(["1", "25", "999999"].map(parseCount)).toEqual([1, 25, 999_999]);
  });

  test.each(["0", "-1", "1.5", "1e3", "abc", "", " 1", "1000000"])("refuses %j", (value) => {
    expect(() => parseCount(value)).toThrow("It must be a whole number from 1.");
  });
});
