import { sequentialize } from "@grammyjs/runner";
import { Bot } from "grammy";
import type { UserFromGetMe } from "grammy/types";
import type { BotConfig } from "../config.ts";
import type { Logger } from "../logger.ts";
import type { Messages } from "../messages/load-messages.ts";
import type { Search } from "../search/answer.ts";
import { hardenApi } from "./api/harden-api.ts";
import { CALL_LIMIT_SECONDS } from "./api/limits.ts";
import type { BotContext } from "./context.ts";
import { chooseExamples } from "./examples.ts";
import { createAsk } from "./features/ask.ts";
import { createHelp } from "./features/help.ts";
import { createHints } from "./features/hints.ts";
import { createSources } from "./features/sources.ts";
import { acknowledgePresses } from "./middlewares/acknowledge-presses.ts";
import { catchErrors } from "./middlewares/catch-errors.ts";
import { limitRate } from "./middlewares/limit-rate.ts";
import { speakLanguage } from "./middlewares/speak-language.ts";

export interface BotParts {
  readonly config: BotConfig;
  readonly logger: Logger;
  readonly search: Search;
  readonly messages: Messages;
  /** Who the bot is, from `connectToTelegram`. */
  readonly botInfo: UserFromGetMe;
}

/**
 * Puts the bot together. It does nothing until updates come, by `startPolling` or otherwise.
 *
 * The order of the middlewares matters: errors are caught around everything; a press is acknowledged even when its
 * sender is too fast; who is too fast is turned away before waiting in line for their own chat.
 */
export async function createBot(parts: BotParts): Promise<Bot<BotContext>> {
  const { config, logger, search, messages, botInfo } = parts;
  const bot = new Bot<BotContext>(config.botToken, {
    botInfo,
    client: { apiRoot: config.telegramApiRoot, timeoutSeconds: CALL_LIMIT_SECONDS },
  });
  hardenApi(bot.api);
  const examples = await chooseExamples(search, messages, logger);

  bot.use(speakLanguage(messages, config.defaultLanguage));
  bot.use(catchErrors(logger));
  bot.use(acknowledgePresses(logger));
  // Groups get no answer yet: there, most messages are not for the bot.
  const people = bot.chatType("private");
  people.use(limitRate(config.rateLimitPerMinute, logger));
  people.use(sequentialize((ctx) => String(ctx.chat.id)));
  people.use(createHelp(examples));
  people.use(createSources(search));
  people.use(createAsk({ search, examples, logger }));
  people.use(createHints());
  return bot;
}
