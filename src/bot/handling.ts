import type { Bot } from "grammy";
import type { Update } from "grammy/types";
import { z } from "zod";
import type { Logger } from "../logger.ts";
import type { Inbox } from "../store/inbox.ts";
import { thinBacklog } from "./backlog.ts";
import type { BotContext } from "./context.ts";
import { isUnreached, readFloodWait } from "./errors.ts";

/**
 * Gives updates to the bot so that each is handled once, however often Telegram delivers it, and also when the process
 * was killed over it: what arrives is written down before Telegram is told that it has arrived.
 */
export interface Handling {
  /** Writes updates down. Gives those that have not arrived before. */
  receive(updates: readonly Update[]): Update[];
  /**
   * Has the bot handle an update that was received. Never rejects. One that failed because Telegram could not be
   * reached is postponed: tried again later, for an hour, and after a restart.
   */
  handle(update: Update): Promise<void>;
  /** Thins what has piled up, here too, gives up what others have taken the place of, and gives the rest. */
  thin(updates: readonly Update[]): Update[];
  /** What was received in an earlier life and never finished. */
  readonly leftovers: readonly Update[];
  /** Settles when nothing is in hand any more, and from then on tries nothing again. */
  settle(): Promise<void>;
}

/** Beyond its number, an update is what Telegram says it is; what is wrong with one is caught where it is handled. */
const updateSchema: z.ZodType<Update> = z.looseObject({ update_id: z.number().int() });

/** Reads an update that came from outside; `undefined` for what is none. */
export function readUpdate(value: unknown): Update | undefined {
  return updateSchema.safeParse(value).data;
}

/** A call has been tried for half a minute by then; people who wait are not helped by waiting much longer. */
const POSTPONE_MS = 10_000;

/** Telegram itself keeps updates for a day, but nobody waits for an answer for longer than this. */
const MAX_POSTPONED_MS = 60 * 60 * 1000;

/** @param postponeMs how long after a failure to reach Telegram an update is tried again */
export function createHandling(
  bot: Bot<BotContext>,
  inbox: Inbox,
  logger: Logger,
  postponeMs = POSTPONE_MS,
): Handling {
  const inHand = new Set<Promise<void>>();
  let postponed: Update[] = [];
  /** When each update that was postponed was first. */
  const waitingSince = new Map<number, number>();
  let timer: NodeJS.Timeout | undefined;

  /** A full disk must not silence the bot: then it goes on without writing down. */
  function attempt<Result>(work: () => Result, otherwise: Result): Result {
    try {
      return work();
    } catch (error) {
      logger.error({ err: error }, "the inbox cannot be used");
      return otherwise;
    }
  }

  function finish({ update_id: id }: Update): void {
    waitingSince.delete(id);
    attempt(() => inbox.finish(id), undefined);
  }

  async function work(update: Update): Promise<void> {
    const { update_id: id } = update;
    if (attempt(() => inbox.begin(id), true)) {
      try {
        await bot.handleUpdate(update);
      } catch (error) {
        if (isUnreached(error) && postpone(update, error)) return;
        // The bot catches its errors itself; this is for what fails around it.
        logger.error({ update: id, err: error }, "an update failed outside of the bot");
      }
    } else {
      logger.error({ update: id }, "an update that was never finished is given up");
    }
    finish(update);
  }

  /** Says whether the update is kept for later. */
  function postpone(update: Update, error: unknown): boolean {
    const { update_id: id } = update;
    const since = waitingSince.get(id) ?? Date.now();
    if (Date.now() - since > MAX_POSTPONED_MS) return false;
    waitingSince.set(id, since);
    attempt(() => inbox.postpone(id), undefined);
    postponed.push(update);
    if (timer === undefined) {
      logger.warn({ update: id, err: error }, "an answer cannot be sent; trying again until it can");
      timer = setTimeout(tryAgain, Math.max(postponeMs, readFloodWait(error)));
    }
    return true;
  }

  function tryAgain(): void {
    for (const update of thin([])) void handle(update);
  }

  function thin(updates: readonly Update[]): Update[] {
    clearTimeout(timer);
    timer = undefined;
    const waiting = [...postponed, ...updates].sort((one, other) => one.update_id - other.update_id);
    postponed = [];
    const { kept, dropped } = thinBacklog(waiting, Date.now());
    for (const update of dropped) finish(update);
    if (dropped.length > 0) {
      logger.info({ kept: kept.length, dropped: dropped.length }, "of what piled up, the latest is answered");
    }
    return kept;
  }

  async function handle(update: Update): Promise<void> {
    const task = work(update);
    inHand.add(task);
    await task;
    inHand.delete(task);
  }

  return {
    receive(updates) {
      const arrivals = updates.map((update) => ({
        id: update.update_id,
        body: JSON.stringify(update),
        update,
      }));
      return attempt(() => inbox.receive(arrivals), arrivals).map(({ update }) => update);
    },
    handle,
    thin,
    leftovers: attempt(() => inbox.pending(), []).flatMap(({ body }) => readUpdate(JSON.parse(body)) ?? []),
    async settle() {
      await Promise.all(inHand);
      clearTimeout(timer);
    },
  };
}
