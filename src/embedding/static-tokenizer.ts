import { readSteps, type SplitText } from "./text-steps.ts";
import { UNKNOWN, UnigramSegmenter } from "./unigram.ts";
import { type UnigramDescription, unknownScoreOf } from "./unigram-description.ts";

/**
 * Turns text into the numbers of its tokens as the library does, but for the words `[PAD]` and `[UNK]`, which are
 * words here and not what they would mean to a model.
 */
export class StaticTokenizer {
  readonly #split: SplitText;
  readonly #segmenter: UnigramSegmenter;
  readonly #unknown: number;

  private constructor(split: SplitText, segmenter: UnigramSegmenter, unknown: number) {
    this.#split = split;
    this.#segmenter = segmenter;
    this.#unknown = unknown;
  }

  /** @returns `null` for a description that asks for what is not known here */
  static create(description: UnigramDescription): StaticTokenizer | null {
    const split = readSteps(description.tokenizer);
    if (split === null) return null;
    const { vocab, unk_id: unknown } = description.tokenizer.model;
    const unknownScore = unknownScoreOf(description);
    const pieces = vocab.map(([piece, score], id) => ({
      piece,
      score: id === unknown ? unknownScore : score,
    }));
    return new StaticTokenizer(split, new UnigramSegmenter(pieces, unknownScore), unknown);
  }

  /** @param known the tokens of runs of text that were met before; new ones are added */
  tokenize(text: string, known = new Map<string, readonly number[]>()): number[] {
    const tokens: number[] = [];
    for (const run of this.#split(text)) {
      let own = known.get(run);
      if (own === undefined) {
        own = this.#segmenter.number(run);
        known.set(run, own);
      }
      for (const piece of own) {
        // Unknown letters side by side are one unknown token.
        if (piece !== UNKNOWN && piece !== this.#unknown) tokens.push(piece);
        else if (tokens.at(-1) !== this.#unknown) tokens.push(this.#unknown);
      }
    }
    return tokens;
  }
}
