import { stripCourtesies } from "../language/courtesies.ts";
import { foldDiacritics } from "../language/fold.ts";
import { normaliseText } from "../language/normalise.ts";
import { splitSyllables } from "../language/syllables.ts";
import { LANGUAGES } from "./language.ts";
import type { Messages } from "./load-messages.ts";

/**
 * What people say to a bot that no article could answer: a greeting, thanks, that they want to ask something, a question
 * about the bot, or nothing in words at all.
 */
export type SmallTalk = "greeting" | "thanks" | "opening" | "about-bot" | "wordless";

/** Says what small talk a text is; `undefined` for what may be a question. */
export type RecogniseSmallTalk = (text: string) => SmallTalk | undefined;

const KEYS = [
  ["greeting", "greetings"],
  ["thanks", "thanks"],
  ["about-bot", "questions-about-bot"],
] as const;

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
  return (typed) => {
    const words = splitSyllables(typed).join(" ");
    if (words === "") return "wordless";
    const whole = known.get(words);
    if (whole !== undefined) return whole;
    const { question, asksToAsk, thanks, greets } = stripCourtesies(normaliseText(typed));
    const asked = splitSyllables(question).join(" ");
    if (asked !== "") {
      const core = asked.replace(FINAL_PARTICLES, "");
      // Who calls the bot asks about it: "bot ơi, làm được gì?"
      return known.get(asked) ?? known.get(core) ?? (asksToAsk ? known.get(`bot ${core}`) : undefined);
    }
    if (asksToAsk) return "opening";
    return greets && !thanks ? "greeting" : "thanks";
  };
}
