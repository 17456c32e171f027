import { setImmediate } from "node:timers/promises";
import type { Logger } from "../logger.ts";
import { type Messages, type Speaker, speak } from "../messages/load-messages.ts";
import type { Answer, Quote, Search } from "../search/answer.ts";
import type { KeptAnswer } from "../store/answers.ts";
import type { Store } from "../store/open-store.ts";
import type { Activity } from "./activity.ts";
import { nameAnswer, type View } from "./callback-data.ts";
import type { BotContext } from "./context.ts";
import { isGone } from "./errors.ts";
import { createAnswerKeyboard } from "./keyboards/answer.ts";
import { MAX_GROUP_QUOTE_LENGTH, renderAnswer } from "./rendering/answer.ts";
import { choosePage, listPages } from "./rendering/pages.ts";
import { editPressed, replyHtml, unlessUnchanged } from "./reply.ts";

export interface AnsweringParts {
  readonly search: Search;
  readonly store: Pick<Store, "answers" | "votes">;
  readonly messages: Messages;
  readonly logger: Logger;
  readonly activity: Activity;
}

/** A question to answer. */
export interface Question {
  readonly question: string;
  /** The message to reply to, whose edits change the answer; `null`: the question came from a button. */
  readonly messageId: number | null;
  readonly previousQuestion: string | null;
}

/** A page of an answer, as it is on the screen. */
export interface Page {
  readonly page: number;
  readonly view: View;
}

const FIRST_PAGE: Page = { page: 0, view: "quote" };

/**
 * Answers questions, and shows the answers again: the one way in which all features do it.
 *
 * What was quoted is kept nowhere. A button searches its question again, which takes milliseconds, so that it shows
 * the articles as they are now, and works after a restart.
 */
export interface Answering {
  /** Answers a question with a new message. */
  answer(ctx: BotContext, question: Question): Promise<void>;
  /** Answers a question that was changed, in the place of the earlier answer; where that is gone, with a new message. */
  correct(
    ctx: BotContext,
    kept: KeptAnswer,
    question: Pick<Question, "question" | "previousQuestion">,
  ): Promise<void>;
  /** The answer whose button was pressed; `undefined` when it is forgotten, or its name made up. */
  findPressed(ctx: BotContext, name: string): KeptAnswer | undefined;
  /** Shows a page in the place of the message whose button was pressed. */
  show(ctx: BotContext, kept: KeptAnswer, page: Page): Promise<void>;
  /** Brings the counts of votes below an answer up to date. */
  showVotes(ctx: BotContext, kept: KeptAnswer, page: Page): Promise<void>;
  /** The quote that is on a page now; `undefined` when there is none. */
  findQuote(kept: KeptAnswer, page: number): Promise<Quote | undefined>;
}

