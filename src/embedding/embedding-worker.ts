import type { Embedder, EmbeddingModel } from "./embedder.ts";
import { type EmbedderOptions, loadLocalEmbedder } from "./local-embedder.ts";

/** What a thread is asked to embed, and with which model; all tasks of a thread name the same. */
export interface EmbeddingTask {
  readonly options: EmbedderOptions;
  readonly kind: "question" | "passage";
  readonly texts: readonly string[];
}

export interface EmbeddingResult {
  readonly model: EmbeddingModel;
  /** One a text, in their order. */
  readonly vectors: readonly Float32Array[];
}

let embedder: Promise<Embedder> | null = null;

/** Embeds texts, after loading the model the first time. */
export default async function embedTexts({ options, kind, texts }: EmbeddingTask): Promise<EmbeddingResult> {
  embedder ??= loadLocalEmbedder(options);
  const { model, embedQuestion, embedPassages } = await embedder;
  const vectors =
    kind === "passage"
      ? await embedPassages(texts)
      : await Promise.all(texts.map((text) => embedQuestion(text)));
  return { model, vectors };
}
