import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { Embedder, PassageVectors } from "../embedding/embedder.ts";
import type { Generation } from "./generation.ts";
import { Hubness } from "./hubness.ts";
import type { PassageTable } from "./passage-table.ts";
import { KEY_BYTES, VectorTable } from "./vector-table.ts";

/** How many passages are embedded between two looks at the progress. */
const BATCH = 64;

export interface EmbeddedPassages {
  readonly vectors: VectorTable;
  /** Passages whose vectors were taken from the generation before. */
  readonly reused: number;
}

/**
 * The vectors of all passages and sentences. What the generation before has, of the same model and the same
 * words in the same sentences, is taken from there.
 *
 * @param sentences the text of each sentence of the table, in order
 */
export async function embedPassages(
  embedder: Embedder,
  passages: PassageTable,
  texts: { readonly passages: readonly string[]; readonly sentences: readonly string[] },
  before: Generation | null,
  onProgress: (done: number) => void,
): Promise<EmbeddedPassages> {
  const vectors = VectorTable.allocate(embedder.model.dimension, passages.count, passages.sentenceCount);
  const missing: number[] = [];
  for (const { passage, key, source } of matchPassages(passages, texts.sentences, before)) {
    if (before && source !== undefined) copyPassage(before, source, vectors, passages, passage, key);
    else {
      vectors.setPassage(passage, key, new Float32Array(vectors.dimension));
      missing.push(passage);
    }
  }
  onProgress(passages.count - missing.length);
  for (let at = 0; at < missing.length; at += BATCH) {
    // A model that only looks vectors up never waits, and the lock wants renewing.
    await setImmediate();
    await embedBatch(embedder, passages, texts, missing.slice(at, at + BATCH), vectors);
    onProgress(passages.count - missing.length + Math.min(at + BATCH, missing.length));
  }
  await measureStanding(vectors, passages.count);
  return { vectors, reused: passages.count - missing.length };
}

/** One passage more or less may change how every other one stands among all. */
async function measureStanding(vectors: VectorTable, count: number): Promise<void> {
  const hubness = new Hubness(vectors.passages, vectors.dimension);
  for (let passage = 0; passage < count; passage++) {
    if (passage % BATCH === 0) await setImmediate();
    vectors.hubness[passage] = hubness.of(passage);
    vectors.centrality[passage] = vectors.passageCosine(passage, vectors.centroid);
  }
}

/** How many passages would have to be embedded; nothing is. */
export function countMissing(
  passages: PassageTable,
  sentences: readonly string[],
  before: Generation | null,
): number {
  let missing = 0;
  for (const { source } of matchPassages(passages, sentences, before)) if (source === undefined) missing++;
  return missing;
}

/** Each passage with its key, and the passage of the generation before that has the same one. */
function* matchPassages(passages: PassageTable, sentences: readonly string[], before: Generation | null) {
  const known = before ? indexKeys(before.vectors, before.passages.count) : new Map<string, number>();
  for (let passage = 0; passage < passages.count; passage++) {
    const { first, end } = passages.sentencesOf(passage);
    const key = keyOf(sentences.slice(first, end));
    yield { passage, key, source: known.get(toHex(key)) };
  }
}

async function embedBatch(
  embedder: Embedder,
  passages: PassageTable,
  texts: { readonly passages: readonly string[]; readonly sentences: readonly string[] },
  batch: readonly number[],
  vectors: VectorTable,
): Promise<void> {
  const embedded = await embedder.embedWithSentences(
    batch.map((passage) => {
      const { first, end } = passages.sentencesOf(passage);
      return { text: texts.passages[passage] ?? "", sentences: texts.sentences.slice(first, end) };
    }),
  );
  for (const [at, passage] of batch.entries()) {
    const { passage: whole, sentences } = vectorsAt(embedded, at);
    vectors.setPassage(passage, vectors.key(passage), whole);
    const { first } = passages.sentencesOf(passage);
    for (const [place, sentence] of sentences.entries()) vectors.setSentence(first + place, sentence);
  }
}

function vectorsAt(embedded: readonly PassageVectors[], at: number): PassageVectors {
  const vectors = embedded[at];
  if (!vectors)
    throw new RangeError(`The embedder gave the vectors of ${embedded.length} passages, none at ${at}.`);
  return vectors;
}

function copyPassage(
  before: Generation,
  source: number,
  vectors: VectorTable,
  passages: PassageTable,
  target: number,
  key: Uint8Array,
): void {
  vectors.setPassage(target, key, before.vectors.passage(source));
  const from = before.passages.sentencesOf(source).first;
  const { first, end } = passages.sentencesOf(target);
  for (let sentence = first; sentence < end; sentence++) {
    vectors.copySentence(before.vectors, from + sentence - first, sentence);
  }
}

/** The key of a passage: its sentences, apart, so that the same words cut otherwise are embedded anew. */
function keyOf(sentences: readonly string[]): Uint8Array {
  return createHash("sha256").update(sentences.join("\0")).digest().subarray(0, KEY_BYTES);
}

function indexKeys(vectors: VectorTable, count: number): Map<string, number> {
  return new Map(Array.from({ length: count }, (_, passage) => [toHex(vectors.key(passage)), passage]));
}

function toHex(key: Uint8Array): string {
  return Buffer.from(key).toString("hex");
}
