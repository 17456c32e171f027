import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, utimes } from "node:fs/promises";
import { expect, test } from "vitest";
import { whileLocked } from "../../src/index/build-lock.ts";
import { layoutOf } from "../../src/index/layout.ts";
import { isLockHeld } from "../../src/index/lock-folder.ts";
import { makeFolder } from "../support/corpus.ts";
import { makeGate } from "../support/gate.ts";
import { PROJECT } from "../support/scripts.ts";

/** A process that takes the lock and is killed while it holds it. */
async function killHolder(indexDir: string): Promise<void> {
  const program = `
    import { whileLocked } from "./src/index/build-lock.ts";
    setInterval(() => {}, 1000);
    await whileLocked(process.argv[1], 0, () => { process.stdout.write("held"); return new Promise(() => {}); });`;
  const args = ["--import", "tsx", "--input-type=module", "-e", program, indexDir];
  const child = spawn(process.execPath, args, { cwd: PROJECT, stdio: ["ignore", "pipe", "inherit"] });
  await once(child.stdout, "data");
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
}

test("the lock of a process that was killed is taken at once, and nothing of it stays", async () => {
  const indexDir = await makeFolder();
  await killHolder(indexDir);
  expect(await readdir(indexDir)).toEqual(["build.lock", "generations"]);
  expect(await isLockHeld(layoutOf(indexDir).lock)).toBe(false);
  expect(await whileLocked(indexDir, 0, async () => "done")).toBe("done");
  expect(await readdir(indexDir)).toEqual(["generations"]);
});

test("of many who find such a lock, one at a time has it", async () => {
  const indexDir = await makeFolder();
  await killHolder(indexDir);
  let inside = 0;
  const each = Array.from({ length: 8 }, () =>
    whileLocked(indexDir, 60_000, async () => {
      expect(++inside).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 5));
      inside--;
    }),
  );
  await Promise.all(each);
  expect(await readdir(indexDir)).toEqual(["generations"]);
});

test("a lock that lives keeps others out, and is known as held", async () => {
  const indexDir = await makeFolder();
  const gate = makeGate();
  const inside = makeGate();
  const holding = whileLocked(indexDir, 0, () => {
    inside.open();
    return gate.opened;
  });
  await inside.opened;
  expect(await isLockHeld(layoutOf(indexDir).lock)).toBe(true);
  await expect(whileLocked(indexDir, 0, async () => {})).rejects.toThrow("Another build is under way");
  gate.open();
  await holding;
  expect(await isLockHeld(layoutOf(indexDir).lock)).toBe(false);
});

test("a lock of another machine is respected until nobody has renewed it for long", async () => {
  const indexDir = await makeFolder();
  const { lock } = layoutOf(indexDir);
  await mkdir(`${lock}/holder-ffffffffffff-1-0123456789abcdef`, { recursive: true });
  await expect(whileLocked(indexDir, 0, async () => {})).rejects.toThrow("Another build is under way");
  const longAgo = new Date(Date.now() - 60_000);
  await utimes(lock, longAgo, longAgo);
  expect(await whileLocked(indexDir, 0, async () => "done")).toBe("done");
  expect(await readdir(indexDir)).toEqual(["generations"]);
});
