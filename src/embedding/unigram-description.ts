import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

/** Tens of thousands of pieces with their log probabilities: looked at one by one they would hold up the start. */
const vocabulary = z.custom<readonly (readonly [piece: string, score: number])[]>(
  (pieces) => Array.isArray(pieces) && z.tuple([z.string(), z.number()]).safeParse(pieces.at(-1)).success,
);

const description = z.looseObject({
  model: z.looseObject({ type: z.literal("Unigram"), unk_id: z.int().nonnegative(), vocab: vocabulary }),
  added_tokens: z.array(z.looseObject({ id: z.int(), content: z.string() })),
});

/** Classes of the library that do nothing of their own. */
const settings = z.looseObject({
  tokenizer_class: z.enum([
    "PreTrainedTokenizer",
    "PreTrainedTokenizerFast",
    "XLMRobertaTokenizer",
    "XLMRobertaTokenizerFast",
  ]),
});

/** What a model's folder says of a tokenizer of the Unigram kind (Kudo 2018). */
export interface UnigramDescription {
  readonly tokenizer: z.output<typeof description>;
  readonly settings: z.output<typeof settings>;
}

/** Reads it; `null` where there is none, or of another kind. */
export async function readUnigram(folder: string): Promise<UnigramDescription | null> {
  const read = async (file: string): Promise<unknown> =>
    JSON.parse(await readFile(join(folder, file), "utf8"));
  const files = await Promise.all([read("tokenizer.json"), read("tokenizer_config.json")]).catch(() => []);
  const [tokenizer, others] = [description.safeParse(files[0]), settings.safeParse(files[1])];
  return tokenizer.success && others.success ? { tokenizer: tokenizer.data, settings: others.data } : null;
}

/** `▁` stands for a space: a piece of whole words begins with one and holds nothing but letters and digits. */
export const WHOLE_WORDS = /^(?:▁[\p{L}\p{M}\p{N}]+)+$/u;

/** What the library takes off the least score for a letter that is no piece. */
const UNKNOWN_PENALTY = 10;

/** The score of a letter that is no piece, below that of every piece. */
export function unknownScoreOf({ tokenizer }: UnigramDescription): number {
  let least = 0;
  for (const [, score] of tokenizer.model.vocab) least = Math.min(least, score);
  return least - UNKNOWN_PENALTY;
}
