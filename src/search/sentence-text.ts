import type { Generation } from "../index/generation.ts";

/** @param sentence its place in the passage table */
export function sentenceText({ passages, articles }: Generation, passage: number, sentence: number): string {
  const { start, end } = passages.sentence(sentence);
  return articles[passages.articleOf(passage)]?.text.slice(start, end) ?? "";
}
