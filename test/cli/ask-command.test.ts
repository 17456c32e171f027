import { stripVTControlCharacters } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import { ask } from "../../src/cli/ask-command.ts";
import { runCommand } from "../../src/cli/command-line.ts";
import { index } from "../../src/cli/index-command.ts";
import { parseAnswers } from "../support/answer-schema.ts";
import { makeFolder, SEEDS } from "../support/corpus.ts";
import { type FakeTerminal, makeTerminal } from "../support/terminal.ts";

const CLUSTERS = "Hà Nội đã thành lập mới bao nhiêu cụm công nghiệp?";
const PROMPT = /Câu hỏi \(để trống để thoát\):/;

let indexDir: string;
beforeAll(async () => {
  indexDir = await makeFolder();
  const argv = ["--index", indexDir, "--articles", SEEDS];
  expect(await runCommand((surroundings) => index(argv, surroundings), makeTerminal())).toBe(0);
});

function runAsk(terminal: FakeTerminal, ...argv: string[]): Promise<number> {
  return runCommand((surroundings) => ask(["--index", indexDir, ...argv], surroundings), terminal);
}

describe("ask on a terminal", () => {
  test("asks for questions and answers each, until an empty one", async () => {
    const terminal = makeTerminal();
    const ended = runAsk(terminal);
    await terminal.stderr.waitFor(PROMPT);
    terminal.stdin.write(`${CLUSTERS}\n`);
    await terminal.stdout.waitFor(/43 cụm/);
    terminal.stdin.write("  EVFTA  \n");
    await terminal.stdout.waitFor(/EVFTA[\s\S]*Chinhphu\.vn/);
    terminal.stdin.write("  \n");
    expect(await ended).toBe(0);
    expect(terminal.stdout.text).not.toMatch(PROMPT);
    expect(terminal.stdout.text).toContain("\u001b[");
  });

  test("reads a follow-up with the question before it, and says so", async () => {
    const terminal = makeTerminal();
    const answers: string[] = [];
    const ended = runAsk(terminal, "--limit", "1");
    for (const question of [
      "Chỉ số sản xuất công nghiệp năm 2020 tăng bao nhiêu?",
      "còn năm 2019?",
      "còn 2018?",
      "EVFTA",
    ]) {
      const from = terminal.stdout.text.length;
      terminal.stdin.write(`${question}\n`);
      await terminal.stdout.waitFor(/ · đoạn /, from);
      answers.push(stripVTControlCharacters(terminal.stdout.text.slice(from)));
    }
    terminal.stdin.end();
    expect(await ended).toBe(0);
    const [, second, third, last] = answers;
    expect(second).toContain("Hiểu là hỏi tiếp: “Chỉ số sản xuất công nghiệp năm 2020 tăng bao nhiêu?”");
    expect(second).toContain("năm 2019 tăng 8,45%");
    expect(third).toMatch(/“Chỉ số sản xuất .* còn năm 2019\?”/);
    expect(third).toContain("năm 2018 tăng 7,29%");
    expect(last).not.toContain("Hiểu là");
  });

  test("answers a greeting, thanks and a question about itself with a kind word, but a program with JSON", async () => {
    const lines = ["xin chào", "ad ơi cho hỏi chút", "bạn là ai vậy?", "em cảm ơn ạ", "?!"];
    const terminal = makeTerminal();
    terminal.stdin.end(lines.join("\n"));
    expect(await runAsk(terminal)).toBe(0);
    expect(terminal.stdout.text).toBe("");
    expect(terminal.stderr.text).toMatch(
      /Xin chào! Tôi trả lời[\s\S]*Vâng, mời bạn[\s\S]*Xin chào! Tôi trả lời[\s\S]*Rất vui được giúp bạn[\s\S]*Tôi chưa thấy câu hỏi/,
    );
    const program = makeTerminal();
    program.stdin.end(lines.join("\n"));
    expect(await runAsk(program, "--json")).toBe(0);
    expect(parseAnswers(program.stdout.text).map(({ question }) => question)).toEqual(lines);
  });

  test("answers questions that are pasted together, and ends where the input ends", async () => {
    const terminal = makeTerminal();
    const questions = Array.from({ length: 12 }, (_, at) => `EVFTA ${at}`);
    terminal.stdin.end(`${questions.join("\n")}\n`);
    expect(await runAsk(terminal, "--json")).toBe(0);
    expect(parseAnswers(terminal.stdout.text).map(({ question }) => question)).toEqual(questions);
    expect(terminal.stdin.listenerCount("data") + terminal.stdin.listenerCount("close")).toBeLessThan(8);
  });

  test("ends when the person leaves without a word", async () => {
    const terminal = makeTerminal();
    terminal.stdin.end();
    expect(await runAsk(terminal)).toBe(0);
    expect(terminal.stdout.text).toBe("");
  });

  test("answers the question on the command line and asks for no other", async () => {
    const terminal = makeTerminal();
    expect(await runAsk(terminal, "Hà", "Nội", "thành lập", "mới bao nhiêu cụm công nghiệp?")).toBe(0);
    expect(stripVTControlCharacters(terminal.stdout.text)).toMatch(
      /^Hà Nội thành lập mới bao nhiêu cụm công nghiệp\?\n/,
    );
    expect(terminal.stderr.text).toBe("");
  });
});

