import { Composer } from "grammy";
import type { RecogniseSmallTalk } from "../../messages/small-talk.ts";
import { readCommand, readQuestion } from "../addressing.ts";
import type { BotContext } from "../context.ts";
import type { Examples } from "../examples.ts";
import { replyMessage } from "../reply.ts";
import { greet } from "./help.ts";

export interface SmallTalkParts {
  readonly recogniseSmallTalk: RecogniseSmallTalk;
  readonly examples: Examples;
}

/**
 * Greetings, thanks and questions about the bot: they get a kind word instead of the news that no article answers them.
 * After a command, words are always a question.
 */
export function createSmallTalkReplies(parts: SmallTalkParts): Composer<BotContext> {
  const { recogniseSmallTalk, examples } = parts;
  const composer = new Composer<BotContext>();
  composer.on("message", async (ctx, next) => {
    const asked = readQuestion(ctx.message, ctx.me);
    if (!asked || asked.messageId !== ctx.message.message_id || readCommand(ctx.message, ctx.me))
      return next();
    const isPrivate = ctx.chat.type === "private";
    switch (recogniseSmallTalk(asked.question)) {
      case "greeting":
      case "about-bot":
        return isPrivate ? greet(ctx, examples) : replyMessage(ctx, "group-hello");
      case "thanks":
        return replyMessage(ctx, "thanks-reply");
      case "complaint":
        return replyMessage(ctx, "complaint-reply");
      case "opening":
        return replyMessage(ctx, isPrivate ? "opening-reply" : "ask-usage");
      case "wordless":
        // In a group, a smile below an answer asks for nothing.
        return isPrivate ? replyMessage(ctx, "hint-words") : undefined;
      default:
        return next();
    }
  });
  return composer;
}
