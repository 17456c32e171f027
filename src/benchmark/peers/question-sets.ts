import type { Benchmark, BenchmarkQuery } from "../../evaluation/benchmark.ts";
import { UNANSWERABLE } from "../../evaluation/collect-examples.ts";
import { type Half, takeHalf } from "../../evaluation/halves.ts";
import { retype } from "../../evaluation/typing.ts";

/** Questions that make one column of the table. */
export interface QuestionSet {
  readonly name: string;
  readonly queries: readonly BenchmarkQuery[];
}

/** Stripping a text that has hardly any diacritics gives the same questions once more. */
const LEAST_SHARE_CHANGED = 0.5;

/** One half of each kind of questions that the folder has, as typed and with diacritics removed. */
export function listQuestionSets({ queries }: Benchmark, half: Half): QuestionSet[] {
  return [...queries].flatMap(([kind, all]) => {
    if (kind.includes(UNANSWERABLE)) return [];
    const typed = takeHalf(all, half);
    const folded = typed.map((query, seed) => ({ ...query, text: retype(query.text, "folded", 0, seed) }));
    const changed = folded.filter(({ text }, at) => text !== typed[at]?.text).length;
    const sets = [{ name: kind, queries: typed }];
    return changed < LEAST_SHARE_CHANGED * typed.length
      ? sets
      : [...sets, { name: `${kind}, no diacritics`, queries: folded }];
  });
}
