import type { Bot } from "grammy";
import type { Update } from "grammy/types";
import { z } from "zod";
import type { Logger } from "../logger.ts";
import type { Inbox } from "../store/inbox.ts";
import { thinBacklog } from "./backlog.ts";
import type { BotContext } from "./context.ts";

/**
 * Gives updates to the bot so that each is handled once, however often Telegram delivers it, and also when the process
 * was killed over it: what arrives is written down before Telegram is told that it has arrived.
 */
export interface Handling {
  /** Writes updates down. Gives those that have not arrived before. */
  receive(updates: readonly Update[]): Update[];
  /** Has the bot handle an update that was received. Never rejects. */
  handle(update: Update): Promise<void>;
  /** Thins what has piled up, gives up what others have taken the place of, and gives the rest. */
  thin(updates: readonly Update[]): Update[];
  /** What was received in an earlier life and never finished. */
  readonly leftovers: readonly Update[];
  /** Settles when nothing is in hand any more. */
  settle(): Promise<void>;
}

/** Beyond its number, an update is what Telegram says it is; what is wrong with one is caught where it is handled. */
const updateSchema: z.ZodType<Update> = z.looseObject({ update_id: z.number().int() });

/** Reads an update that came from outside; `undefined` for what is none. */
export function readUpdate(value: unknown): Update | undefined {
  return updateSchema.safeParse(value).data;
}

export function createHandling(bot: Bot<BotContext>, inbox: Inbox, logger: Logger): Handling {
  const inHand = new Set<Promise<void>>();

  /** A full disk must not silence the bot: then it goes on without writing down. */
  function attempt<Result>(work: () => Result, otherwise: Result): Result {
    try {
      return work();
    } catch (error) {
      logger.error({ err: error }, "the inbox cannot be used");
      return otherwise;
    }
  }

  async function work(update: Update): Promise<void> {
    if (attempt(() => inbox.begin(update.update_id), true)) {
      try {
        await bot.handleUpdate(update);
      } catch (error) {
        // The bot catches its errors itself; this is for what fails around it.
        logger.error({ update: update.update_id, err: error }, "an update failed outside of the bot");
      }
    } else {
      logger.error({ update: update.update_id }, "an update that was never finished is given up");
    }
    attempt(() => inbox.finish(update.update_id), undefined);
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
    async handle(update) {
      const task = work(update);
      inHand.add(task);
      await task;
      inHand.delete(task);
    },
    thin(updates) {
      const { kept, dropped } = thinBacklog(updates, Date.now());
      for (const { update_id } of dropped) attempt(() => inbox.finish(update_id), undefined);
      if (dropped.length > 0) {
        logger.info(
          { kept: kept.length, dropped: dropped.length },
          "of what piled up, the latest is answered",
        );
      }
      return kept;
    },
    leftovers: attempt(() => inbox.pending(), []).flatMap(({ body }) => readUpdate(JSON.parse(body)) ?? []),
    async settle() {
      await Promise.all(inHand);
    },
  };
}
