import { InlineKeyboard } from "grammy";
import { nameQuestion } from "../examples.ts";

/** One button a row for each question; pressing it asks the question. */
export function createExampleKeyboard(questions: readonly string[]): InlineKeyboard {
  return InlineKeyboard.from(
    questions.map((question) => [InlineKeyboard.text(question, nameQuestion(question))]),
  );
}
