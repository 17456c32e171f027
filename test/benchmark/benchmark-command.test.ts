import { expect, test } from "vitest";
import { benchmark } from "../../src/benchmark/benchmark-command.ts";
import { SEARCH_STAGES } from "../../src/benchmark/measure-search.ts";
import { runCommand } from "../../src/cli/command-line.ts";
import { makeTerminal } from "../support/terminal.ts";

async function run(...argv: string[]) {
  const terminal = makeTerminal({ isTTY: false });
  const status = await runCommand((surroundings) => benchmark(argv, surroundings), terminal);
  return { status, stdout: terminal.stdout.text, stderr: terminal.stderr.text };
}

/** Eight processes are started, one after another: on a busy machine that takes its time. */
const PATIENCE_MS = 300_000;

test("measures every stage of the search, the bot, a start and the index", {
  timeout: PATIENCE_MS,
}, async () => {
  const { status, stdout, stderr } = await run("--sizes", "10,20", "--questions", "3");
  expect(stderr).toBe("10 passages…\n20 passages…\n");
  expect(status).toBe(0);
  for (const figure of [...SEARCH_STAGES, "Telegram round trip", "start to first answer", "index on disk"])
    expect(stdout).toContain(figure);
  expect(stdout).not.toContain("NaN");
});

test("says what sizes may be", async () => {
  const { status, stderr } = await run("--sizes", "3");
  expect(status).toBe(2);
  expect(stderr).toContain("whole numbers from 10");
});
