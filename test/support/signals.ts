import type { Generation } from "../../src/index/generation.ts";
import type { Retrieved } from "../../src/search/retrieve.ts";
import type { PassageSignals } from "../../src/search/signals.ts";

/** The signals of the candidate that holds a text. */
export function signalsAt(
  { passages, articles }: Generation,
  { ranked }: Retrieved,
  text: string,
): PassageSignals {
  const found = ranked.find(({ passage }) => {
    const { start, end } = passages.span(passage);
    return articles[passages.articleOf(passage)]?.text.slice(start, end).includes(text);
  });
  if (!found) throw new Error(`No candidate holds "${text}".`);
  return found.signals;
}
