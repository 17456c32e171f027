import { writeOutChat } from "../language/chat-spellings.ts";
import { stripCourtesies } from "../language/courtesies.ts";
import { isChat, isCourtesy } from "../language/courtesy-words.ts";
import { foldDiacritics, isBare } from "../language/fold.ts";
import { normaliseText } from "../language/normalise.ts";
import { readRawKeys } from "../language/raw-keys.ts";
import { splitSyllables } from "../language/syllables.ts";
import { LANGUAGES } from "./language.ts";
import type { Messages } from "./load-messages.ts";

/**
 * What people say to a bot that no article could answer: a greeting, thanks, that they want to ask something, a question
 * about the bot, that an answer was bad, or nothing in words at all.
 */
export type SmallTalk = "greeting" | "thanks" | "opening" | "about-bot" | "complaint" | "wordless";

/** Says what small talk a text is; `undefined` for what may be a question. */
export type RecogniseSmallTalk = (text: string) => SmallTalk | undefined;

const KEYS = [
  ["greeting", "greetings"],
  ["thanks", "thanks"],
  ["opening", "openings"],
  ["about-bot", "questions-about-bot"],
  ["complaint", "complaints"],
] as const;

/** What thanks or wishes well somewhere in a text of courtesies. */
const THANKS = /(?:^| )(?:cảm ơn|cám ơn|cam on|camon|chúc|thanks?|thx|tks)(?= |$)/u;
/** In capitals these are no names for the bot. */
const CAPITALS = /(?<![\p{L}\p{M}])(?:BOT|AD|AI)(?![\p{L}\p{M}])/u;
/** `haha`, `hihi`, `kkk`, `lol`. */
const LAUGHTER = /^(?:(?:h[aáàeêiíoôơuư]|k){2,}|k+|lol|lmao|hic)$/u;
/** What may begin it all: `ok bb`. */
const FIRST_PARTICLES = /^(?:(?:ok|oke|oki|okay|dạ|da|vâng|vang|ừ|ừm|à|thôi|thoi|well|oh|ah) )+/u;
/** What may end a question about the bot. */
const FINAL_PARTICLES = /(?: (?:vậy|vay|thế|the|à|a|hả|ha|nhỉ|nhi|then))+$/u;

/**
 * Knows the courtesies of a chat, and what the message files list, in every language: only when a text is nothing
 * besides. Diacritics may all be left out, but none may be another: "chào" is a greeting, "cháo" is a soup.
 */
export function createSmallTalk(messages: Messages): RecogniseSmallTalk {
  const known = new Map<string, SmallTalk>();
  for (const language of LANGUAGES) {
    for (const [kind, key] of KEYS) {
      for (const phrase of messages.translate(language, key).split("\n")) {
        const words = splitSyllables(phrase).join(" ");
        known.set(words, kind);
        known.set(foldDiacritics(words), kind);
      }
    }
  }
  const find = (words: string): SmallTalk | undefined => {
    const core = words.replace(FIRST_PARTICLES, "").replace(FINAL_PARTICLES, "");
    return known.get(words) ?? known.get(core) ?? (LAUGHTER.test(core) ? "thanks" : undefined);
  };
  return (typed) => {
    const text = writeOutChat(readRawKeys(normaliseText(typed)));
    const words = splitSyllables(text).join(" ");
    if (words === "") return "wordless";
    // A contract to build, operate and transfer, or artificial intelligence.
    if (CAPITALS.test(text) && text !== text.toUpperCase()) return undefined;
    const whole = find(words);
    if (whole !== undefined) return whole;
    const { question, asksToAsk, thanks, greets } = stripCourtesies(text);
    const asked = splitSyllables(question);
    const typing = isBare(text) ? "bare" : "written";
    const isSaid = thanks || greets || asksToAsk;
    if (asked.length > 0 && !isCourtesy(asked, typing, false) && !(isSaid && isChat(asked, typing))) {
      // Who calls the bot asks about it: "bot ơi, làm được gì?"
      const words = asked.join(" ");
      const ofBot = asksToAsk ? (known.get(`bot ${words}`) ?? known.get(`${words} bot`)) : undefined;
      return find(words) ?? ofBot;
    }
    if (thanks || THANKS.test(words)) return "thanks";
    if (asksToAsk) return "opening";
    if (greets) return "greeting";
    return asked.length > 0 ? "opening" : "thanks";
  };
}
