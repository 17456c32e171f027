import { foldDiacritics } from "../../language/fold.ts";
import { splitSyllables } from "../../language/syllables.ts";
import { ArrayFile, type StoredArray } from "../array-file.ts";
import { BigramIndex } from "./bigrams.ts";
import { dampingOf } from "./bm25.ts";
import { BestFinder } from "./find-best.ts";
import { buildPostings, type Postings, readPostings, storePostings } from "./postings.ts";
import { scorePassages } from "./score-passages.ts";
import type { LexicalQuery, Stream, StreamScores } from "./streams.ts";
import { Vocabulary } from "./vocabulary.ts";

export { type LexicalQuery, STREAMS, type Stream, type StreamScores } from "./streams.ts";

/** For each stream one number a passage, see `StreamScores`. */
export type LexicalScores = Readonly<Record<Stream, Float32Array>>;

/** The words of all passages: which stand where (for scoring), and in which order (for sentences). */
export interface LexicalParts {
  readonly plain: Vocabulary;
  readonly folded: Vocabulary;
  /** The folded term of each plain one. */
  readonly foldedOf: Uint32Array;
  /** Plain term ids of all sentences, one after another. */
  readonly tokens: Uint32Array;
  /** Where each sentence's tokens begin; one more entry than sentences. */
  readonly sentenceTokens: Uint32Array;
  /** Where each passage's tokens begin; one more entry than passages. */
  readonly passageTokens: Uint32Array;
  /** Plain term ids of all titles, article by article, and where each begins; one more entry than articles. */
  readonly titles: Uint32Array;
  readonly titleTokens: Uint32Array;
  readonly plainPairs: BigramIndex;
  readonly foldedPairs: BigramIndex;
  readonly postings: Readonly<Record<Stream, Postings>>;
}

/** BM25 over syllables and pairs of them, with diacritics and without. */
export class LexicalIndex {
  readonly parts: LexicalParts;
  /** Of each passage, see `dampingOf`. */
  readonly #damping: Float64Array;
  readonly #finder: BestFinder;

  constructor(parts: LexicalParts) {
    this.parts = parts;
    const count = parts.passageTokens.length - 1;
    const averageLength = Math.max(1, parts.tokens.length / Math.max(1, count));
    this.#damping = new Float64Array(count);
    for (let passage = 0; passage < count; passage++) {
      const length = (parts.passageTokens[passage + 1] ?? 0) - (parts.passageTokens[passage] ?? 0);
      this.#damping[passage] = dampingOf(length, averageLength);
    }
    this.#finder = new BestFinder(parts.postings, this.#damping);
  }

  get passageCount(): number {
    return this.#damping.length;
  }

  /** The terms of a question, each once, in all four streams. */
  analyse(question: string): LexicalQuery {
    const syllables = splitSyllables(question);
    const plain = syllables.map((syllable) => this.parts.plain.find(syllable));
    const bare = syllables.map(foldDiacritics);
    const folded = bare.map((syllable) => this.parts.folded.find(syllable));
    return {
      plain: uniqueTerms(syllables, plain),
      folded: uniqueTerms(bare, folded),
      plainPairs: uniqueTerms(pairNames(syllables), [...this.parts.plainPairs.pairsOf(plain)]),
      foldedPairs: uniqueTerms(pairNames(bare), [...this.parts.foldedPairs.pairsOf(folded)]),
    };
  }

  /** Scores every passage for a question. */
  score(query: LexicalQuery): LexicalScores {
    const of = (stream: Stream) => this.#finder.scoreAll(query, stream);
    return {
      plain: of("plain"),
      plainPairs: of("plainPairs"),
      folded: of("folded"),
      foldedPairs: of("foldedPairs"),
    };
  }

  /** The `k` passages that have most of a question's words, in no order, see `BestFinder`. */
  findBest(queries: readonly LexicalQuery[], k: number, mostEntries?: number): number[] {
    return this.#finder.find(queries, k, mostEntries);
  }

