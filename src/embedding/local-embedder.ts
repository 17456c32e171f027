import { AutoModel, env, type PreTrainedModel, type PreTrainedTokenizer } from "@xenova/transformers";
import { z } from "zod";
import { embedApart } from "./embed-apart.ts";
import type { Embedder } from "./embedder.ts";
import { cutToRead, hasContent, limitTokens } from "./limits.ts";
import { loadTokenizer } from "./load-tokenizer.ts";
import {
  findWeights,
  hashWeights,
  isModelPresent,
  locateModel,
  MODELS_DIR,
  type ModelLocation,
} from "./model-files.ts";
import { poolMean } from "./pooling.ts";
import { prefixesOf } from "./prefixes.ts";

export interface EmbedderOptions {
  /** A folder, a name under the models folder, or a name on the Hugging Face hub. */
  readonly model: string;
  /** Whether a model that is not on this machine may be fetched from the hub. */
  readonly allowDownload: boolean;
  readonly modelsDir?: string;
}

/**
 * Loads an embedding model into this thread, which it keeps busy while it computes.
 * @throws with one clear sentence when the model is missing or cannot be loaded
 */
export async function loadLocalEmbedder(options: EmbedderOptions): Promise<Embedder> {
  const location = locateModel(options.model, options.modelsDir ?? MODELS_DIR);
  const present = await isModelPresent(location);
  if (!present && !options.allowDownload) {
    throw new Error(
      `The embedding model "${options.model}" is not in "${location.root}"; put it there, choose another with ` +
        "EMBEDDING_MODEL, or set ALLOW_MODEL_DOWNLOAD=true to fetch it once.",
    );
  }
  const { tokenizer, model } = await loadParts(location, options.model, present);
  const prefixes = prefixesOf(location.name);
  const maxTokens = limitTokens(model.config, tokenizer.model_max_length);
  // The dimension is what the model gives, not what a configuration file says.
  const dimension = (await embedText(tokenizer, model, "a", maxTokens)).length;

  const embed = async (prefix: string, text: string): Promise<Float32Array> => {
    if (!hasContent(text)) return new Float32Array(dimension);
    return embedText(tokenizer, model, prefix + text, maxTokens);
  };
  const embedPassages = async (texts: readonly string[]): Promise<Float32Array[]> => {
    const vectors: Float32Array[] = [];
    for (const text of texts) vectors.push(await embed(prefixes.passage, text));
    return vectors;
  };
  return {
    model: { name: location.name, sha256: await hashWeights(location), dimension },
    atOnce: 1,
    embedQuestion: (text) => embed(prefixes.question, text),
    embedPassages,
    embedWithSentences: (passages) => embedApart(embedPassages, passages),
  };
}

interface ModelParts {
  readonly tokenizer: PreTrainedTokenizer;
  readonly model: PreTrainedModel;
}

async function loadParts(location: ModelLocation, asked: string, present: boolean): Promise<ModelParts> {
  // transformers.js keeps its settings in one global object; this is the only place that touches it.
  env.allowLocalModels = true;
  env.allowRemoteModels = !present;
  env.localModelPath = location.root;
  env.cacheDir = location.root;
  const quantized = !(present && (await findWeights(location))?.endsWith("model.onnx"));
  try {
    const [tokenizer, model] = await Promise.all([
      loadTokenizer(location, present),
      AutoModel.from_pretrained(location.name, { quantized }),
    ]);
    return { tokenizer, model };
  } catch (cause) {
    const verb = present
      ? "loaded; its folder is damaged or of another kind"
      : "downloaded; check the name and the network";
    throw new Error(`The embedding model "${asked}" could not be ${verb}.`, { cause });
  }
}

/**
 * Tokenizer and model are called directly: the pipeline's own pooling and normalising cost three times what the
 * model does, and its padded batches more still. One text at a time needs no padding, hence no attention mask.
 */
async function embedText(
  tokenizer: PreTrainedTokenizer,
  model: PreTrainedModel,
  text: string,
  maxTokens: number,
): Promise<Float32Array> {
  const inputs: unknown = await tokenizer(cutToRead(text, maxTokens), {
    truncation: true,
    max_length: maxTokens,
  });
  const outputs: unknown = await model(inputs);
  const { data, dims } = readHiddenState(outputs);
  const [, count = 0, dimension = 0] = dims;
  return poolMean(data, count, dimension);
}

/** Batch, tokens, dimension; row by row. */
const hiddenState = z.object({ data: z.instanceof(Float32Array), dims: z.array(z.number()).length(3) });
/** Models name their hidden states in one of these ways. */
const modelOutputs = z.union([
  z.object({ last_hidden_state: hiddenState }).transform((outputs) => outputs.last_hidden_state),
  z.object({ token_embeddings: hiddenState }).transform((outputs) => outputs.token_embeddings),
  z.object({ logits: hiddenState }).transform((outputs) => outputs.logits),
]);

function readHiddenState(outputs: unknown): z.output<typeof hiddenState> {
  const parsed = modelOutputs.safeParse(outputs);
  if (parsed.success) return parsed.data;
  throw new Error("The embedding model gives no hidden states; choose a feature-extraction model.");
}
