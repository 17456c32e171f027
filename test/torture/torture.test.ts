import { expect, test, vi } from "vitest";
import { runCommand } from "../../src/cli/command-line.ts";
import { createRandom } from "../../src/evaluation/random.ts";
import { damageIndex } from "../../src/torture/damage-index.ts";
import { fillDisk } from "../../src/torture/fill-disk.ts";
import { killBuilds } from "../../src/torture/kill-builds.ts";
import { countFaults } from "../../src/torture/render-torture.ts";
import { torture } from "../../src/torture/torture-command.ts";
import { loadBundledEmbedder } from "../support/embedders.ts";
import { makeTerminal } from "../support/terminal.ts";

// A short version of `npm run torture`; it starts many processes, which a busy machine does slowly.
vi.setConfig({ testTimeout: 180_000 });

test("a killed build loses nothing, at any moment and right before its renames, and the next one works", async () => {
  const kill = await killBuilds(await loadBundledEmbedder(), {
    moments: 1,
    changes: "renames",
    passages: 20,
    random: createRandom(1),
  });
  expect(kill).toMatchObject({ lost: 0, nextFailed: 0, aborted: 0 });
  expect(kill.killedBeforeChange).toBe(4);
});

test("a full disk is told in one sentence, and loses nothing", async () => {
  const disk = await fillDisk(await loadBundledEmbedder(), { each: 1, passages: 20 });
  expect(disk).toMatchObject({ injected: 1, limited: 1, unclear: 0, aborted: 0, lost: 0, nextFailed: 0 });
});

test("of a damaged index the newest whole generation answers, or one sentence says what to do", async () => {
  const damage = await damageIndex(await loadBundledEmbedder(), {
    places: 1,
    passages: 20,
    random: createRandom(2),
    asks: 0,
  });
  expect(damage).toMatchObject({ aborted: [], lost: [], servedDamaged: [], unclear: [] });
  expect(damage.served + damage.refused).toBe(damage.tried);
  expect(damage.refused).toBeGreaterThan(10);
});

test("no question fails while generations are swapped in, and each is seen; npm run torture says so", async () => {
  const terminal = makeTerminal({ isTTY: false });
  const argv = ["--only", "swap", "--swaps", "2", "--passages", "20", "--rate", "50"];
  expect(await runCommand((surroundings) => torture(argv, surroundings), terminal)).toBe(0);
  expect(terminal.stdout.text).toMatch(/^generations swapped in, of 20 passages +2\n/);
  expect(terminal.stdout.text).toMatch(/ {2}questions failed +0\n/);
  const wrong = makeTerminal({ isTTY: false });
  expect(await runCommand((surroundings) => torture(["--only", "x"], surroundings), wrong)).toBe(2);
});

test("faults are counted over all parts", () => {
  const kill = {
    killed: 1,
    killedBeforeChange: 1,
    cameTooLate: 0,
    buildMs: 1,
    lost: 1,
    nextFailed: 2,
    aborted: 3,
  };
  expect(countFaults({ kill })).toBe(6);
  expect(countFaults({})).toBe(0);
});
