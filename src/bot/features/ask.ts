import { setImmediate } from "node:timers/promises";
import { Composer } from "grammy";
import type { Logger } from "../../logger.ts";
import type { Search } from "../../search/answer.ts";
import type { BotContext } from "../context.ts";
import type { Examples } from "../examples.ts";
import { type AnswerRenderingOptions, renderAnswer } from "../rendering/answer.ts";
import { replyHtml, replyMessage } from "../reply.ts";

export interface AskParts {
  readonly search: Search;
  readonly examples: Examples;
  readonly logger: Logger;
}

/**
 * The heart of the bot: any text is a question, and so are the caption of a photo and the press of an example. Must
 * come after the features that have commands.
 */
export function createAsk({ search, examples, logger }: AskParts): Composer<BotContext> {
  const composer = new Composer<BotContext>();

  async function answer(ctx: BotContext, question: string, options?: AnswerRenderingOptions): Promise<void> {
    showTyping(ctx, logger);
    // Searching keeps the processor busy; this lets the request above leave first.
    await setImmediate();
    const found = await search.search(question);
    logger.info(
      { update: ctx.update.update_id, answered: found.answered, milliseconds: Math.round(found.elapsedMs) },
      "a question was asked",
    );
    await replyHtml(ctx, renderAnswer(found, ctx.speaker, options));
  }

  composer.on("message:text").filter(
    (ctx) => !ctx.entities("bot_command").some((entity) => entity.offset === 0),
    (ctx) => answer(ctx, ctx.message.text),
  );
  // The words under somebody else's picture are not the question of the person who passes it on.
  composer.on("message:caption").filter(
    (ctx) => ctx.message.forward_origin === undefined,
    (ctx) => answer(ctx, ctx.message.caption),
  );
  // A press has no message of the person to reply to, so the answer shows the question.
  composer.on("callback_query:data", async (ctx) => {
    const question = examples.find(ctx.callbackQuery.data);
    await (question === undefined
      ? replyMessage(ctx, "hint-button")
      : answer(ctx, question, { showQuestion: true }));
  });
  return composer;
}

/** Shows "typing…" without waiting for it: an answer must not be late, or lost, because of an ornament. */
function showTyping(ctx: BotContext, logger: Logger): void {
  ctx.replyWithChatAction("typing").catch((error: unknown) => {
    logger.debug({ err: error, update: ctx.update.update_id }, "typing could not be shown");
  });
}
