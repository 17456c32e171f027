/**
 * Makes `src/language/near-words/near-words.tsv` from a static model: `npx tsx scripts/make-near-words.ts FOLDER`;
 * `vi-en-news-384`, as the bundled model was before it was taught.
 * A static encoder has one vector a piece; pieces that are whole words or phrases are a dictionary of what means
 * nearly the same. It takes some minutes.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AutoModel, env, Tensor } from "@xenova/transformers";
import hnswlib from "hnswlib-node";
import { z } from "zod";
import { locateModel } from "../src/embedding/model-files.ts";
import { WHOLE_WORDS } from "../src/embedding/unigram-description.ts";

const FILE = new URL("../src/language/near-words/near-words.tsv", import.meta.url);

/** Below this cosine two phrases share a topic rather than a meaning. */
const LEAST_LIKENESS = 0.35;
const MOST_NEIGHBOURS = 24;
const BATCH = 500;

env.allowRemoteModels = false;
const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write("Name the folder of a static model: npx tsx scripts/make-near-words.ts FOLDER\n");
  process.exit(2);
}
const { root, name } = locateModel(folder);
env.localModelPath = root;
const model = await AutoModel.from_pretrained(name);
const pieces = z
  .object({ model: z.object({ vocab: z.array(z.tuple([z.string(), z.number()])) }) })
  .parse(JSON.parse(readFileSync(join(root, name, "tokenizer.json"), "utf8")))
  .model.vocab.map(([piece]) => piece);

/** The vectors of pieces, by their numbers. */
async function embedPieces(first: number, count: number): Promise<Float32Array> {
  const ids = BigInt64Array.from({ length: count }, (_, at) => BigInt(first + at));
  const shape = [1, count];
  const outputs: unknown = await model({
    input_ids: new Tensor("int64", ids, shape),
    attention_mask: new Tensor("int64", new BigInt64Array(count).fill(1n), shape),
  });
  return z.object({ last_hidden_state: z.object({ data: z.instanceof(Float32Array) }) }).parse(outputs)
    .last_hidden_state.data;
}

interface Word {
  readonly text: string;
  readonly norm: number;
  /** Of unit length. */
  readonly vector: number[];
}

const words: Word[] = [];
for (let first = 0; first < pieces.length; first += BATCH) {
  const count = Math.min(BATCH, pieces.length - first);
  const vectors = await embedPieces(first, count);
  const dimension = vectors.length / count;
  for (let at = 0; at < count; at++) {
    const piece = pieces[first + at] ?? "";
    if (!WHOLE_WORDS.test(piece)) continue;
    const vector = Array.from(vectors.subarray(at * dimension, (at + 1) * dimension));
    const norm = Math.hypot(...vector);
    if (norm > 0) {
      words.push({
        text: piece.slice(1).replaceAll("▁", " "),
        norm,
        vector: vector.map((value) => value / norm),
      });
    }
  }
}

const graph = new hnswlib.HierarchicalNSW("ip", words[0]?.vector.length ?? 0);
graph.initIndex(words.length, 32, 200, 100);
for (const [at, { vector }] of words.entries()) graph.addPoint(vector, at);
graph.setEf(400);

const lines = words.map(({ text, norm, vector }, at) => {
  const { neighbors, distances } = graph.searchKnn(vector, MOST_NEIGHBOURS + 1);
  const near = neighbors.flatMap((other, rank) => {
    const likeness = 1 - (distances[rank] ?? 1);
    return other === at || likeness < LEAST_LIKENESS ? [] : [`${other}:${Math.round(likeness * 100)}`];
  });
  return `${text}\t${norm.toFixed(2)}\t${near.slice(0, MOST_NEIGHBOURS).join(" ")}\n`;
});
writeFileSync(FILE, lines.join(""));
process.stdout.write(`${words.length} words and phrases\n`);
