import { findAskingSentence } from "../language/asking-sentence.ts";
import { writeOutChat } from "../language/chat-spellings.ts";
import { stripCourtesies } from "../language/courtesies.ts";
import { normaliseText } from "../language/normalise.ts";
import { readRawKeys } from "../language/raw-keys.ts";

/** What a message asks. */
export interface Message {
  /** The sentence that asks, with its shorthand written out and without courtesies. */
  readonly question: string;
  /** The other sentences of the message; empty when there are none. */
  readonly around: string;
  /** Whether it speaks to somebody, by a courtesy or of the bot itself: who goes on asking seldom does. */
  readonly addresses: boolean;
}

/** Nobody asks more than this; longer texts are cut, so that no message can hold up the others. */
const LONGEST_MESSAGE = 4096;

/** Words with which people speak to the bot. */
const ADDRESSES = /(?<![\p{L}\p{M}])(?:bạn|bot|ad|mày|cậu|you|your)(?![\p{L}\p{M}])/iu;

/** Reads what a person typed as a question to the articles. */
export function readMessage(typed: string): Message {
  // Doubled spaces tell nothing; lines do.
  const spaced = normaliseText(typed)
    .replace(/[^\S\n]+/g, " ")
    .slice(0, LONGEST_MESSAGE);
  const text = readRawKeys(spaced.trim());
  const { question, asksToAsk, greets } = stripCourtesies(writeOutChat(text));
  const { asked, around } = findAskingSentence(question || text);
  return {
    // Courtesies may stand within, around the sentence that asks.
    question: stripCourtesies(asked).question || asked,
    around,
    addresses: asksToAsk || greets || ADDRESSES.test(text),
  };
}
