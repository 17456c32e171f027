import { fork } from "node:child_process";
import { resolve } from "node:path";
import { z } from "zod";

export const answererTask = z.object({
  indexDir: z.string(),
  articlesDir: z.string(),
  questions: z.array(z.string()),
  perSecond: z.number(),
});
export type AnswererTask = z.infer<typeof answererTask>;

/** When `current` named a generation, and when it was the one that answers; milliseconds since 1970. */
const seenSwap = z.object({ generation: z.string(), publishedAt: z.number(), seenAt: z.number() });
export type SeenSwap = z.infer<typeof seenSwap>;

/** After a full collection of garbage, in bytes. */
const memory = z.object({ rss: z.number(), heap: z.number() });
export type Memory = z.infer<typeof memory>;

const answered = z.object({
  kind: z.literal("answered"),
  perSecond: z.number(),
  questions: z.number(),
  questionsDuringSwaps: z.number(),
  failed: z.number(),
  refused: z.array(z.string()),
  /** The longest wait of a question while a generation was opened and right after, and of all others. */
  longestMs: z.number(),
  longestElsewhereMs: z.number(),
  /** The most that the process itself did while a question waited for it during a swap; `null` where unknown. */
  longestWorkMs: z.number().nullable(),
  swaps: z.array(seenSwap),
});
export type Answered = z.infer<typeof answered>;

const message = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("ready") }),
  z.object({ kind: z.literal("swapped"), generation: z.string(), memory }),
  answered,
]);

/** A process that answers questions all the time. */
export interface Answerer {
  /** Settles when it has taken over the generation, with its memory then. */
  swappedTo(generation: string): Promise<Memory>;
  stop(): Promise<Answered>;
  kill(): void;
}

const PROGRAM = resolve(import.meta.dirname, "answerer.ts");

export async function startAnswerer(task: AnswererTask): Promise<Answerer> {
  const child = fork(PROGRAM, [JSON.stringify(task)], { execArgv: ["--expose-gc", "--import", "tsx"] });
  const swapped = new Map<string, Memory>();
  let final: Answered | undefined;
  let isReady = false;
  let hasEnded = false;
  let look = () => {};
  child.on("message", (sent) => {
    const told = message.parse(sent);
    if (told.kind === "ready") isReady = true;
    else if (told.kind === "swapped") swapped.set(told.generation, told.memory);
    else final = told;
    look();
  });
  child.on("exit", () => {
    hasEnded = true;
    look();
  });
  /** Waits until something is there; whatever is told makes it look again. */
  async function until<T>(find: () => T | undefined): Promise<T> {
    for (;;) {
      const found = find();
      if (found !== undefined) return found;
      if (hasEnded) throw new Error("The process that answers has ended.");
      await new Promise<void>((resolve) => {
        look = resolve;
      });
    }
  }
  await until(() => (isReady ? true : undefined));
  return {
    swappedTo: (generation) => until(() => swapped.get(generation)),
    stop() {
      child.send("stop");
      return until(() => final);
    },
    kill: () => void child.kill("SIGKILL"),
  };
}
