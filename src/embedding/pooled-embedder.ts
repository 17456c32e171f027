import { availableParallelism } from "node:os";
// The runtime's native add-on is unloaded with the last thread that has it, under what still computes; this thread
// outlives the others.
import "@xenova/transformers";
import { Tinypool } from "tinypool";
import { z } from "zod";
import { embedApart } from "./embed-apart.ts";
import type { Embedder } from "./embedder.ts";
import type { EmbeddingResult, EmbeddingTask } from "./embedding-worker.ts";
import type { EmbedderOptions } from "./local-embedder.ts";

/** Each thread holds the model once: more than these would cost memory for little speed. */
const MOST_THREADS = 4;
/** Texts a message to a thread: enough that the message costs little, few enough that all threads have work. */
const TEXTS_A_TASK = 8;

const resultSchema: z.ZodType<EmbeddingResult> = z.object({
  model: z.object({ name: z.string(), sha256: z.string(), dimension: z.number() }),
  vectors: z.array(z.instanceof(Float32Array)),
});

/**
 * Loads an embedding model into threads of its own. They do not keep the process alive.
 * @throws with one clear sentence when the model is missing or cannot be loaded
 */
export async function loadPooledEmbedder(options: EmbedderOptions): Promise<Embedder> {
  const threads = Math.min(MOST_THREADS, availableParallelism());
  const pool = new Tinypool({
    filename: new URL("./embedding-thread.mjs", import.meta.url).href,
    // A thread that ends takes memory of the runtime's add-on with it that the others still use: none ends when idle.
    minThreads: threads,
    maxThreads: threads,
  });
  const run = async (kind: EmbeddingTask["kind"], texts: readonly string[]): Promise<EmbeddingResult> =>
    resultSchema.parse(await pool.run({ options, kind, texts } satisfies EmbeddingTask));
  const { model } = await run("passage", []);
  const embedPassages = async (texts: readonly string[]): Promise<Float32Array[]> => {
    const tasks: Promise<EmbeddingResult>[] = [];
    for (let at = 0; at < texts.length; at += TEXTS_A_TASK) {
      tasks.push(run("passage", texts.slice(at, at + TEXTS_A_TASK)));
    }
    return (await Promise.all(tasks)).flatMap(({ vectors }) => vectors);
  };
  return {
    model,
    atOnce: threads,
    async embedQuestion(text) {
      const [vector] = (await run("question", [text])).vectors;
      if (!vector) throw new RangeError("The embedding thread gave no vector.");
      return vector;
    },
    embedPassages,
    embedWithSentences: (passages) => embedApart(embedPassages, passages),
  };
}
