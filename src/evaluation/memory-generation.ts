import { DEFAULT_CHUNKING } from "../articles/passages.ts";
import type { Embedder } from "../embedding/embedder.ts";
import { buildDense } from "../index/dense.ts";
import { DENSE_PARAMETERS } from "../index/dense-index.ts";
import { embedPassages } from "../index/embed-passages.ts";
import { NO_FINDINGS } from "../index/findings.ts";
import type { Generation } from "../index/generation.ts";
import { LexicalIndex } from "../index/lexical/lexical-index.ts";
import { FORMAT_VERSION } from "../index/manifest.ts";
import { PassageTable } from "../index/passage-table.ts";
import { normaliseText } from "../language/normalise.ts";
import { splitSentences } from "../language/sentences.ts";
import type { BenchmarkPassage } from "./benchmark.ts";

/** An index in memory in which each passage of a benchmark is one article of one passage, in their order. */
export async function indexBenchmark(
  passages: readonly BenchmarkPassage[],
  embedder: Embedder,
): Promise<Generation> {
  const texts = passages.map(({ text }) => normaliseText(text));
  const table = PassageTable.build(
    texts.map((text) => [
      {
        start: 0,
        end: text.length,
        sentences: splitSentences(text).map((span) => ({ ...span, paragraph: 1 })),
      },
    ]),
  );
  const sentences = texts.map((text) => splitSentences(text).map(({ start, end }) => text.slice(start, end)));
  const { vectors } = await embedPassages(
    embedder,
    table,
    { passages: texts, sentences: sentences.flat() },
    null,
    () => {},
  );
  const dense = await buildDense(vectors.passages, vectors.dimension);
  const unknown = { publisher: null, publishedOn: null, url: null, author: null };
  return {
    name: "memory",
    manifest: {
      formatVersion: FORMAT_VERSION,
      name: "memory",
      createdAt: new Date().toISOString(),
      model: { ...embedder.model },
      dense: DENSE_PARAMETERS,
      chunking: { ...DEFAULT_CHUNKING },
      counts: { articles: texts.length, passages: texts.length, sentences: table.sentenceCount },
      files: {},
    },
    articles: passages.map(({ id, title }, at) => {
      const text = texts[at] ?? "";
      return {
        id,
        file: id,
        title: title || null,
        opening: text.slice(0, 60),
        text,
        pageStarts: [],
        ...unknown,
      };
    }),
    passages: table,
    vectors,
    lexical: LexicalIndex.build(
      sentences,
      passages.map(({ title }) => title),
    ),
    dense,
    findings: NO_FINDINGS,
  };
}
