import { fileURLToPath } from "node:url";
import { z } from "zod";
import { isBare } from "../language/fold.ts";
import { isEnglishOnly } from "../language/function-words.ts";
import { splitSyllables } from "../language/syllables.ts";
import { HALVES, type Half } from "./halves.ts";

/** What people put around a question in a chat: courtesies, and what they tell of themselves. */
export const frameSchema = z.object({
  half: z.enum(HALVES),
  language: z.enum(["vi", "en"]),
  /** Whether it is typed without diacritics, as the questions that it fits. */
  bare: z.boolean(),
  before: z.string(),
  after: z.string(),
});
export type Frame = z.infer<typeof frameSchema>;

export const FRAMES_FILE = fileURLToPath(new URL("../../scripts/evaluation/frames.jsonl", import.meta.url));

/** A name keeps its capital within a sentence. */
const BEGINS_WITH_NAME = /^\p{Lu}(?:\p{Ll}* \p{Lu}|\p{Lu})/u;

/** A question as it comes in a chat, in one of the frames that fit it; the same seed gives the same frame. */
export function putInFrame(question: string, frames: readonly Frame[], half: Half, seed: number): string {
  const bare = isBare(question);
  const language = bare && splitSyllables(question).some(isEnglishOnly) ? "en" : "vi";
  const fitting = frames.filter(
    (frame) =>
      frame.half === half && frame.language === language && (language === "en" || frame.bare === bare),
  );
  const frame = fitting[seed % fitting.length];
  if (frame === undefined) return question;
  const first = question[0] ?? "";
  const begun = BEGINS_WITH_NAME.test(question) ? question : first.toLowerCase() + question.slice(1);
  return frame.before + begun.replace(/[?.\s]+$/, "") + frame.after;
}
