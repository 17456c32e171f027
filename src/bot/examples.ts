import { createHash } from "node:crypto";
import type { Logger } from "../logger.ts";
import { LANGUAGES, type Language } from "../messages/language.ts";
import type { Messages } from "../messages/load-messages.ts";
import type { Search } from "../search/answer.ts";

/** The example questions that people can press instead of typing. */
export interface Examples {
  /** The questions of a language that the articles answer. May be none. */
  offered(language: Language): readonly string[];
  /** The question of a button, also of one sent before the articles changed; `undefined` for an unknown one. */
  find(callbackData: string): string | undefined;
}

const PREFIX = "ask:";

/** 72 bits: enough to tell a handful of questions apart, short enough for Telegram's 64 bytes. */
const HASH_LENGTH = 12;

/**
 * Names a question in a button: Telegram gives a button 64 bytes, too few for a question. The name depends on the
 * question alone, so buttons of old messages still work after a restart.
 */
export function nameQuestion(question: string): string {
  return PREFIX + createHash("sha256").update(question).digest("base64url").slice(0, HASH_LENGTH);
}

/**
 * Asks the search every example question of the message files and keeps those that it answers, so that what is
 * offered fits whatever articles are there.
 */
export async function chooseExamples(search: Search, messages: Messages, logger: Logger): Promise<Examples> {
  const offered = new Map<Language, readonly string[]>();
  const byName = new Map<string, string>();
  for (const language of LANGUAGES) {
    const questions = messages.translate(language, "examples").split("\n");
    for (const question of questions) byName.set(nameQuestion(question), question);
    offered.set(language, await keepAnswered(questions, search, logger));
  }
  return {
    offered: (language) => offered.get(language) ?? [],
    find: (callbackData) => byName.get(callbackData),
  };
}

async function keepAnswered(questions: readonly string[], search: Search, logger: Logger): Promise<string[]> {
  const answered: string[] = [];
  for (const question of questions) {
    try {
      if ((await search.search(question)).answered) answered.push(question);
    } catch (error) {
      logger.warn({ err: error }, "an example question could not be searched");
    }
  }
  return answered;
}
