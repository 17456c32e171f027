import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { LOG_STEPS } from "../src/language/restoration/syllable-model.ts";

/**
 * Makes the product's syllable counts from a folder with `unigrams.tsv` (syllable, count) and `bigrams.tsv.gz`
 * (first, second, count). Rarer pairs are left out: they take room and restore next to nothing.
 */
const MIN_COUNT = 12;

const [from, to = "src/language/restoration"] = process.argv.slice(2);
if (!from) {
  process.stderr.write("Usage: npx tsx scripts/pack-syllables.ts FOLDER [TARGET]\n");
  process.exit(2);
}
const unigrams = readFileSync(`${from}/unigrams.tsv`, "utf8");
const ids = new Map(
  unigrams
    .trimEnd()
    .split("\n")
    .map((line, id) => [line.split("\t")[0] ?? "", id]),
);
const pairs = gunzipSync(readFileSync(`${from}/bigrams.tsv.gz`))
  .toString("utf8")
  .trimEnd()
  .split("\n")
  .flatMap((line) => {
    const [first = "", second = "", count = "0"] = line.split("\t");
    const [a, b] = [ids.get(first), ids.get(second)];
    return a === undefined || b === undefined || Number(count) < MIN_COUNT
      ? []
      : [{ key: a * 2 ** 16 + b, log: Math.round(LOG_STEPS * Math.log(Number(count))) }];
  })
  .sort((x, y) => x.key - y.key);
const keys = Uint32Array.from(pairs, ({ key }) => key);
const logs = Uint8Array.from(pairs, ({ log }) => log);
writeFileSync(`${to}/unigrams.tsv`, unigrams);
writeFileSync(`${to}/bigrams.bin`, Buffer.concat([Buffer.from(keys.buffer), Buffer.from(logs.buffer)]));
process.stdout.write(`${pairs.length} pairs of ${ids.size} syllables\n`);
