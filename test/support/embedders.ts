import { createHash } from "node:crypto";
import type { Embedder, EmbeddingModel } from "../../src/embedding/embedder.ts";
import { loadEmbedder } from "../../src/embedding/load-embedder.ts";
import { BUNDLED_MODEL } from "../../src/embedding/model-files.ts";
import { splitSyllables } from "../../src/language/syllables.ts";

let bundled: Promise<Embedder> | undefined;

/** The model that comes with the product, loaded once a test file. */
export function loadBundledEmbedder(): Promise<Embedder> {
  bundled ??= loadEmbedder({ model: BUNDLED_MODEL, allowDownload: false });
  return bundled;
}

/** An embedder that remembers what it was given. */
export interface RecordingEmbedder extends Embedder {
  readonly texts: readonly string[];
}

/** Lets another embedder work, and remembers the passages' and sentences' texts. */
export function recordTexts(embedder: Embedder): RecordingEmbedder {
  const texts: string[] = [];
  return {
    model: embedder.model,
    atOnce: embedder.atOnce,
    texts,
    embedQuestion: (text) => embedder.embedQuestion(text),
    embedPassages(batch) {
      texts.push(...batch);
      return embedder.embedPassages(batch);
    },
    embedWithSentences(passages) {
      for (const { text, sentences } of passages)
        texts.push(text, ...sentences.filter((own) => own !== text));
      return embedder.embedWithSentences(passages);
    },
  };
}

const SYLLABLE_MODEL: EmbeddingModel = { name: "syllables", sha256: "5".repeat(64), dimension: 32 };

/** A bag of syllables as a unit vector: for tests in which what the real model knows does not matter. */
export function makeSyllableEmbedder(model: Partial<EmbeddingModel> = {}): Embedder {
  const known = { ...SYLLABLE_MODEL, ...model };
  const embed = (text: string): Float32Array => {
    const vector = new Float32Array(known.dimension);
    for (const syllable of splitSyllables(text)) {
      const at = createHash("sha256").update(syllable).digest().readUInt32LE(0) % known.dimension;
      vector[at] = (vector[at] ?? 0) + 1;
    }
    const norm = Math.hypot(...vector);
    return norm === 0 ? vector : vector.map((value) => value / norm);
  };
  return {
    model: known,
    atOnce: 1,
    embedQuestion: async (text) => embed(text),
    embedPassages: async (texts) => texts.map(embed),
    embedWithSentences: async (passages) =>
      passages.map(({ text, sentences }) => ({ passage: embed(text), sentences: sentences.map(embed) })),
  };
}
