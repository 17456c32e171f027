/** The four ways in which a passage's words are looked at. */
export const STREAMS = ["plain", "plainPairs", "folded", "foldedPairs"] as const;
export type Stream = (typeof STREAMS)[number];

/** For each stream which share of the question's mass a passage covers, 0 to 1. */
export type StreamScores = Readonly<Record<Stream, number>>;

/** A question's terms, each once, as ids of each stream; -1 for what no passage has. */
export type LexicalQuery = Readonly<Record<Stream, readonly number[]>>;

/** Readings of one question often differ in diacritics only: without them they are one. */
export function distinctReadings(queries: readonly LexicalQuery[], stream: Stream): (readonly number[])[] {
  return [...new Map(queries.map((query) => [query[stream].join(" "), query[stream]])).values()];
}
