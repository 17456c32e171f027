import type { Postings } from "./postings.ts";
import { SparseScores } from "./sparse-scores.ts";
import { distinctReadings, type LexicalQuery, STREAMS, type Stream } from "./streams.ts";
import { weighTerms } from "./weigh-terms.ts";

/**
 * About so many postings a reading and stream are gone through, those of its rarest terms. In ten thousand passages that
 * is nearly every word; in a hundred thousand those that tell something. With an eighth of it the right passage comes
 * first as often, on any benchmark.
 */
const MOST_ENTRIES = 4_000;

/** Finds the passages that have most of a question's words, stream by stream by the reading that each fits best. */
export class BestFinder {
  readonly #postings: Readonly<Record<Stream, Postings>>;
  readonly #damping: Float64Array;
  // Kept, because one question after another needs them; nothing is in them between two calls.
  readonly #ofReading: SparseScores;
  readonly #ofStream: SparseScores;
  readonly #sums: SparseScores;

  /** @param damping of each passage, see `dampingOf` */
  constructor(postings: Readonly<Record<Stream, Postings>>, damping: Float64Array) {
    this.#postings = postings;
    this.#damping = damping;
    this.#ofReading = new SparseScores(damping.length);
    this.#ofStream = new SparseScores(damping.length);
    this.#sums = new SparseScores(damping.length);
  }

  /**
   * The `k` passages with the largest sums over the streams, in no order; the commonest words of a question, which
   * decide little, may be left out.
   *
   * @param mostEntries about so many postings are gone through, at least those of the rarest term
   */
  find(queries: readonly LexicalQuery[], k: number, mostEntries = MOST_ENTRIES): number[] {
    for (const stream of STREAMS) {
      for (const reading of distinctReadings(queries, stream)) {
        this.#addReading(this.#postings[stream], reading, mostEntries);
        this.#ofStream.raise(this.#ofReading);
      }
      this.#sums.add(this.#ofStream);
    }
    return this.#sums.takeLargest(k);
  }

  /** The scores of all passages in one stream, by passage. */
  scoreAll(query: LexicalQuery, stream: Stream): Float32Array {
    this.#addReading(this.#postings[stream], query[stream], Number.POSITIVE_INFINITY);
    return this.#ofReading.takeAll();
  }

  #addReading(postings: Postings, ids: readonly number[], mostEntries: number): void {
    let entries = 0;
    for (const term of weighTerms(postings, ids, this.#damping.length)) {
      entries += term.frequency;
      if (entries > mostEntries && entries > term.frequency) return;
      this.#ofReading.addTerm(postings, term, this.#damping);
    }
  }
}
