import { foldDiacritics } from "../language/fold.ts";
import { splitSyllables } from "../language/syllables.ts";
import { LANGUAGES } from "../messages/language.ts";
import type { Messages } from "../messages/load-messages.ts";

/** What people say to a bot that is no question: a greeting, thanks, or nothing in words at all. */
export type SmallTalk = "greeting" | "thanks" | "wordless";

/** Says what small talk a text is; `undefined` for what may be a question. */
export type RecogniseSmallTalk = (text: string) => SmallTalk | undefined;

const KEYS = [
  ["greeting", "greetings"],
  ["thanks", "thanks"],
] as const;

/**
 * Knows the greetings and thanks of the message files, in every language: only when a text is one of them and nothing
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
  return (text) => {
    const words = splitSyllables(text);
    return words.length === 0 ? "wordless" : known.get(words.join(" "));
  };
}
