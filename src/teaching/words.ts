import { type UnigramDescription, WHOLE_WORDS } from "../embedding/unigram-description.ts";
import { createDraw } from "../evaluation/random.ts";
import { foldDiacritics } from "../language/fold.ts";
import type { Word } from "./lessons.ts";

/**
 * Draws pieces that are whole words with diacritics, by the square root of how probable they are in a text: rare ones
 * are many, and must be learned too.
 */
export function createWordDraw({ tokenizer }: UnigramDescription, random: () => number): () => Word {
  const words: Word[] = [];
  const weights: number[] = [];
  for (const [token, [piece, logProbability]] of tokenizer.model.vocab.entries()) {
    const text = piece.replaceAll("▁", " ").trim();
    if (!WHOLE_WORDS.test(piece) || foldDiacritics(text) === text) continue;
    words.push({ token, text });
    weights.push(Math.exp(logProbability / 2));
  }
  if (words.length === 0) throw new Error("The model has no words with diacritics; teach a Vietnamese one.");
  const draw = createDraw(weights, random);
  return () => words[draw()] as Word;
}
