import { readFileSync, statSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { BUNDLED_MODEL } from "../embedding/model-files.ts";
import { layoutOf } from "../index/layout.ts";
import { loadSearch } from "../search/load-search.ts";
import { type Answered, answererTask, type SeenSwap } from "./answer-in-child.ts";

// A process of its own, started by `startAnswerer`: a bot without Telegram, which answers so many questions a
// second while generations come and go, until it is told to stop, and then says how that went.
const { indexDir, articlesDir, questions, perSecond } = answererTask.parse(JSON.parse(process.argv[2] ?? ""));
/** People do not ask a next question before these are answered; a bot that is behind does not fall further behind. */
const MOST_IN_HAND = 4;
/** How long after a swap a wait is still laid to it. */
const AFTERMATH_MS = 500;
const TICK_MS = 2;

const swaps: SeenSwap[] = [];
const refused: string[] = [];
const search = await loadSearch({
  articlesDir,
  indexDir,
  model: BUNDLED_MODEL,
  allowModelDownload: false,
  follow: {
    onReplaced(generation) {
      const now = Date.now();
      swaps.push({ generation, publishedAt: statSync(layoutOf(indexDir).current).mtimeMs, seenAt: now });
      void tellOfMemory(generation);
    },
    onRefused: (_, reason) => void refused.push(reason),
  },
});

interface Wait {
  readonly began: number;
  readonly ms: number;
  /** What this process itself did meanwhile, whatever else the machine was busy with; NaN where nobody tells. */
  readonly workMs: number;
}
const waits: Wait[] = [];
let failed = 0;
let inHand = 0;
let isOver = false;
let isPaused = false;
let pausedMs = 0;

async function ask(question: string): Promise<void> {
  inHand++;
  const began = performance.now();
  const at = Date.now();
  const work = readWork();
  try {
    const { quotes } = await search.search(question);
    if (quotes.length === 0) failed++;
  } catch {
    failed++;
  }
  waits.push({ began: at, ms: performance.now() - began, workMs: readWork() - work });
  inHand--;
}

/** The processor time of this thread so far, in milliseconds, as Linux tells it. */
function readWork(): number {
  try {
    return Number(readFileSync("/proc/thread-self/schedstat", "utf8").split(" ")[0]) / 1e6;
  } catch {
    return Number.NaN;
  }
}

/** In a pause, for collecting garbage to the last bit holds everything up as nothing does in a bot. */
async function tellOfMemory(generation: string): Promise<void> {
  await sleep(2 * AFTERMATH_MS);
  isPaused = true;
  const pausedSince = performance.now();
  while (inHand > 0) await sleep(TICK_MS);
  process.send?.({ kind: "swapped", generation, memory: measureMemory() });
  pausedMs += performance.now() - pausedSince;
  isPaused = false;
}

function measureMemory() {
  // Twice: what the first finds dead may have held native memory, which is given back by finalisers.
  globalThis.gc?.();
  globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  return { rss, heap: heapUsed + external };
}

process.on("message", () => {
  isOver = true;
});
for (const question of questions) await ask(question);
waits.length = 0;
process.send?.({ kind: "ready" });

const began = performance.now();
let asked = 0;
while (!isOver) {
  const due = ((performance.now() - began - pausedMs) / 1000) * perSecond;
  while (!isPaused && asked < due && inHand < MOST_IN_HAND) {
    void ask(questions[asked++ % questions.length] ?? "");
  }
  await sleep(TICK_MS);
}
const seconds = (performance.now() - began - pausedMs) / 1000;
while (inHand > 0) await sleep(TICK_MS);

const isOfSwap = ({ began: at, ms }: Wait) =>
  swaps.some(({ publishedAt, seenAt }) => at + ms >= publishedAt && at <= seenAt + AFTERMATH_MS);
const longest = (values: readonly { ms: number }[]) => values.reduce((most, { ms }) => Math.max(most, ms), 0);
const ofSwaps = waits.filter(isOfSwap);
const others = waits.filter((wait) => !isOfSwap(wait));
const answered: Answered = {
  kind: "answered",
  perSecond: waits.length / seconds,
  questions: waits.length,
  questionsDuringSwaps: ofSwaps.length,
  failed,
  refused,
  longestMs: longest(ofSwaps),
  longestElsewhereMs: longest(others),
  longestWorkMs: ofSwaps.reduce((most, { workMs }) => Math.max(most, workMs), 0) || null,
  swaps,
};
search.close();
process.send?.(answered, () => process.exit(0));
