import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { z } from "zod";

/** The model that comes with the product. */
export const BUNDLED_MODEL = "vi-en-trade-384";

/** Where models lie: the bundled one, and those that were downloaded. It does not follow `INDEX_DIR`. */
export const MODELS_DIR = resolve(dirname(fileURLToPath(import.meta.url)), "../../index/model");

/** Every model has one. */
const CONFIG = "config.json";

/** Where transformers.js is to look for a model: `root` and the name under it. */
export interface ModelLocation {
  readonly root: string;
  readonly name: string;
}

/**
 * A model is a folder by its path (`./my-model`, `/models/e5`, or `my/model` where there is one), else a name under
 * the models folder or on the hub.
 */
export function locateModel(model: string, modelsDir = MODELS_DIR): ModelLocation {
  const path = resolve(model);
  const isPath = isAbsolute(model) || model.startsWith(".") || existsSync(join(path, CONFIG));
  return isPath ? { root: dirname(path), name: basename(path) } : { root: modelsDir, name: model };
}

/** Whether the model's files are on this machine. */
export async function isModelPresent({ root, name }: ModelLocation): Promise<boolean> {
  try {
    return (await stat(join(root, name, CONFIG))).isFile() && (await findWeights({ root, name })) !== null;
  } catch {
    return false;
  }
}

/**
 * Whether the model has no layers but a vector a token: then it takes less time than sending texts and vectors
 * between threads would. What does not say is taken for one with layers.
 */
export async function isStatic(location: ModelLocation): Promise<boolean> {
  return layers.safeParse(await readConfig(location)).success;
}

/** What a model's configuration says; `null` where there is none that can be read. */
export async function readConfig({ root, name }: ModelLocation): Promise<unknown> {
  try {
    return JSON.parse(await readFile(join(root, name, CONFIG), "utf8"));
  } catch {
    return null;
  }
}

const layers = z.object({ num_hidden_layers: z.literal(0) });

/** SHA-256 of the weights that transformers.js loads, in hexadecimal. */
export async function hashWeights(location: ModelLocation): Promise<string> {
  const weights = await findWeights(location);
  const hash = createHash("sha256");
  if (weights !== null) await pipeline(createReadStream(weights), hash);
  return hash.digest("hex");
}

/** The quantised weights, which transformers.js prefers, or else the full ones. */
export async function findWeights({ root, name }: ModelLocation): Promise<string | null> {
  const folder = join(root, name, "onnx");
  const files = await readdir(folder).catch((): string[] => []);
  const file = ["model_quantized.onnx", "model.onnx"].find((candidate) => files.includes(candidate));
  return file === undefined ? null : join(folder, file);
}
