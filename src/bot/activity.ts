import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { ErrorDescription } from "../logger.ts";
import type { Answer, Outcome } from "../search/answer.ts";

/** An error that was logged, for the operators: what it is and when, nothing of who was asking what. */
export interface LoggedError {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly error: ErrorDescription;
}

/** What the bot has done since its start. */
export interface ActivitySummary {
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly updates: number;
  readonly answers: Readonly<Record<Outcome, number>>;
  readonly errors: number;
  /** Milliseconds from an update's arrival to the answer's arrival at Telegram; `null` before the first answer. */
  readonly medianMs: number | null;
  readonly slowestMs: number | null;
  /** The newest last. */
  readonly lastErrors: readonly LoggedError[];
}

/** Counts what the bot does: for `/status`, and for Prometheus. */
export interface Activity {
  updateArrived(kind: string): void;
  questionAnswered(answer: Answer, milliseconds: number): void;
  updateFailed(error: ErrorDescription): void;
  /** Telegram was, or was not, reached. */
  telegramReached(reached: boolean): void;
  /** When Telegram was last reached, in milliseconds since 1970; `null` when the last try failed. */
  readonly telegramReachedAt: number | null;
  summarise(): ActivitySummary;
  /** Everything counted, in Prometheus' text format. */
  exposeMetrics(): Promise<string>;
}

/** Enough answers for a median that follows the day. */
const MAX_LATENCIES = 500;
const MAX_ERRORS = 5;

/** Seconds: searching takes milliseconds, Telegram tenths, its limits seconds. */
const LATENCY_BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** @param nameGeneration names the generation of the index that answers come from, when it is known. */
export function createActivity(nameGeneration: () => string | null = () => null): Activity {
  const startedAt = Date.now();
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const updates = new Counter({
    name: "bot_updates_total",
    help: "Updates that arrived, by what they are.",
    labelNames: ["kind"],
    registers,
  });
  const outcomes = new Counter({
    name: "bot_answers_total",
    help: "Questions answered, by outcome: answered, related, not-found.",
    labelNames: ["outcome"],
    registers,
  });
  const seconds = new Histogram({
    name: "bot_answer_seconds",
    help: "From the arrival of a question to the arrival of its answer at Telegram.",
    buckets: LATENCY_BUCKETS,
    registers,
  });
  const searchSeconds = new Histogram({
    name: "bot_search_seconds",
    help: "What of that is searching.",
    buckets: LATENCY_BUCKETS,
    registers,
  });
  const failures = new Counter({ name: "bot_errors_total", help: "Updates that failed.", registers });
  const reachable = new Gauge({
    name: "bot_telegram_reachable",
    help: "Whether the last call reached Telegram: 1 or 0.",
    registers,
  });
  new Gauge({
    name: "bot_index_generation",
    help: "1 for the generation of the index that answers come from.",
    labelNames: ["generation"],
    registers,
    collect() {
      this.reset();
      const generation = nameGeneration();
      if (generation !== null) this.set({ generation }, 1);
    },
  });

  const answers: Record<Outcome, number> = { answered: 0, related: 0, "not-found": 0 };
  const latencies: number[] = [];
  const lastErrors: LoggedError[] = [];
  let arrived = 0;
  let failed = 0;
  let telegramReachedAt: number | null = null;
  return {
    updateArrived(kind) {
      arrived++;
      updates.inc({ kind });
    },
    questionAnswered({ outcome, elapsedMs }, milliseconds) {
      answers[outcome]++;
      outcomes.inc({ outcome });
      seconds.observe(milliseconds / 1000);
      searchSeconds.observe(elapsedMs / 1000);
      keepLast(latencies, milliseconds, MAX_LATENCIES);
    },
    updateFailed(error) {
      failed++;
      failures.inc();
      keepLast(lastErrors, { at: Date.now(), error }, MAX_ERRORS);
    },
    telegramReached(reached) {
      telegramReachedAt = reached ? Date.now() : null;
      reachable.set(reached ? 1 : 0);
    },
    get telegramReachedAt() {
      return telegramReachedAt;
    },
    summarise() {
      const sorted = latencies.toSorted((a, b) => a - b);
      return {
        startedAt,
        updates: arrived,
        answers: { ...answers },
        errors: failed,
        medianMs: sorted[Math.floor(sorted.length / 2)] ?? null,
        slowestMs: sorted.at(-1) ?? null,
        lastErrors: [...lastErrors],
      };
    },
    exposeMetrics: () => registry.metrics(),
  };
}

function keepLast<Item>(items: Item[], item: Item, most: number): void {
  items.push(item);
  if (items.length > most) items.shift();
}
