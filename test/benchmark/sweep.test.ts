import { describe, expect, test } from "vitest";
import { benchmark } from "../../src/benchmark/benchmark-command.ts";
import { measureRecall, scoreRows } from "../../src/benchmark/recall.ts";
import { runCommand } from "../../src/cli/command-line.ts";
import { makeFolder } from "../support/corpus.ts";
import { makeTerminal } from "../support/terminal.ts";

async function run(...argv: string[]) {
  const terminal = makeTerminal({ isTTY: false });
  const status = await runCommand((surroundings) => benchmark(["--sweep", ...argv], surroundings), terminal);
  return { status, stdout: terminal.stdout.text, stderr: terminal.stderr.text };
}

describe("recall", () => {
  test("is the share of the nearest rows that was found, and any of equal rows will do", () => {
    const cosines = Float32Array.from({ length: 20 }, (_, row) => -row / 20);
    const nearest = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
    expect(measureRecall(cosines, nearest)).toBe(1);
    expect(measureRecall(cosines, [...nearest.slice(0, 9), 19])).toBe(0.9);
    expect(measureRecall(cosines, nearest.slice(0, 4))).toBe(0.4);
    cosines[15] = cosines[9] ?? 0;
    expect(measureRecall(cosines, [...nearest.slice(0, 9), 15])).toBe(1);
    expect(measureRecall(cosines, [0, 0, 0])).toBe(0.1);
    expect(measureRecall(Float32Array.of(0.5, 0.4), [1, 0])).toBe(1);
    expect(measureRecall(new Float32Array(), [])).toBe(1);
  });

  test("looks at every row for what is nearest", () => {
    const rows = Float32Array.of(1, 0, 0.6, 0.8, 0, 1);
    expect(Array.from(scoreRows(rows, Float32Array.of(0, 1)), (cosine) => Number(cosine.toFixed(3)))).toEqual(
      [0, 0.8, 1],
    );
  });
});

describe("the sweep", () => {
  test("sets exact search and graphs beside each other, twice from the same vectors", async () => {
    const folder = await makeFolder();
    const parameters = ["--sizes", "30", "--questions", "5", "--graphs", "4/20", "--keep", folder];
    const first = await run(...parameters);
    expect([first.status, first.stderr]).toEqual([0, "30 made passages…\n"]);
    expect(first.stdout).toMatch(/^exact +30 +1\.000 /m);
    expect(first.stdout).toMatch(/^graph M=4 efC=20 ef=1600 +30 +1\.000 /m);
    expect(first.stdout).toMatch(/^fastest with recall@10 >= 0\.99 at 30 passages: \w+/m);
    const again = await run(...parameters, "--json");
    const rows = again.stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(rows.map(({ kind }) => kind)).toEqual([
      "exact in TypeScript",
      "scan",
      "exact",
      ...Array(5).fill("graph"),
    ]);
    expect(rows[3]).toMatchObject({ passages: 30, graph: { m: 4, efConstruction: 20, efSearch: 100 } });
  });

  test("says what graphs may be", async () => {
    const { status, stderr } = await run("--graphs", "16");
    expect(status).toBe(2);
    expect(stderr).toContain("M/efConstruction");
  });
});
