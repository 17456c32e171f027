import { join } from "node:path";
import { AutoTokenizer, PreTrainedTokenizer } from "@xenova/transformers";
import type { ModelLocation } from "./model-files.ts";
import { UnigramSegmenter } from "./unigram.ts";
import { readUnigram, unknownScoreOf } from "./unigram-description.ts";

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
  const description = await readUnigram(folder);
  if (description === null) return null;
  const { model: described, added_tokens: added, ...others } = description.tokenizer;
  const { vocab, unk_id: unknown } = described;
  // Of the pieces the library is given no more than it needs to know the unknown one.
  const few = { ...described, vocab: vocab.slice(0, unknown + 1) };
  const tokenizer = new PreTrainedTokenizer(
    { ...others, added_tokens: added, model: few },
    description.settings,
  );
  const { model } = tokenizer;
  for (const [id, [piece]] of vocab.entries()) {
    model.vocab[id] = piece;
    model.tokens_to_ids.set(piece, id);
  }
  for (const { id, content } of added) {
    model.vocab[id] = content;
    model.tokens_to_ids.set(content, id);
  }
  const unknownScore = unknownScoreOf(description);
  const pieces = [...model.tokens_to_ids].map(([piece, id]) => ({
    piece,
    score: id === unknown ? unknownScore : (vocab[id]?.[1] ?? unknownScore),
  }));
  const segmenter = new UnigramSegmenter(pieces, unknownScore);
  model.encode = (words) => words.flatMap((word) => segmenter.segment(word));
  return tokenizer;
}
