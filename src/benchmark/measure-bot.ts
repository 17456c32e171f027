import { monitorEventLoopDelay } from "node:perf_hooks";
import { createActivity } from "../bot/activity.ts";
import { createBot } from "../bot/create-bot.ts";
import { startPolling } from "../bot/polling.ts";
import { readBotConfig } from "../config.ts";
import { createLogger } from "../logger.ts";
import { loadMessages } from "../messages/load-messages.ts";
import type { Search } from "../search/answer.ts";
import { IN_MEMORY } from "../store/database.ts";
import { openStore } from "../store/open-store.ts";
import { BENCHMARK_BOT, BENCHMARK_TOKEN, startLoopbackTelegram } from "./loopback-telegram.ts";
import { summarise, type Timing, timeEach } from "./statistics.ts";

/** What the bot adds to the search, and what it bears. */
export interface BotFigures {
  /** From the update to the message, over loopback HTTP, one question at a time. */
  readonly roundTrip: Timing;
  /** The same without the time in `search()`. */
  readonly beyondSearch: Timing;
  /** With all askers asking at once, while the index is swapped. */
  readonly questionsPerSecond: number;
  readonly eventLoopDelayP99: number;
}

/** People who ask at the same moment. */
export const ASKERS = 100;
const ROUNDS = 3;
/** The round in which the index is swapped. */
const SWAPPED_ROUND = 1;
/** How often the event loop's delay is looked at, in milliseconds; itself part of what is seen. */
const RESOLUTION_MS = 1;

/**
 * Runs the whole bot against a Telegram on this machine. Telegram's side shares the process, so it is in all figures.
 * @param swap replaces the index while the askers ask
 */
export async function measureBot(
  search: Search,
  questions: readonly string[],
  swap: () => Promise<void>,
): Promise<BotFigures> {
  const telegram = await startLoopbackTelegram();
  const config = readBotConfig({
    BOT_TOKEN: BENCHMARK_TOKEN,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    RATE_LIMIT_PER_MINUTE: "0",
  });
  const logger = createLogger({
    level: "error",
    botToken: config.botToken,
    destination: { write: (line: string) => void process.stderr.write(line) },
    pretty: false,
  });
  let searching = 0;
  const timed: Search = {
    ...search,
    async search(question, options) {
      const began = performance.now();
      const answer = await search.search(question, options);
      searching += performance.now() - began;
      return answer;
    },
  };
  const store = openStore(IN_MEMORY);
  const activity = createActivity();
  const bot = await createBot({
    config,
    logger,
    search: timed,
    store,
    messages: loadMessages(),
    activity,
    botInfo: BENCHMARK_BOT,
    readIndexFacts: () => null,
    version: "benchmark",
  });
  const running = await startPolling(bot, { config, logger, activity, inbox: store.inbox });
  try {
    const inSearch: number[] = [];
    const warmUp = 20;
    const roundTrips = await timeEach(
      questions,
      async (question) => {
        searching = 0;
        await telegram.ask(question);
        inSearch.push(searching);
      },
      warmUp,
    );
    const beyond = roundTrips.map(
      (total, at) => total - (inSearch[at + Math.min(warmUp, questions.length)] ?? 0),
    );
    return {
      roundTrip: summarise(roundTrips),
      beyondSearch: summarise(beyond),
      ...(await crowd(telegram.ask, questions, swap)),
    };
  } finally {
    await running.stop();
    await telegram.close();
  }
}

async function crowd(
  ask: (question: string) => Promise<void>,
  questions: readonly string[],
  swap: () => Promise<void>,
): Promise<Pick<BotFigures, "questionsPerSecond" | "eventLoopDelayP99">> {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  const began = performance.now();
  for (let round = 0; round < ROUNDS; round++) {
    const answered = Array.from({ length: ASKERS }, (_, asker) => {
      const number = round * ASKERS + asker;
      // With a number of its own no question is answered from memory.
      return ask(`${questions[number % questions.length] ?? ""} ${number}`);
    });
    if (round === SWAPPED_ROUND) await swap();
    await Promise.all(answered);
  }
  const seconds = (performance.now() - began) / 1_000;
  delay.disable();
  return { questionsPerSecond: (ROUNDS * ASKERS) / seconds, eventLoopDelayP99: delay.percentile(99) / 1e6 };
}
