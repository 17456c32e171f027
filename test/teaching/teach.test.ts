import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCommand } from "../../src/cli/command-line.ts";
import { BUNDLED_MODEL, findWeights, locateModel } from "../../src/embedding/model-files.ts";
import { loadStaticEmbedder } from "../../src/embedding/static-embedder.ts";
import { StaticTokenizer } from "../../src/embedding/static-tokenizer.ts";
import { readTokenTable } from "../../src/embedding/token-table.ts";
import { readUnigram } from "../../src/embedding/unigram-description.ts";
import { type Losses, type StaticModel, teach } from "../../src/teaching/teach.ts";
import { teachModel } from "../../src/teaching/teach-command.ts";
import { writeRows } from "../../src/teaching/write-rows.ts";
import { makeTerminal } from "../support/terminal.ts";

const location = locateModel(BUNDLED_MODEL);
let bytes: Buffer;
let model: StaticModel;
beforeAll(async () => {
  bytes = await readFile((await findWeights(location)) ?? "");
  const [table, description] = [readTokenTable(bytes), await readUnigram(join(location.root, location.name))];
  const tokenizer = description && StaticTokenizer.create(description);
  if (!table || !description || !tokenizer) throw new Error("The bundled model is no static one.");
  model = { table, tokenizer, description };
});

describe("writeRows", () => {
  test("changes the rows it is given, to the nearest of 255 levels, and no other", () => {
    const row = Float32Array.from({ length: model.table.dimension }, (_, at) => Math.sin(at));
    const written = readTokenTable(writeRows(bytes, new Map([[700, row]])));
    const read = written?.sum([700]) ?? new Float32Array();
    expect(read).toHaveLength(row.length);
    for (const [at, value] of row.entries()) expect(Math.abs(value - (read[at] ?? 0))).toBeLessThan(1 / 127);
    for (const other of [0, 699, 701, model.table.count - 1])
      expect(written?.sum([other])).toEqual(model.table.sum([other]));
  });

  test("leaves the bytes that it is given alone", () => {
    const before = Buffer.from(bytes);
    writeRows(bytes, new Map([[3, new Float32Array(model.table.dimension)]]));
    expect(bytes.equals(before)).toBe(true);
  });

  test("refuses what holds no table", () => {
    expect(() => writeRows(Buffer.alloc(0), new Map())).toThrow("not those of a static model");
  });
});

describe("teach", () => {
  const lessons = {
    sayings: [
      { say: ["xe ôm chở khách"], mean: ["vận tải hành khách bằng mô tô"] },
      { say: ["lò bánh mì"], mean: ["cơ sở sản xuất thực phẩm"] },
      { say: ["trả góp lãi cao"], mean: ["cho vay tiêu dùng"] },
    ],
    stories: [],
  };
  const counts = { sayings: 3, stories: 2, excerpts: 2, foldings: 1 };

  test("lowers what the lessons cost, and moves only the tokens that they hold", () => {
    const told: Losses[] = [];
    const moved = teach(model, lessons, {
      steps: 10,
      seed: 1,
      counts,
      onStep: (_, losses) => told.push(losses),
    });
    expect(told).toHaveLength(10);
    expect(told.at(-1)?.sayings).toBeLessThan(told[0]?.sayings ?? 0);
    for (const token of model.tokenizer.tokenize("xe ôm chở khách")) expect(moved.has(token)).toBe(true);
    expect(moved.size).toBeLessThan(1_000);
  });

  test("teaches the same with the same seed", () => {
    const run = () => teach(model, lessons, { steps: 2, seed: 7, counts });
    expect(run()).toEqual(run());
  });
});

describe("npm run teach", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "teach-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function run(...argv: string[]) {
    const terminal = makeTerminal({ isTTY: false });
    const status = await runCommand((surroundings) => teachModel(argv, surroundings), terminal);
    return { status, stdout: terminal.stdout.text, stderr: terminal.stderr.text };
  }

  test("writes a model that can be loaded beside the one it was made of", async () => {
    const { stdout, status } = await run(BUNDLED_MODEL, join(folder, "taught"), "--steps", "1");
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^\d+ sayings, \d+ stories\nstep 1 of 1: sayings \d\.\d{3}, stories \d\.\d{3}, .* nats a pair\n/,
    );
    const taught = await loadStaticEmbedder({ root: folder, name: "taught" });
    const before = await loadStaticEmbedder(location);
    expect(taught?.model.dimension).toBe(before?.model.dimension);
    expect(taught?.model.sha256).not.toBe(before?.model.sha256);
  });

  test("writes over nothing", async () => {
    const { stderr, status } = await run(BUNDLED_MODEL, folder);
    expect([status, stderr]).toEqual([1, `"${folder}" exists already; name a folder that does not.\n`]);
  });

  test("says so when there is no static model to begin with", async () => {
    const { stderr, status } = await run(folder, join(folder, "other"));
    expect([status, stderr]).toEqual([1, `"${folder}" holds no static model; name the folder of one.\n`]);
  });
});
