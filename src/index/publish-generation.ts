import { readdir, rename, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { findDamage } from "./check-files.ts";
import { replaceFile, syncPath } from "./durable.ts";
import { layoutOf, PARTIAL } from "./layout.ts";
import { listGenerations } from "./open-generation.ts";

/** The live generation and the one to go back to. */
const KEPT_GENERATIONS = 2;

/** Makes a generation that is complete and synced, still under its temporary name, the live one. */
export async function publishGeneration(indexDir: string, name: string): Promise<void> {
  const layout = layoutOf(indexDir);
  await rename(layout.generation(name) + PARTIAL, layout.generation(name));
  await syncPath(layout.generations);
  await makeLive(indexDir, name);
}

/** Lets `current` name a generation. */
export async function makeLive(indexDir: string, name: string): Promise<void> {
  const { current } = layoutOf(indexDir);
  await replaceFile(current, `${name}\n`).catch((cause: unknown) => {
    if (!(cause instanceof Error && "code" in cause && cause.code === "EISDIR")) throw cause;
    throw new Error(`"${current}" is a folder, where a file should be; remove it, then run again.`, {
      cause,
    });
  });
}

/**
 * Removes the generations that nobody will go back to. Kept are the live one and, of the others, the first that is
 * whole: the one that was live before, else the newest. Damaged ones are of no use and do not count.
 *
 * @param before the generation that was live until now, which after a roll-back is not the newest
 */
export async function pruneGenerations(indexDir: string, before: string | null): Promise<void> {
  const [live, ...others] = await listGenerations(indexDir);
  if (live === undefined) return;
  const layout = layoutOf(indexDir);
  let kept = 1;
  for (const name of others.sort((a, b) => Number(b === before) - Number(a === before))) {
    if (kept < KEPT_GENERATIONS && (await findDamage(layout.generation(name))) === null) kept++;
    else await removeGeneration(layout.generation(name));
  }
}

/** What killed builds left behind; nobody else writes here while the lock is held. */
export async function removeLeftovers(indexDir: string): Promise<void> {
  for (const path of await listLeftovers(indexDir)) await rm(path, { recursive: true, force: true });
}

/** The paths of what a killed build left behind. */
export async function listLeftovers(indexDir: string): Promise<string[]> {
  const { generations, current, lock } = layoutOf(indexDir);
  const isPartOf = (entry: string) =>
    entry.startsWith(`.${basename(current)}.`) || entry.startsWith(`${basename(lock)}.`);
  const entriesOf = (folder: string) => readdir(folder).catch((): string[] => []);
  return [
    ...(await entriesOf(generations))
      .filter((entry) => entry.endsWith(PARTIAL))
      .map((entry) => join(generations, entry)),
    ...(await entriesOf(indexDir)).filter(isPartOf).map((entry) => join(indexDir, entry)),
  ];
}

/** Under another name first: killed in the midst of it, nobody takes what is left for a generation. */
async function removeGeneration(folder: string): Promise<void> {
  try {
    await rename(folder, folder + PARTIAL);
    await rm(folder + PARTIAL, { recursive: true, force: true });
  } catch {
    // What cannot be removed now takes up space until the next build; the new index is live all the same.
  }
}
