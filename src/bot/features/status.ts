import { Composer } from "grammy";
import type { Activity } from "../activity.ts";
import type { BotContext } from "../context.ts";
import type { ReadIndexFacts } from "../corpus.ts";
import { renderStatus } from "../rendering/status.ts";
import { replyHtml } from "../reply.ts";

export interface StatusParts {
  readonly activity: Activity;
  readonly readIndexFacts: ReadIndexFacts;
  readonly adminIds: ReadonlySet<number>;
}

/** `/status`, for the operators; to everybody else it is a command that does not exist. */
export function createStatus({ activity, readIndexFacts, adminIds }: StatusParts): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer
    .filter((ctx) => ctx.from !== undefined && adminIds.has(ctx.from.id))
    .command("status", (ctx) =>
      replyHtml(ctx, renderStatus(activity.summarise(), readIndexFacts(), Date.now(), ctx.speaker)),
    );
  return composer;
}
