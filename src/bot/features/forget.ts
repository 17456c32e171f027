import { Composer } from "grammy";
import type { People } from "../../store/people.ts";
import type { BotContext } from "../context.ts";
import { replyMessage } from "../reply.ts";

/** `/forget`: deletes what is kept of the person. */
export function createForget(people: People): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.command("forget", async (ctx) => {
    if (!ctx.from) return;
    const forgotten = people.forget(ctx.from.id);
    await replyMessage(ctx, forgotten > 0 ? "forgotten" : "nothing-to-forget");
  });
  return composer;
}