describe("ask for a program", () => {
  test("answers a line at a time, passing over empty ones, with Windows line ends and none at the end", async () => {
    const terminal = makeTerminal({ isTTY: false });
    terminal.stdin.end(`EVFTA\r\n\r\n   \n${CLUSTERS}`);
    expect(await runAsk(terminal, "--json")).toBe(0);
    expect(parseAnswers(terminal.stdout.text).map(({ question }) => question)).toEqual(["EVFTA", CLUSTERS]);
    expect(terminal.stderr.text).toBe("");
  });

  test("takes the lines of a pipe for questions that have nothing to do with each other", async () => {
    const terminal = makeTerminal({ isTTY: false });
    terminal.stdin.end("Chỉ số sản xuất công nghiệp năm 2020 tăng bao nhiêu?\ncòn năm 2019?\n");
    expect(await runAsk(terminal)).toBe(0);
    expect(terminal.stdout.text).not.toContain("Hiểu là");
  });

  test("says nothing when it is asked nothing", async () => {
    const terminal = makeTerminal({ isTTY: false });
    terminal.stdin.end();
    expect(await runAsk(terminal)).toBe(0);
    expect(terminal.stdout.text).toBe("");
  });

  test.each([
    [["--limit", "1"], 1],
    [["--limit", "2"], 2],
    [[], 5],
  ])("gives with %j at most so many quotes: %i", async (argv, limit) => {
    const terminal = makeTerminal({ isTTY: false });
    await runAsk(terminal, "--json", ...argv, "công nghiệp hỗ trợ của Hà Nội");
    expect(parseAnswers(terminal.stdout.text)[0]?.quotes).toHaveLength(limit);
  });

  test.each([
    [[""], "the question is empty"],
    [["  ", " "], "the question is empty"],
    [["--limit", "0", "EVFTA"], "whole number from 1"],
    [["--limt", "3", "EVFTA"], "unknown option '--limt'"],
  ])("refuses %j as wrong usage", async (argv, complaint) => {
    const terminal = makeTerminal({ isTTY: false });
    expect(await runAsk(terminal, ...argv)).toBe(2);
    expect(terminal.stdout.text).toBe("");
    expect(terminal.stderr.text).toContain(complaint);
  });

  test.each([
    ["one letter", "a"],
    ["an emoji", "😀"],
    ["a mark", "?"],
    ["4,096 characters", "ả".repeat(4_096)],
    ["another script", "東京都"],
    ["HTML", "<b>&"],
  ])("answers %s or says no", async (_, question) => {
    const terminal = makeTerminal({ isTTY: false });
    terminal.stdin.end(`${question}\n`);
    expect(await runAsk(terminal, "--json")).toBe(0);
    expect(parseAnswers(terminal.stdout.text)[0]?.question).toBe(question);
  });
});
