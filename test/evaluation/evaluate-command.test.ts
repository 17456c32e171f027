import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { runCommand } from "../../src/cli/command-line.ts";
import { evaluate } from "../../src/evaluation/evaluate-command.ts";
import { fit as fitWeights } from "../../src/evaluation/fit-command.ts";
import { GOLD_KINDS } from "../../src/evaluation/gold.ts";
import { HALVES } from "../../src/evaluation/halves.ts";
import { TURN_KINDS } from "../../src/evaluation/long-conversations.ts";
import { foldDiacritics } from "../../src/language/fold.ts";
import { makeCorpus, SEEDS } from "../support/corpus.ts";
import { makeTerminal } from "../support/terminal.ts";

interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function run(...argv: string[]): Promise<Ran> {
  const terminal = makeTerminal({ isTTY: false });
  const status = await runCommand((surroundings) => evaluate(argv, surroundings), terminal);
  return { status, stdout: terminal.stdout.text, stderr: terminal.stderr.text };
}

const PASSAGES = [
  ["cum", "Thành phố có 43 cụm công nghiệp. Tổng diện tích các cụm là 753,3 ha."],
  ["cho", "Chợ đầu mối được xây ở huyện Đông Anh. Chợ mở cửa năm 2022."],
  ["dien", "Giá điện sinh hoạt được giữ nguyên đến hết năm."],
  ["logistics", "Hai trung tâm logistics sẽ mọc lên ở Gia Lâm và Sóc Sơn."],
] as const;
const QUESTIONS = [
  ["Có bao nhiêu cụm công nghiệp?", "cum", "43 cụm"],
  ["Tổng diện tích các cụm là bao nhiêu?", "cum", "753,3 ha"],
  ["Chợ đầu mối xây ở đâu?", "cho", "Đông Anh"],
  ["Chợ mở cửa năm nào?", "cho", "2022"],
  ["Giá điện sinh hoạt thế nào?", "dien", "giữ nguyên"],
  ["Trung tâm logistics ở đâu?", "logistics", "Gia Lâm"],
] as const;

