import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { EmbeddingModel } from "../embedding/embedder.ts";
import type { Generation } from "./generation.ts";
import { FILES, isGenerationName, layoutOf } from "./layout.ts";
import { openGeneration } from "./open-generation.ts";
import { readStart } from "./read-verified.ts";

/** A new generation is to be seen within five seconds, its opening included. */
const DEFAULT_INTERVAL_MS = 1_000;
/** Longer than this is no generation's name, and not worth repeating. */
const LONGEST_NAME = 60;

export interface WatchOptions {
  readonly indexDir: string;
  /** What questions are embedded with: a generation of another model is refused. */
  readonly model: EmbeddingModel;
  /** The name of the generation that is open. */
  readonly live: string;
  /** Is given each new generation, open and verified. */
  readonly onGeneration: (generation: Generation) => void;
  /** Is told, once, of each state of the index folder that cannot be used; the open generation stays. */
  readonly onRefused: (name: string, reason: string) => void;
  readonly intervalMs?: number;
}

/**
 * Looks now and then which generation `current` names, and opens it when it is another than the open one. It
 * asks the file system rather than waiting to be told, because notices of changes are lost on network drives,
 * in containers, and when a file is replaced. What could not be opened is tried again when its files change.
 *
 * @returns stops the watching
 */
export function watchIndex(options: WatchOptions): () => void {
  let { live } = options;
  let refused = "";
  let isStopped = false;
  let timer = setTimeout(look, options.intervalMs ?? DEFAULT_INTERVAL_MS).unref();

  async function look(): Promise<void> {
    const name = await readCurrentVerbatim(options.indexDir);
    if (name === live) refused = "";
    else await tryToOpen(name);
    if (!isStopped) timer = setTimeout(look, options.intervalMs ?? DEFAULT_INTERVAL_MS).unref();
  }

  async function tryToOpen(name: string | null): Promise<void> {
    // Taken before opening: what changes meanwhile is then tried again.
    const state = await describeState(options.indexDir, name);
    if (state === refused) return;
    try {
      const generation = await openNamed(options, name);
      if (isStopped) return generation.dense.close();
      options.onGeneration(generation);
      live = generation.name;
      refused = "";
    } catch (error) {
      refused = state;
      options.onRefused(name ?? "current", error instanceof Error ? error.message : String(error));
    }
  }

  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}

async function openNamed({ indexDir, model }: WatchOptions, name: string | null): Promise<Generation> {
  if (name === null) throw new Error('the file "current" of the index folder cannot be read');
  if (!isGenerationName(name)) throw new Error('the file "current" names no generation');
  return openGeneration(layoutOf(indexDir).generation(name), model);
}

/** What `current` names, perhaps nonsense; `null` when it cannot be read. */
async function readCurrentVerbatim(indexDir: string): Promise<string | null> {
  return readStart(layoutOf(indexDir).current, LONGEST_NAME).then(
    (content) => content.trim(),
    () => null,
  );
}

/** Differs whenever one of the generation's files was changed or replaced. */
async function describeState(indexDir: string, name: string | null): Promise<string> {
  if (name === null || !isGenerationName(name)) return JSON.stringify(name);
  const files = Object.values(FILES).map((file) =>
    stat(join(layoutOf(indexDir).generation(name), file)).then(
      ({ ino, size, mtimeMs }) => `${ino} ${size} ${mtimeMs}`,
      () => "none",
    ),
  );
  return [name, ...(await Promise.all(files))].join("\n");
}
