import { leavesSentenceOpen } from "./abbreviations.ts";
import { detectQuestionKinds, isTopic } from "./question-kind.ts";

/** A message as people write it: one sentence asks, and others tell of themselves or of why they ask. */
export interface AskingSentence {
  /** The sentence that asks; the whole text when none does, or several do. */
  readonly asked: string;
  /** What stands around it; empty when nothing does. */
  readonly around: string;
}

/** Where a sentence of a chat ends, which may begin with a small letter. */
const ENDS = /[.!?…]+(?=\s|$)|\n+|:(?=\s)|(?:[\p{Extended_Pictographic}\p{Emoji_Modifier}]|\uFE0F|\u200D)+/gu;
/** What stands before a colon where a question follows: `sếp em hỏi: …`. */
const SAYS_TO_ASK =
  /(?<![\p{L}\p{M}])(?:hỏi|hoi|nhờ|nho|thắc mắc|như sau|nhu sau|ask|asked|asking|question|again)(?![\p{L}\p{M}])/iu;
const WORD_BEFORE = /[\p{L}\p{M}\p{N}.]+$/u;
const WORD = /[\p{L}\p{N}]/u;

/**
 * Finds the one sentence of a message that asks: the one with a question mark, or else with words that ask.
 * @param text NFC
 */
export function findAskingSentence(text: string): AskingSentence {
  const sentences = splitMessage(text);
  const marked = sentences.filter((sentence) => sentence.trimEnd().endsWith("?"));
  const asking = marked.length > 0 ? marked : sentences.filter(asks);
  const [asked] = asking;
  if (asked === undefined || asking.length > 1 || sentences.length < 2) return { asked: text, around: "" };
  return { asked, around: sentences.filter((sentence) => sentence !== asked).join(" ") };
}

function asks(sentence: string): boolean {
  return !isTopic(sentence, detectQuestionKinds(sentence));
}

function splitMessage(text: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const { 0: mark, index } of text.matchAll(ENDS)) {
    const end = index + mark.length;
    const word = WORD_BEFORE.exec(text.slice(Math.max(0, index - 16), index))?.[0] ?? "";
    if (mark === ":" && !SAYS_TO_ASK.test(text.slice(start, index))) continue;
    // `y. pestis`, `TP. Hà Nội`
    if (mark === "." && (word.length === 1 || leavesSentenceOpen(word, text.slice(end).trimStart())))
      continue;
    push(sentences, text.slice(start, end));
    start = end;
  }
  push(sentences, text.slice(start));
  return sentences;
}

function push(sentences: string[], sentence: string): void {
  if (WORD.test(sentence)) sentences.push(sentence.trim());
}