export function createAnswering(parts: AnsweringParts): Answering {
  const { search, messages, logger, activity } = parts;
  const { answers, votes } = parts.store;

  function find({
    question,
    previousQuestion,
  }: Pick<KeptAnswer, "question" | "previousQuestion">): Promise<Answer> {
    return search.search(question, previousQuestion === null ? {} : { previousQuestion });
  }

  function voice(kept: KeptAnswer): Speaker {
    return speak(messages, kept.language);
  }

  async function ask(ctx: BotContext, question: Question, began: number): Promise<Answer> {
    showTyping(ctx, logger);
    // Searching keeps the processor busy; this lets the request above leave first.
    await setImmediate();
    const found = await find(question);
    logger.info(
      {
        update: ctx.update.update_id,
        outcome: found.outcome,
        milliseconds: Math.round(performance.now() - began),
      },
      "a question was asked",
    );
    return found;
  }

  /** A full or broken disk costs an answer its buttons, not the person the answer. Says whether the work was done. */
  function keep(ctx: BotContext, work: () => void): boolean {
    try {
      work();
      return true;
    } catch (error) {
      logger.error({ update: ctx.update.update_id, err: error }, "an answer could not be kept");
      return false;
    }
  }

  /** The answer that was kept, and could not be sent: for want of Telegram, or because the process was killed. */
  function findUnsent(ctx: BotContext, { messageId }: Question): KeptAnswer | undefined {
    let unsent: KeptAnswer | undefined;
    keep(ctx, () => {
      const kept = messageId === null ? undefined : answers.findByQuestion(ctx.chatId ?? 0, messageId);
      if (kept?.answerMessageId === null && kept.personId === ctx.from?.id) unsent = kept;
    });
    return unsent;
  }

  function render(
    ctx: BotContext,
    kept: KeptAnswer,
    found: Answer,
    { page, view }: Page,
    isKept: boolean = true,
  ) {
    const quote = listPages(found)[choosePage(found, page)];
    const surroundings =
      view === "context" && quote ? search.surroundings(quote.article.id, quote.start) : null;
    // Without a name for the answer there are no buttons to press for its topics.
    const shown = isKept ? found : { ...found, topics: [] };
    const html = renderAnswer(shown, voice(kept), {
      page,
      surroundings,
      showQuestion: kept.questionMessageId === null,
      ...(ctx.chat?.type !== "private" && view === "quote" && { maxQuoteLength: MAX_GROUP_QUOTE_LENGTH }),
    });
    const keyboard = createAnswerKeyboard(shown, voice(kept), {
      name: isKept ? kept.id : null,
      page,
      view: surroundings ? "context" : "quote",
      ...(isKept && { tally: votes.tally(kept.id) }),
    });
    return { html, keyboard };
  }

  return {
    async answer(ctx, question) {
      const began = performance.now();
      const found = await ask(ctx, question, began);
      const kept: KeptAnswer = {
        id: findUnsent(ctx, question)?.id ?? nameAnswer(),
        chatId: ctx.chatId ?? 0,
        personId: ctx.from?.id ?? 0,
        questionMessageId: question.messageId,
        answerMessageId: null,
        language: ctx.speaker.language,
        question: question.question,
        previousQuestion: found.context,
        outcome: found.outcome,
        confidence: found.confidence,
        topics: [...found.topics],
        askedAt: Date.now(),
      };
      const isKept = keep(ctx, () => answers.keep(kept));
      const { html, keyboard } = render(ctx, kept, found, FIRST_PAGE, isKept);
      const sent = await replyHtml(ctx, html, { keyboard, to: question.messageId });
      if (isKept) keep(ctx, () => answers.place(kept.id, sent.message_id));
      activity.questionAnswered(found, performance.now() - began);
    },
    async correct(ctx, kept, { question, previousQuestion }) {
      const began = performance.now();
      const found = await ask(ctx, { question, previousQuestion, messageId: kept.questionMessageId }, began);
      const corrected = { ...kept, question, previousQuestion: found.context };
      const isKept = keep(ctx, () => {
        votes.clear(kept.id);
        answers.keep({
          ...corrected,
          outcome: found.outcome,
          confidence: found.confidence,
          topics: [...found.topics],
        });
      });
      const { html, keyboard } = render(ctx, corrected, found, FIRST_PAGE, isKept);
      const placed = await replace(ctx, kept, html.source, keyboard);
      if (!placed) {
        const sent = await replyHtml(ctx, html, { keyboard, to: kept.questionMessageId });
        if (isKept) keep(ctx, () => answers.place(kept.id, sent.message_id));
      }
      activity.questionAnswered(found, performance.now() - began);
    },
    findPressed(ctx, name) {
      const kept = answers.find(name);
      return kept?.chatId === ctx.chatId ? kept : undefined;
    },
    async show(ctx, kept, page) {
      const { html, keyboard } = render(ctx, kept, await find(kept), page);
      await editPressed(ctx, html, keyboard);
    },
    async showVotes(ctx, kept, page) {
      const { keyboard } = render(ctx, kept, await find(kept), page);
      if (keyboard) await unlessUnchanged(ctx.editMessageReplyMarkup({ reply_markup: keyboard }));
    },
    async findQuote(kept, page) {
      const found = await find(kept);
      return listPages(found)[choosePage(found, page)];
    },
  };
}

/** Puts a new answer in the place of an earlier one; `false` when that is gone. */
async function replace(
  ctx: BotContext,
  { chatId, answerMessageId }: KeptAnswer,
  source: string,
  keyboard: ReturnType<typeof createAnswerKeyboard>,
): Promise<boolean> {
  if (answerMessageId === null) return false;
  try {
    await unlessUnchanged(
      ctx.api.editMessageText(chatId, answerMessageId, source, {
        parse_mode: "HTML",
        link_preview_options: { is_disabled: true },
        ...(keyboard && { reply_markup: keyboard }),
      }),
    );
    return true;
  } catch (error) {
    if (isGone(error)) return false;
    throw error;
  }
}

/** Shows "typing…" without waiting for it: an answer must not be late, or lost, because of an ornament. */
function showTyping(ctx: BotContext, logger: Logger): void {
  ctx.replyWithChatAction("typing").catch((error: unknown) => {
    logger.debug({ err: error, update: ctx.update.update_id }, "typing could not be shown");
  });
}
