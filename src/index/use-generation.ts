import type { EmbeddingModel } from "../embedding/embedder.ts";
import { whileLocked } from "./build-lock.ts";
import { GenerationError } from "./damage.ts";
import { describeDiskFailure } from "./disk-failure.ts";
import { IndexError, listGenerations, readCurrent } from "./open-generation.ts";
import { makeLive } from "./publish-generation.ts";
import { type GenerationContent, verifyGeneration } from "./survey-index.ts";

/** A generation that was made live. */
export interface UsedGeneration {
  readonly generation: string;
  /** The one that was live before; `null` when `current` named none. */
  readonly before: string | null;
  readonly content: GenerationContent;
}

/**
 * Makes a generation that was kept the live one, back or forth: it is opened and checked first, and a running bot
 * takes it over as it does a new one.
 *
 * @throws IndexError when there is no such generation, or it cannot be used; `current` is then as it was
 */
export async function useGeneration(
  indexDir: string,
  name: string,
  model: EmbeddingModel,
): Promise<UsedGeneration> {
  return whileLocked(indexDir, 0, async (assertHeld) => {
    const before = await readCurrent(indexDir);
    const names = await listGenerations(indexDir);
    if (!names.includes(name)) {
      throw new IndexError(
        `There is no generation "${name}" in "${indexDir}"; there ${listNames(names, before)}`,
      );
    }
    const content = await verifyGeneration(indexDir, name, model).catch((cause: unknown) => {
      if (!(cause instanceof GenerationError)) throw cause;
      const others = names.filter((other) => other !== name);
      throw new IndexError(
        `The generation ${name} cannot be used (${cause.message}); besides it there ${listNames(others, before)}`,
        { cause },
      );
    });
    assertHeld();
    await makeLive(indexDir, name).catch((cause: unknown) => {
      throw describeDiskFailure(indexDir, cause) ?? cause;
    });
    return { generation: name, before, content };
  });
}

function listNames(names: readonly string[], live: string | null): string {
  if (names.length === 0) return "is none; build one with: npm run index";
  return `is ${names.map((name) => (name === live ? `${name} (live)` : name)).join(", ")}`;
}
