import type { Generation } from "../index/generation.ts";
import type { Quantity } from "../language/figures.ts";
import { holdsAnswerOf, type QuestionKind } from "../language/question-kind.ts";
import { LazyFlags } from "./lazy-flags.ts";
import { sentenceText } from "./sentence-text.ts";

/** What a question may want told. */
type Wanted = QuestionKind | Quantity;

/** By what is wanted, of each sentence of a generation whether it holds it: the same ones are asked about again and again. */
const known = new WeakMap<Generation, Map<Wanted, LazyFlags>>();

/** Whether a sentence holds an answer of that kind. */
export function sentenceHolds(
  generation: Generation,
  wanted: Wanted,
  passage: number,
  sentence: number,
): boolean {
  return flagsOf(generation, wanted).has(sentence, (at) =>
    holdsAnswerOf(wanted, sentenceText(generation, passage, at)),
  );
}

function flagsOf(generation: Generation, wanted: Wanted): LazyFlags {
  const byWanted = known.get(generation) ?? new Map<Wanted, LazyFlags>();
  known.set(generation, byWanted);
  const flags = byWanted.get(wanted) ?? new LazyFlags(generation.passages.sentenceCount);
  byWanted.set(wanted, flags);
  return flags;
}