function toLines(rows: readonly object[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join("");
}

let benchmark: string;
beforeAll(async () => {
  const queries = QUESTIONS.map(([text, id, answer], at) => ({
    id: `q${at}`,
    text,
    positive_ids: [id],
    answer,
  }));
  benchmark = await makeCorpus({
    "passages.jsonl": toLines(PASSAGES.map(([id, text]) => ({ id, text }))),
    "queries.vi.jsonl": toLines(queries),
    "queries.short.jsonl": toLines([{ id: "s", text: "cụm", positive_ids: ["cum"] }]),
    "queries.vi.unanswerable.jsonl": toLines([{ id: "u", text: "Cụm nào lớn nhất?", positive_ids: ["cum"] }]),
  });
});

const share = z.number().min(0).max(1);
const resultSchema = z.strictObject({
  kind: z.string(),
  half: z.enum(["tuning", "reporting"]),
  questions: z.number().int().nonnegative(),
  systems: z.array(
    z.strictObject({
      system: z.enum(["bm25", "lexical", "dense", "whole"]),
      recallAt1: share,
      recallAt5: share,
      reciprocalRank: share,
      ndcgAt10: share,
      millisecondsPerQuestion: z.number().nonnegative(),
    }),
  ),
  sentenceAccuracy: share.nullable(),
});

async function measure(...argv: string[]) {
  const { status, stdout } = await run("--benchmark", benchmark, "--json", ...argv);
  expect(status).toBe(0);
  return stdout
    .trimEnd()
    .split("\n")
    .map((line) => resultSchema.parse(JSON.parse(line)));
}

describe("evaluate on a benchmark folder", () => {
  test("prints a table for each kind and half with every system, and how often the sentence is right", async () => {
    const { status, stdout, stderr } = await run("--benchmark", benchmark);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("vi, tuning half: 3 questions, 4 passages\n");
    expect(stdout).toContain("vi, reporting half: 3 questions, 4 passages\n");
    expect(stdout).not.toContain("unanswerable");
    expect(stdout.match(/^system +recall@1 +recall@5 +MRR +nDCG@10 +ms a question$/gm)).toHaveLength(4);
    for (const system of ["bm25", "lexical", "dense", "whole"]) {
      expect(stdout.match(new RegExp(`^${system} +\\.?\\d`, "gm"))).toHaveLength(4);
    }
    expect(stdout.match(/^answering sentence, where the passage is right: 1\.000$/gm)).toHaveLength(2);
  });

  test("finds every answer of an easy benchmark, and shows what each part is worth without diacritics", async () => {
    const qualityOf = (results: Awaited<ReturnType<typeof measure>>, system: string) =>
      results
        .filter(({ kind }) => kind === "vi")
        .map((result) => result.systems.find((s) => s.system === system));
    const typed = await measure();
    const folded = await measure("--fold");
    for (const results of [typed, folded]) {
      for (const whole of qualityOf(results, "whole")) {
        expect(whole).toMatchObject({ recallAt1: 1, recallAt5: 1, reciprocalRank: 1, ndcgAt10: 1 });
      }
    }
    expect(qualityOf(typed, "bm25").map((plain) => plain?.recallAt1)).toEqual([1, 1]);
    expect(qualityOf(folded, "bm25").some((plain) => (plain?.recallAt1 ?? 1) < 1)).toBe(true);
  });

  test("shows nothing of sentences where no question has an answer, and a half without questions as empty", async () => {
    const short = (await measure()).filter(({ kind }) => kind === "short");
    expect(short).toMatchObject([
      { half: "tuning", questions: 1, sentenceAccuracy: null },
      { half: "reporting", questions: 0, sentenceAccuracy: null },
    ]);
  });

  test("mistypes the same way each time", async () => {
    const once = await measure("--typos", "3");
    const again = await measure("--typos", "3");
    const withoutTimes = (results: typeof once) =>
      results.map(({ systems, ...result }) => ({
        ...result,
        systems: systems.map(({ millisecondsPerQuestion: _, ...quality }) => quality),
      }));
    expect(withoutTimes(again)).toEqual(withoutTimes(once));
  });

  test("takes the passages that are named", async () => {
    const other = await makeCorpus({
      "passages.vi.jsonl": toLines([{ id: "a", text: "Một." }]),
      "passages.en.jsonl": toLines([
        { id: "a", text: foldDiacritics("Hai.") },
        { id: "b", text: "Ba." },
      ]),
      "queries.vi.jsonl": toLines([{ id: "q", text: "hai", positive_ids: ["a"] }]),
    });
    expect((await run("--benchmark", other)).stdout).toContain("1 questions, 1 passages");
    expect((await run("--benchmark", other, "--passages", "passages.en.jsonl")).stdout).toContain(
      "2 passages",
    );
  });

  test.each([
    [
      ["--benchmark", "/khong/co"],
      1,
      'The benchmark folder "/khong/co" cannot be read; name an existing one.\n',
    ],
    [["--typos", "none"], 2, "whole number from 1"],
    [["--bench"], 2, "unknown option '--bench'"],
    [["extra"], 2, "too many arguments"],
  ])("refuses %j", async (argv, status, complaint) => {
    const ran = await run(...argv);
    expect(ran.status).toBe(status);
    expect(ran.stdout).toBe("");
    expect(ran.stderr).toContain(complaint);
  });
});

describe("evaluate on the gold set", () => {
  test("prints both halves, each with every kind", async () => {
    const { status, stdout } = await run("--articles", SEEDS);
    expect(status).toBe(0);
    const [, tuning = "", reporting = ""] = stdout.split(/^(?:tuning|reporting) half\n/m);
    for (const table of [tuning, reporting]) {
      const lines = table.trimEnd().split("\n");
      expect(lines[0]).toMatch(
        /^kind +questions +success@1 +success@5 +marked +answered +related +not found$/,
      );
      expect(lines.slice(1).map((line) => line.split(" ")[0])).toEqual([...GOLD_KINDS]);
      expect(table).toMatch(/^off-topic +\d+ +- +- /m);
      expect(table).toMatch(/^as-typed +\d+ +[.1]/m);
      for (const line of lines.slice(1)) {
        const outcomes = line.split(/ +/).slice(-3).map(Number);
        expect(outcomes.reduce((sum, outcome) => sum + outcome, 0)).toBeCloseTo(1, 2);
      }
    }
  });
});

test("fit refuses a folder that is not there before it changes anything", async () => {
  const terminal = makeTerminal({ isTTY: false });
  const status = await runCommand((surroundings) => fitWeights(["/khong/co"], surroundings), terminal);
  expect([status, terminal.stdout.text]).toEqual([1, ""]);
  expect(terminal.stderr.text).toBe(
    'The benchmark folder "/khong/co" cannot be read; name an existing one.\n',
  );
});

describe("evaluate on made-up stories", () => {
  test("asks about them in everyday words and in English, and about what was left out", async () => {
    const { status, stdout, stderr } = await run("--stories", "--json");
    expect([status, stderr]).toEqual([0, ""]);
    const results = stdout
      .trim()
      .split("\n")
      .map((line) => z.object({ kind: z.string(), questions: z.int().min(50) }).parse(JSON.parse(line)));
    const kinds = ["paraphrase", "english", "near-miss"];
    expect(results.map(({ kind }) => kind)).toEqual([...kinds, ...kinds]);
  });

  test("does not ask about practice articles at once", async () => {
    const { status, stderr } = await run("--stories", "--practice");
    expect([status, stderr]).toEqual([2, expect.stringContaining("cannot be used with option")]);
  });

  test("does not ask about a benchmark at once", async () => {
    const { status, stderr } = await run("--stories", "--benchmark", "anywhere");
    expect([status, stderr]).toEqual([2, expect.stringContaining("cannot be used with option")]);
  });
});

describe("evaluate in long conversations", () => {
  test("tells of each half how the turns did, by where they stand", async () => {
    const { status, stdout, stderr } = await run("--conversations", "--json");
    expect([status, stderr]).toEqual([0, ""]);
    const schema = z.strictObject({
      half: z.enum(HALVES),
      kind: z.enum(TURN_KINDS),
      turns: z.int().min(30),
      successAt1: share,
      successAt5: share,
      inContext: share,
      notFound: share,
    });
    const results = stdout
      .trim()
      .split("\n")
      .map((line) => schema.parse(JSON.parse(line)));
    expect(results.map(({ half, kind }) => [half, kind])).toEqual(
      HALVES.flatMap((half) => TURN_KINDS.map((kind) => [half, kind])),
    );
    for (const { kind, inContext } of results) if (kind === "opening") expect(inContext).toBe(0);
  }, 240_000);

  test.each([
    ["--typed", "telex"],
    ["--typos", "1"],
    ["--fold"],
    ["--half"],
    ["--chat"],
    ["--practice"],
    ["--benchmark", "anywhere"],
  ])("is not for %s %s", async (...options) => {
    const { status, stderr } = await run("--conversations", ...options);
    expect([status, stderr]).toEqual([2, expect.stringContaining("cannot be used with option")]);
  });
});
