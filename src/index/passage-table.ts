import type { Passage } from "../articles/passages.ts";
import { ArrayFile, type StoredArray } from "./array-file.ts";

/** Where every passage and every sentence stands. Offsets are UTF-16 code units into the article's text. */
export class PassageTable {
  readonly #columns: Columns;
  #firstPassages: Uint32Array | undefined;

  constructor(columns: Columns) {
    this.#columns = columns;
  }

  get count(): number {
    return this.#columns.article.length;
  }

  get sentenceCount(): number {
    return this.#columns.sentenceStart.length;
  }

  /** The place of a passage's article in the generation's list. */
  articleOf(passage: number): number {
    return this.#columns.article[passage] ?? 0;
  }

  /** The first of an article's passages, and the one after its last. */
  passagesOf(article: number): { first: number; end: number } {
    this.#firstPassages ??= findFirsts(this.#columns.article);
    return { first: this.#firstPassages[article] ?? 0, end: this.#firstPassages[article + 1] ?? 0 };
  }

  span(passage: number): { start: number; end: number } {
    return { start: this.#columns.start[passage] ?? 0, end: this.#columns.end[passage] ?? 0 };
  }

  /** The first of a passage's sentences, and the one after its last. */
  sentencesOf(passage: number): { first: number; end: number } {
    return {
      first: this.#columns.firstSentence[passage] ?? 0,
      end: this.#columns.firstSentence[passage + 1] ?? 0,
    };
  }

  sentence(sentence: number): { start: number; end: number; paragraph: number } {
    return {
      start: this.#columns.sentenceStart[sentence] ?? 0,
      end: this.#columns.sentenceEnd[sentence] ?? 0,
      paragraph: this.#columns.sentenceParagraph[sentence] ?? 0,
    };
  }

  store(): Record<string, StoredArray> {
    return { ...this.#columns };
  }

  static read(bytes: Uint8Array): PassageTable {
    const file = new ArrayFile(bytes);
    const column = (name: keyof Columns) => file.get(name, "Uint32Array");
    return new PassageTable({
      article: column("article"),
      start: column("start"),
      end: column("end"),
      firstSentence: column("firstSentence"),
      sentenceStart: column("sentenceStart"),
      sentenceEnd: column("sentenceEnd"),
      sentenceParagraph: column("sentenceParagraph"),
    });
  }

  /** @param passagesOfArticles the passages of each article, in the order of the articles */
  static build(passagesOfArticles: ReadonlyArray<readonly Passage[]>): PassageTable {
    const passages = passagesOfArticles.flatMap((own, article) =>
      own.map((passage) => ({ ...passage, article })),
    );
    const sentences = passages.flatMap((passage) => passage.sentences);
    const firstSentence = new Uint32Array(passages.length + 1);
    for (const [at, passage] of passages.entries()) {
      firstSentence[at + 1] = (firstSentence[at] ?? 0) + passage.sentences.length;
    }
    return new PassageTable({
      article: Uint32Array.from(passages, (passage) => passage.article),
      start: Uint32Array.from(passages, (passage) => passage.start),
      end: Uint32Array.from(passages, (passage) => passage.end),
      firstSentence,
      sentenceStart: Uint32Array.from(sentences, (sentence) => sentence.start),
      sentenceEnd: Uint32Array.from(sentences, (sentence) => sentence.end),
      sentenceParagraph: Uint32Array.from(sentences, (sentence) => sentence.paragraph),
    });
  }
}

/** Where each article's passages begin, and one entry more: articles stand in the order of their passages. */
function findFirsts(articles: Uint32Array): Uint32Array {
  const firsts = new Uint32Array((articles.at(-1) ?? -1) + 2).fill(articles.length);
  for (let passage = articles.length - 1; passage >= 0; passage--) firsts[articles[passage] ?? 0] = passage;
  // An article without a passage begins where the next one does.
  for (let article = firsts.length - 2; article >= 0; article--)
    firsts[article] = Math.min(firsts[article] ?? 0, firsts[article + 1] ?? 0);
  return firsts;
}

interface Columns {
  readonly article: Uint32Array;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** One more entry than passages. */
  readonly firstSentence: Uint32Array;
  readonly sentenceStart: Uint32Array;
  readonly sentenceEnd: Uint32Array;
  readonly sentenceParagraph: Uint32Array;
}
