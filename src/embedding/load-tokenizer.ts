import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { AutoTokenizer, PreTrainedTokenizer } from "@xenova/transformers";
import { z } from "zod";
import type { ModelLocation } from "./model-files.ts";
import { UnigramSegmenter } from "./unigram.ts";

/** Tens of thousands of pieces with their log probabilities: looked at one by one they would hold up the start. */
const vocabulary = z.custom<readonly (readonly [piece: string, score: number])[]>(
  (pieces) => Array.isArray(pieces) && z.tuple([z.string(), z.number()]).safeParse(pieces.at(-1)).success,
);

const unigram = z.looseObject({
  model: z.looseObject({ type: z.literal("Unigram"), unk_id: z.int().nonnegative(), vocab: vocabulary }),
  added_tokens: z.array(z.looseObject({ id: z.int(), content: z.string() })),
});

/** Classes of the library that do nothing of their own. */
const plainClass = z.looseObject({
  tokenizer_class: z.enum([
    "PreTrainedTokenizer",
    "PreTrainedTokenizerFast",
    "XLMRobertaTokenizer",
    "XLMRobertaTokenizerFast",
  ]),
});

/** What the library takes off the least score for a letter that is no piece. */
const UNKNOWN_PENALTY = 10;

/**
 * Loads a model's tokenizer. One of the Unigram kind (Kudo 2018) that lies on this machine is given its pieces in a
 * tree of typed arrays instead of the library's tree of maps: as probable pieces in a tenth of the time, and at start
 * 50 MB and a third of a second less for 50,000 pieces.
 */
export async function loadTokenizer(
  location: ModelLocation,
  isPresent: boolean,
): Promise<PreTrainedTokenizer> {
  const quick = isPresent ? await loadUnigram(join(location.root, location.name)) : null;
  return quick ?? AutoTokenizer.from_pretrained(location.name);
}

async function loadUnigram(folder: string): Promise<PreTrainedTokenizer | null> {
  const read = async (file: string): Promise<unknown> =>
    JSON.parse(await readFile(join(folder, file), "utf8"));
  const files = await Promise.all([read("tokenizer.json"), read("tokenizer_config.json")]).catch(() => []);
  const [description, settings] = [unigram.safeParse(files[0]), plainClass.safeParse(files[1])];
  if (!description.success || !settings.success) return null;
  const { model: described, added_tokens: added, ...others } = description.data;
  const { vocab, unk_id: unknown } = described;
  // Of the pieces the library is given no more than it needs to know the unknown one.
  const few = { ...described, vocab: vocab.slice(0, unknown + 1) };
  const tokenizer = new PreTrainedTokenizer({ ...others, added_tokens: added, model: few }, settings.data);
  const { model } = tokenizer;
  for (const [id, [piece]] of vocab.entries()) {
    model.vocab[id] = piece;
    model.tokens_to_ids.set(piece, id);
  }
  for (const { id, content } of added) {
    model.vocab[id] = content;
    model.tokens_to_ids.set(content, id);
  }
  let least = 0;
  for (const [, score] of vocab) least = Math.min(least, score);
  const unknownScore = least - UNKNOWN_PENALTY;
  const pieces = [...model.tokens_to_ids].map(([piece, id]) => ({
    piece,
    score: id === unknown ? unknownScore : (vocab[id]?.[1] ?? unknownScore),
  }));
  const segmenter = new UnigramSegmenter(pieces, unknownScore);
  model.encode = (words) => words.flatMap((word) => segmenter.segment(word));
  return tokenizer;
}
