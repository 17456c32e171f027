/** Which model made a vector: vectors of different models never meet in one index. */
export interface EmbeddingModel {
  readonly name: string;
  /** Hexadecimal SHA-256 of the weights file. */
  readonly sha256: string;
  /** Numbers a vector. */
  readonly dimension: number;
}

/** A passage, and its sentences: their words are the passage's. */
export interface PassageText {
  readonly text: string;
  readonly sentences: readonly string[];
}

/** The vectors of a passage and of its sentences, in their order. */
export interface PassageVectors {
  readonly passage: Float32Array;
  readonly sentences: readonly Float32Array[];
}

/**
 * Turns texts into vectors of unit length, so that their dot product is the cosine of their angle.
 * A text in which the model finds nothing (no letter or digit) has no direction: it becomes the zero
 * vector, whose dot product with everything is 0. Text beyond the model's maximum length is left out.
 */
export interface Embedder {
  readonly model: EmbeddingModel;
  /** How many texts it embeds at the same time: more only wait for each other. */
  readonly atOnce: number;
  /** `Float32Array` of length `dimension`. */
  embedQuestion(text: string): Promise<Float32Array>;
  /** One vector a text, in their order. */
  embedPassages(texts: readonly string[]): Promise<Float32Array[]>;
  /** Passages together with their sentences: the vectors `embedPassages` would give of each, sooner. */
  embedWithSentences(passages: readonly PassageText[]): Promise<PassageVectors[]>;
}
