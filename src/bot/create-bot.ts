import { sequentialize } from "@grammyjs/runner";
import { Bot, type Transformer } from "grammy";
import type { UserFromGetMe } from "grammy/types";
import type { BotConfig } from "../config.ts";
import type { Logger } from "../logger.ts";
import type { Messages } from "../messages/load-messages.ts";
import { createSmallTalk } from "../messages/small-talk.ts";
import type { Search } from "../search/answer.ts";
import type { Store } from "../store/open-store.ts";
import type { Activity } from "./activity.ts";
import { createAnswering } from "./answering.ts";
import { hardenApi } from "./api/harden-api.ts";
import { CALL_LIMIT_SECONDS } from "./api/limits.ts";
import type { BotContext } from "./context.ts";
import type { ReadIndexFacts } from "./corpus.ts";
import { chooseExamples } from "./examples.ts";
import { createAbout, tellAbout } from "./features/about.ts";
import { createAnswerButtons } from "./features/answer-buttons.ts";
import { createAsk } from "./features/ask.ts";
import { createForget } from "./features/forget.ts";
import { createGroups } from "./features/groups.ts";
import { createHelp } from "./features/help.ts";
import { createHints } from "./features/hints.ts";
import { createInline } from "./features/inline.ts";
import { createLanguage } from "./features/language.ts";
import { createSmallTalkReplies } from "./features/small-talk.ts";
import { createSources, listSources } from "./features/sources.ts";
import { createStatus } from "./features/status.ts";
import { acknowledgePresses } from "./middlewares/acknowledge-presses.ts";
import { admit } from "./middlewares/admit.ts";
import { catchErrors } from "./middlewares/catch-errors.ts";
import { countUpdates } from "./middlewares/count-updates.ts";
import { limitRate } from "./middlewares/limit-rate.ts";
import { speakLanguage } from "./middlewares/speak-language.ts";

export interface BotParts {
  readonly config: BotConfig;
  readonly logger: Logger;
  readonly search: Search;
  readonly store: Store;
  readonly messages: Messages;
  readonly activity: Activity;
  /** Who the bot is, from `connectToTelegram`. */
  readonly botInfo: UserFromGetMe;
  readonly readIndexFacts: ReadIndexFacts;
  /** Holds messages back to keep to Telegram's limits; without it, Telegram says when to wait. */
  readonly pacing?: Transformer;
  /** Milliseconds before each further try of a call that failed. Default: half a minute in all. */
  readonly retryDelays?: readonly number[];
  /** The product's version. */
  readonly version: string;
}

/**
 * Puts the bot together. It does nothing until updates come, by `startPolling` or otherwise.
 *
 * The order of the middlewares matters: errors are caught around everything; a press is acknowledged even when its
 * sender is too fast; who is too fast is turned away before waiting in line for their own chat.
 */
export async function createBot(parts: BotParts): Promise<Bot<BotContext>> {
  const { config, logger, search, store, messages, activity, botInfo } = parts;
  const bot = new Bot<BotContext>(config.botToken, {
    botInfo,
    client: { apiRoot: config.telegramApiRoot, timeoutSeconds: CALL_LIMIT_SECONDS },
  });
  if (parts.pacing) bot.api.config.use(parts.pacing);
  hardenApi(bot.api, activity, parts.retryDelays);
  const examples = await chooseExamples(search, messages, logger);
  const answering = createAnswering({ search, store, messages, logger, activity });

  bot.use(countUpdates(activity));
  bot.use(speakLanguage(messages, config.defaultLanguage, store.people, logger));
  bot.use(catchErrors(logger, activity));
  bot.use(acknowledgePresses(logger));
  bot.use(admit(config, store.chats, logger));
  bot.use(limitRate(config.rateLimitPerMinute, logger));
  bot.use(createInline({ search, examples, logger }));
  bot.use(sequentialize((ctx) => String(ctx.chatId ?? ctx.from?.id)));
  bot.use(createGroups(store.chats, logger));

  const doors = new Map<string, (ctx: BotContext) => Promise<void>>([
    ["sources", (ctx) => listSources(ctx, search)],
    ["about", (ctx) => tellAbout(ctx, parts)],
  ]);
  bot.use(createHelp({ examples, answering, doors }));
  bot.use(createSources(search));
  bot.use(createLanguage(messages, store.people));
  bot.use(createAbout(parts));
  bot.use(createStatus({ ...parts, adminIds: config.adminIds }));
  bot.use(createForget(store.people));
  bot.use(createSmallTalkReplies({ recogniseSmallTalk: createSmallTalk(messages), examples }));
  bot.use(createAsk({ answering, answers: store.answers, examples, logger }));
  bot.use(createAnswerButtons({ answering, votes: store.votes }));
  bot.use(createHints());
  return bot;
}
