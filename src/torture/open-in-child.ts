import { type ChildProcess, fork } from "node:child_process";
import { resolve } from "node:path";
import { z } from "zod";

export const openRequest = z.object({ articlesDir: z.string(), indexDir: z.string(), question: z.string() });
export type OpenRequest = z.infer<typeof openRequest>;

const reply = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("served"),
    generation: z.string(),
    /** Of the articles and of an answer from them: the same for the same index. */
    fingerprint: z.string(),
    passedOver: z.array(z.string()),
  }),
  /** There was nothing, and an index was built from the articles. */
  z.object({ kind: z.literal("built") }),
  z.object({ kind: z.literal("refused"), message: z.string() }),
]);

/** What came of opening an index folder and asking it: an answer, a sentence, or the end of the process. */
export type Opening =
  | z.infer<typeof reply>
  | { readonly kind: "aborted"; readonly how: string }
  | { readonly kind: "hung" };

/** Opens index folders in another process, which is started anew when one of them ends it. */
export interface Opener {
  open(request: OpenRequest): Promise<Opening>;
  close(): void;
}

const PROGRAM = resolve(import.meta.dirname, "opener.ts");
/** Longer than the slowest opening on a busy machine. */
const PATIENCE_MS = 60_000;

/** @param uid the user whom the process runs as, where only root may choose */
export function startOpener(uid?: number): Opener {
  let child: Promise<ChildProcess> | null = null;

  async function start(): Promise<ChildProcess> {
    const started = fork(PROGRAM, {
      execArgv: ["--import", "tsx"],
      ...(uid === undefined ? {} : { uid, gid: uid }),
    });
    await new Promise((ready, fail) => {
      started.once("message", ready);
      started.once("exit", (code) => fail(new Error(`The opening process ended (${code}) before it began.`)));
    });
    return started;
  }

  return {
    async open(request) {
      child ??= start();
      const running = await child;
      const opening = await ask(running, request);
      if (opening.kind === "aborted" || opening.kind === "hung") {
        running.kill("SIGKILL");
        child = null;
      }
      return opening;
    },
    close() {
      child?.then((running) => running.kill("SIGKILL")).catch(() => {});
    },
  };
}

function ask(running: ChildProcess, request: OpenRequest): Promise<Opening> {
  return new Promise((resolve) => {
    const settle = (opening: Opening) => {
      clearTimeout(timer);
      running.removeAllListeners("message").removeAllListeners("exit");
      resolve(opening);
    };
    const timer = setTimeout(() => settle({ kind: "hung" }), PATIENCE_MS);
    running.once("message", (message) => settle(reply.parse(message)));
    running.once("exit", (code, signal) => settle({ kind: "aborted", how: signal ?? `exit ${code}` }));
    running.send(request);
  });
}
