import type { Generation } from "../index/generation.ts";
import type { Quantity } from "../language/figures.ts";
import { holdsAnswerOf, type QuestionKind } from "../language/question-kind.ts";

/** @param sentence its place in the passage table */
export function sentenceText(generation: Generation, passage: number, sentence: number): string {
  const { start, end } = generation.passages.sentence(sentence);
  return generation.articles[generation.passages.articleOf(passage)]?.text.slice(start, end) ?? "";
}

/** What a question may want told. */
type Wanted = QuestionKind | Quantity;

const LACKS = 1;
const HOLDS = 2;
/** Of each thing that was ever wanted a byte a sentence: 0 not looked at yet. Most sentences are never looked at. */
const known = new WeakMap<Generation, Map<Wanted, Uint8Array>>();

/** Whether a sentence holds an answer of that kind; looked for once, for the same sentences are asked about again and again. */
export function sentenceHolds(
  generation: Generation,
  wanted: Wanted,
  passage: number,
  sentence: number,
): boolean {
  const seen = seenOf(generation, wanted);
  if (seen[sentence] === 0)
    seen[sentence] = holdsAnswerOf(wanted, sentenceText(generation, passage, sentence)) ? HOLDS : LACKS;
  return seen[sentence] === HOLDS;
}

function seenOf(generation: Generation, wanted: Wanted): Uint8Array {
  const byWanted = known.get(generation) ?? new Map<Wanted, Uint8Array>();
  known.set(generation, byWanted);
  const seen = byWanted.get(wanted) ?? new Uint8Array(generation.passages.sentenceCount);
  byWanted.set(wanted, seen);
  return seen;
}
