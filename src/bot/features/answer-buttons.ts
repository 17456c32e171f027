import { Composer } from "grammy";
import type { KeptAnswer } from "../../store/answers.ts";
import type { Votes } from "../../store/votes.ts";
import type { Answering } from "../answering.ts";
import { type Press, readPress } from "../callback-data.ts";
import type { BotContext } from "../context.ts";

export interface AnswerButtonsParts {
  readonly answering: Answering;
  readonly votes: Votes;
}

/** The buttons below an answer: ◀ ▶, what stands around the quote, 👍 👎, and topics to ask about. */
export function createAnswerButtons({ answering, votes }: AnswerButtonsParts): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.on("callback_query:data", async (ctx, next) => {
    const press = readPress(ctx.callbackQuery.data);
    if (press?.kind === "nothing") return ctx.acknowledge();
    if (!press || !("answer" in press)) return next();
    const kept = answering.findPressed(ctx, press.answer);
    if (!kept) return next();
    if (press.kind === "show") {
      await ctx.acknowledge();
      return answering.show(ctx, kept, press);
    }
    if (press.kind === "vote") {
      await vote(ctx, kept, press);
      return answering.showVotes(ctx, kept, press);
    }
    const topic = kept.topics[press.topic];
    if (topic === undefined) return next();
    await ctx.acknowledge();
    await answering.answer(ctx, { question: topic, messageId: null, previousQuestion: null });
  });

  async function vote(ctx: BotContext, kept: KeptAnswer, press: Press & { kind: "vote" }): Promise<void> {
    if (!ctx.from) return;
    const quote = await answering.findQuote(kept, press.page);
    const stands = votes.cast({
      answerId: kept.id,
      personId: ctx.from.id,
      vote: press.vote,
      passage: quote ? { articleId: quote.article.id, start: quote.start } : null,
    });
    await ctx.acknowledge(ctx.speaker.say(stands === null ? "vote-withdrawn" : "vote-counted"));
  }
  return composer;
}