  /** The scores of some passages, in their order, by the one of several queries that each fits best. */
  scorePassages(queries: readonly LexicalQuery[], passages: readonly number[]): StreamScores[] {
    return scorePassages(this.parts, this.#damping, queries, passages);
  }

  store(): Record<string, StoredArray> {
    const { parts } = this;
    return {
      ...parts.plain.store("plain.terms"),
      ...parts.folded.store("folded.terms"),
      foldedOf: parts.foldedOf,
      tokens: parts.tokens,
      sentenceTokens: parts.sentenceTokens,
      passageTokens: parts.passageTokens,
      titles: parts.titles,
      titleTokens: parts.titleTokens,
      ...parts.plainPairs.store("plain.pairs"),
      ...parts.foldedPairs.store("folded.pairs"),
      ...storePostings("plain", parts.postings.plain),
      ...storePostings("plainPairs", parts.postings.plainPairs),
      ...storePostings("folded", parts.postings.folded),
      ...storePostings("foldedPairs", parts.postings.foldedPairs),
    };
  }

  static read(bytes: Uint8Array): LexicalIndex {
    const file = new ArrayFile(bytes);
    const plain = Vocabulary.read(file, "plain.terms");
    const folded = Vocabulary.read(file, "folded.terms");
    return new LexicalIndex({
      plain,
      folded,
      foldedOf: file.get("foldedOf", "Uint32Array"),
      tokens: file.get("tokens", "Uint32Array"),
      sentenceTokens: file.get("sentenceTokens", "Uint32Array"),
      passageTokens: file.get("passageTokens", "Uint32Array"),
      titles: file.get("titles", "Uint32Array"),
      titleTokens: file.get("titleTokens", "Uint32Array"),
      plainPairs: BigramIndex.read(file, "plain.pairs", plain.size),
      foldedPairs: BigramIndex.read(file, "folded.pairs", folded.size),
      postings: {
        plain: readPostings(file, "plain"),
        plainPairs: readPostings(file, "plainPairs"),
        folded: readPostings(file, "folded"),
        foldedPairs: readPostings(file, "foldedPairs"),
      },
    });
  }

  /**
   * @param passages the sentences of each passage, as texts
   * @param titles of each article, empty where there is none
   */
  static build(passages: Iterable<readonly string[]>, titles: Iterable<string> = []): LexicalIndex {
    const plain = new Vocabulary();
    const folded = new Vocabulary();
    const foldedOf: number[] = [];
    const tokens: number[] = [];
    const sentenceTokens = [0];
    const passageTokens = [0];
    const addText = (text: string, into: number[]): void => {
      for (const syllable of splitSyllables(text)) {
        const id = plain.add(syllable);
        if (id === foldedOf.length) foldedOf.push(folded.add(foldDiacritics(syllable)));
        into.push(id);
      }
    };
    for (const sentences of passages) {
      for (const sentence of sentences) {
        addText(sentence, tokens);
        sentenceTokens.push(tokens.length);
      }
      passageTokens.push(tokens.length);
    }
    const titleIds: number[] = [];
    const titleTokens = [0];
    for (const title of titles) {
      addText(title, titleIds);
      titleTokens.push(titleIds.length);
    }
    return new LexicalIndex(
      assembleParts({
        plain,
        folded,
        foldedOf: Uint32Array.from(foldedOf),
        tokens: Uint32Array.from(tokens),
        sentenceTokens: Uint32Array.from(sentenceTokens),
        passageTokens: Uint32Array.from(passageTokens),
        titles: Uint32Array.from(titleIds),
        titleTokens: Uint32Array.from(titleTokens),
      }),
    );
  }
}

type Sequences = Omit<LexicalParts, "plainPairs" | "foldedPairs" | "postings">;

function assembleParts(sequences: Sequences): LexicalParts {
  const { plain, folded, foldedOf, tokens, passageTokens } = sequences;
  const foldedTokens = tokens.map((token) => foldedOf[token] ?? 0);
  const eachPassage = (all: Uint32Array) => ({
    *[Symbol.iterator]() {
      for (let at = 1; at < passageTokens.length; at++)
        yield all.subarray(passageTokens[at - 1], passageTokens[at]);
    },
  });
  const plainPairs = BigramIndex.build(eachPassage(tokens), plain.size);
  const foldedPairs = BigramIndex.build(eachPassage(foldedTokens), folded.size);
  const eachPassagesPairs = (all: Uint32Array, pairs: BigramIndex) => ({
    *[Symbol.iterator]() {
      for (const passage of eachPassage(all)) yield pairs.pairsOf(passage);
    },
  });
  return {
    ...sequences,
    plainPairs,
    foldedPairs,
    postings: {
      plain: buildPostings(plain.size, eachPassage(tokens)),
      plainPairs: buildPostings(plainPairs.size, eachPassagesPairs(tokens, plainPairs)),
      folded: buildPostings(folded.size, eachPassage(foldedTokens)),
      foldedPairs: buildPostings(foldedPairs.size, eachPassagesPairs(foldedTokens, foldedPairs)),
    },
  };
}

function pairNames(terms: readonly string[]): string[] {
  return terms.slice(1).map((term, at) => `${terms[at]} ${term}`);
}

/** Each term once, in the order in which they are named. Unknown ones differ by their names. */
function uniqueTerms(names: readonly string[], ids: readonly number[]): number[] {
  return [...new Map(names.map((name, at) => [name, ids[at] ?? -1])).values()];
}
