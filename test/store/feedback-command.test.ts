import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { showFeedback } from "../../src/store/feedback-command.ts";
import { openStore } from "../../src/store/open-store.ts";
import { makeFolder } from "../support/corpus.ts";
import { FakeOutput } from "../support/terminal.ts";

async function makeData(): Promise<string> {
  const folder = await makeFolder();
  const store = openStore(join(folder, "bot.sqlite"));
  const questions = ["Giá vàng, hôm nay?", "=1+1", "Giá\nvàng"];
  for (const [index, question] of questions.entries()) {
    store.answers.keep({
      id: `answer-${index}`,
      chatId: 424242,
      personId: 424242,
      questionMessageId: 1,
      answerMessageId: 2,
      language: "vi",
      question,
      previousQuestion: null,
      outcome: "not-found",
      confidence: 0.125,
      topics: [],
      askedAt: Date.parse("2021-01-12T08:00:00Z") + index,
    });
  }
  store.votes.cast({ answerId: "answer-0", personId: 1, vote: -1, passage: null });
  store.close();
  return folder;
}

function run(argv: string[], folder: string) {
  const [stdout, stderr] = [new FakeOutput(), new FakeOutput()];
  const status = showFeedback(argv, { stdout, stderr }, { DATA_DIR: folder });
  return { status, stdout: stdout.text, stderr: stderr.text };
}

describe("npm run feedback", () => {
  it("prints the worst questions as a table, and nothing of who asked", async () => {
    const { status, stdout } = run([], await makeData());
    expect(status).toBe(0);
    expect(stdout).toMatch(/Question .* Outcome .* Conf\. .* Asked .* 👍 .* 👎 .* Last asked/);
    expect(stdout).toMatch(/Giá vàng, hôm nay\? .* not-found .* 0\.13 .* 1 .* 0 .* 1 .* 2021-01-12/);
    expect(stdout).not.toContain("424242");
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(112);
  });

  it("prints CSV that a spreadsheet reads as it is meant", async () => {
    const { stdout } = run(["--csv", "--limit", "3"], await makeData());
    expect(stdout.split("\n").slice(0, 2)).toEqual([
      "question,outcome,confidence,asked,up,down,lastAskedAt",
      '"Giá vàng, hôm nay?",not-found,0.125,1,0,1,2021-01-12T08:00:00.000Z',
    ]);
    expect(stdout).toContain("\n'=1+1,");
  });

  it("takes only what is new enough, and so many", async () => {
    const folder = await makeData();
    expect(run(["--days", "30"], folder).stdout).toBe("No question has gone wrong.\n");
    expect(run(["--csv", "--limit", "1"], folder).stdout.trim().split("\n")).toHaveLength(2);
  });

  it("makes no database where there is none, and says what is wrong with the arguments", async () => {
    const folder = await makeFolder();
    expect(run([], folder)).toMatchObject({ status: 0, stdout: "No question has gone wrong.\n" });
    expect(run(["--limit", "0"], folder)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("--limit"),
    });
    expect(run(["--help"], folder)).toMatchObject({ status: 0, stdout: expect.stringContaining("--csv") });
  });
});
