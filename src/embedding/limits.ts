/** Texts that a model was not trained to read at once are cut here when it does not say where. */
const DEFAULT_MAX_TOKENS = 512;
/** A token is at least one character, and few are longer than this: longer texts are cut before they are tokenised. */
const CHARACTERS_PER_TOKEN = 24;
const HAS_CONTENT = /[\p{L}\p{N}]/u;

/** Whether a model can find anything in a text. */
export function hasContent(text: string): boolean {
  return HAS_CONTENT.test(text);
}

/** What of a text can matter to a model that reads so many tokens. */
export function cutToRead(text: string, maxTokens: number): string {
  return text.slice(0, maxTokens * CHARACTERS_PER_TOKEN);
}

/** How many tokens of a text are read: the least that a model's configuration and its tokenizer's say. */
export function limitTokens(config: unknown, ofTokenizer: unknown): number {
  const ofModel =
    typeof config === "object" && config !== null && "max_position_embeddings" in config
      ? config.max_position_embeddings
      : Number.NaN;
  const limits = [ofModel, ofTokenizer].map(Number);
  const sensible = limits.filter((limit) => Number.isFinite(limit) && limit > 0 && limit < 1e6);
  return sensible.length > 0 ? Math.min(...sensible) : DEFAULT_MAX_TOKENS;
}
