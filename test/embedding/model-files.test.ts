import { createHash } from "node:crypto";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  BUNDLED_MODEL,
  findWeights,
  hashWeights,
  isModelPresent,
  locateModel,
  MODELS_DIR,
} from "../../src/embedding/model-files.ts";
import { makeCorpus } from "../support/corpus.ts";

describe("locateModel", () => {
  test("looks for a name in the models folder", () => {
    expect(locateModel(BUNDLED_MODEL)).toEqual({ root: MODELS_DIR, name: BUNDLED_MODEL });
    expect(locateModel("Xenova/all-MiniLM-L6-v2", "/models")).toEqual({
      root: "/models",
      name: "Xenova/all-MiniLM-L6-v2",
    });
  });

  test("takes a path for a path, whether or not it is there", () => {
    expect(locateModel("/models/e5-small/")).toEqual({ root: "/models", name: "e5-small" });
    expect(locateModel("./e5-small")).toEqual({ root: process.cwd(), name: "e5-small" });
  });

  test("takes for a path what is a folder with a model", () => {
    expect(locateModel(`index/model/${BUNDLED_MODEL}`, "/models")).toEqual({
      root: MODELS_DIR,
      name: BUNDLED_MODEL,
    });
  });
});

describe("a model's files", () => {
  test("are a configuration and weights, quantised ones before full ones", async () => {
    const root = await makeCorpus({
      "both/config.json": "{}",
      "both/onnx/model.onnx": "full",
      "both/onnx/model_quantized.onnx": "quantised",
      "full/config.json": "{}",
      "full/onnx/model.onnx": "full",
      "weightless/config.json": "{}",
      "bare/onnx/model.onnx": "full",
    });
    const present = (name: string) => isModelPresent({ root, name });
    expect(await Promise.all(["both", "full", "weightless", "bare", "none"].map(present))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(await findWeights({ root, name: "both" })).toBe(join(root, "both/onnx/model_quantized.onnx"));
    expect(await findWeights({ root, name: "full" })).toBe(join(root, "full/onnx/model.onnx"));
    expect(await hashWeights({ root, name: "full" })).toBe(createHash("sha256").update("full").digest("hex"));
  });
});
