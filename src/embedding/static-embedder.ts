import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Embedder } from "./embedder.ts";
import { cutToRead, hasContent, limitTokens } from "./limits.ts";
import { findWeights, type ModelLocation, readConfig } from "./model-files.ts";
import { scaleToUnit } from "./pooling.ts";
import { prefixesOf } from "./prefixes.ts";
import { StaticTokenizer } from "./static-tokenizer.ts";
import { readTokenTable } from "./token-table.ts";
import { readUnigram } from "./unigram-description.ts";

/**
 * Loads a model that is but a table of token vectors, like the bundled one, without the library and its runtime: to
 * the last bit the same vectors, for a fraction of the time and memory of starting them. What a passage's tokens are
 * is found once for it and its sentences.
 *
 * @returns `null` for every other model, and for one whose files are damaged
 */
export async function loadStaticEmbedder(location: ModelLocation): Promise<Embedder | null> {
  const folder = join(location.root, location.name);
  const weights = await findWeights(location);
  const [bytes, description, config] = await Promise.all([
    weights === null ? null : readFile(weights).catch(() => null),
    readUnigram(folder),
    readConfig(location),
  ]);
  if (bytes === null || description === null) return null;
  const table = readTokenTable(bytes);
  const tokenizer = StaticTokenizer.create(description);
  if (!table || !tokenizer || description.tokenizer.model.vocab.length > table.count) return null;

  const prefixes = prefixesOf(location.name);
  const maxTokens = limitTokens(config, description.settings.model_max_length);
  const embed = (text: string, known?: Map<string, readonly number[]>): Float32Array => {
    const tokens = tokenizer.tokenize(cutToRead(text, maxTokens), known);
    return scaleToUnit(table.sum(tokens.slice(0, maxTokens)));
  };
  const embedPassage = (text: string, known?: Map<string, readonly number[]>): Float32Array =>
    hasContent(text) ? embed(prefixes.passage + text, known) : new Float32Array(table.dimension);
  return {
    model: {
      name: location.name,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      dimension: table.dimension,
    },
    atOnce: 1,
    embedQuestion: async (text) =>
      hasContent(text) ? embed(prefixes.question + text) : new Float32Array(table.dimension),
    embedPassages: async (texts) => texts.map((text) => embedPassage(text)),
    embedWithSentences: async (passages) =>
      passages.map(({ text, sentences }) => {
        // Most sentences end with a mark, where pieces end too: then its runs are those of the passage.
        const known = new Map<string, readonly number[]>();
        const passage = embedPassage(text, known);
        const isOne = sentences.length === 1 && sentences[0] === text;
        return {
          passage,
          sentences: isOne ? [passage] : sentences.map((sentence) => embedPassage(sentence, known)),
        };
      }),
  };
}
