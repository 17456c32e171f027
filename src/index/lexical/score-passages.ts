import { saturate } from "./bm25.ts";
import type { LexicalParts } from "./lexical-index.ts";
import { MAX_TERM_FREQUENCY } from "./postings.ts";
import { distinctReadings, type LexicalQuery, STREAMS, type Stream, type StreamScores } from "./streams.ts";
import { weighTerms } from "./weigh-terms.ts";

/** How often each term that a question has in a stream stands in a passage. */
class Counter {
  readonly counts: number[] = [];
  readonly #places = new Map<number, number>();

  /** The place of a term among the counts. */
  placeOf(id: number): number {
    const known = this.#places.get(id);
    if (known !== undefined) return known;
    this.#places.set(id, this.counts.length);
    return this.counts.push(0) - 1;
  }

  count(id: number): void {
    const place = this.#places.get(id);
    if (place !== undefined) this.counts[place] = (this.counts[place] ?? 0) + 1;
  }
}

/** A reading in one stream: the places of its terms among the counts, and how much each counts. */
type WeighedReading = readonly { readonly place: number; readonly factor: number }[];

interface StreamCounter {
  readonly stream: Stream;
  readonly counter: Counter;
  readonly readings: readonly WeighedReading[];
}

/**
 * The scores of a few passages, stream by stream that of the reading that each fits best. Their tokens are gone through,
 * which for some dozens of passages is less work than to look them up in the postings of every term.
 *
 * @param damping of each passage, see `dampingOf`
 */
export function scorePassages(
  parts: LexicalParts,
  damping: Float64Array,
  queries: readonly LexicalQuery[],
  passages: readonly number[],
): StreamScores[] {
  const streams = STREAMS.map((stream) => prepareStream(parts, stream, queries, damping.length));
  const [plain, plainPairs, folded, foldedPairs] = streams;
  if (!plain || !plainPairs || !folded || !foldedPairs) throw new RangeError("A stream is missing.");
  /** By folded term, whether any reading has it: most tokens are nothing to the question. */
  const isAsked = new Uint8Array(parts.folded.size);
  for (const query of queries) for (const id of query.folded) if (id >= 0) isAsked[id] = 1;
  return passages.map((passage) => {
    for (const { counter } of streams) counter.counts.fill(0);
    const { tokens, foldedOf, passageTokens } = parts;
    const end = passageTokens[passage + 1] ?? 0;
    let before = -1;
    for (let at = passageTokens[passage] ?? 0; at < end; at++) {
      const token = tokens[at] ?? 0;
      const bare = foldedOf[token] ?? 0;
      if (isAsked[bare] === 0) {
        before = -1;
        continue;
      }
      plain.counter.count(token);
      folded.counter.count(bare);
      if (before >= 0) {
        plainPairs.counter.count(parts.plainPairs.find(before, token));
        foldedPairs.counter.count(parts.foldedPairs.find(foldedOf[before] ?? 0, bare));
      }
      before = token;
    }
    const of = (stream: StreamCounter) => scoreBest(stream, damping[passage] ?? 0);
    return { plain: of(plain), plainPairs: of(plainPairs), folded: of(folded), foldedPairs: of(foldedPairs) };
  });
}

function prepareStream(
  { postings }: LexicalParts,
  stream: Stream,
  queries: readonly LexicalQuery[],
  passageCount: number,
): StreamCounter {
  const counter = new Counter();
  const readings = distinctReadings(queries, stream).map((ids) =>
    weighTerms(postings[stream], ids, passageCount).map(({ id, factor }) => ({
      place: counter.placeOf(id),
      factor,
    })),
  );
  return { stream, counter, readings };
}

function scoreBest({ counter: { counts }, readings }: StreamCounter, damping: number): number {
  let best = 0;
  for (const reading of readings) {
    let score = 0;
    for (const { place, factor } of reading) {
      const frequency = counts[place] ?? 0;
      if (frequency > 0) score += factor * saturate(Math.min(frequency, MAX_TERM_FREQUENCY), damping);
    }
    if (score > best) best = score;
  }
  return best;
}
