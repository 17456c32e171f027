import type { LexiconData } from "../language/lexicon.ts";
import type { Saying } from "./lessons.ts";

/** What a lexicon says to mean the same, as pairs of what is asked and what is written. */
export function sayingsOf({
  abbreviations,
  synonyms,
  glossary,
  everyday = [],
  related = [],
}: LexiconData): Saying[] {
  return [
    ...[...everyday, ...related].map(({ say, mean }) => ({ say: say.map(({ text }) => text), mean })),
    ...abbreviations.flatMap(({ short, long, english }) => [
      { say: short, mean: long },
      ...(english ? [{ say: english, mean: long }] : []),
    ]),
    ...synonyms.map((forms) => ({ say: forms, mean: forms })),
    ...glossary.map(({ english, vietnamese }) => ({ say: english, mean: vietnamese })),
  ];
}
