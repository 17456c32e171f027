import { cp, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Embedder } from "../../src/embedding/embedder.ts";
import { loadEmbedder } from "../../src/embedding/load-embedder.ts";
import { loadLocalEmbedder } from "../../src/embedding/local-embedder.ts";
import { BUNDLED_MODEL, MODELS_DIR } from "../../src/embedding/model-files.ts";
import { makeFolder } from "../support/corpus.ts";
import { loadBundledEmbedder } from "../support/embedders.ts";

const QUESTION = "Hà Nội đã thành lập mới bao nhiêu cụm công nghiệp?";

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}

/** A copy of the bundled model under a name of its own. */
async function copyModel(name: string): Promise<string> {
  const folder = join(await makeFolder(), name);
  await cp(join(MODELS_DIR, BUNDLED_MODEL), folder, { recursive: true });
  return folder;
}

describe("the bundled model", () => {
  let embedder: Embedder;
  beforeAll(async () => {
    embedder = await loadBundledEmbedder();
  });

  test("says which it is", () => {
    expect(embedder.model).toEqual({
      name: BUNDLED_MODEL,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      dimension: 384,
    });
  });

  test.each([
    ["a question", QUESTION],
    ["one letter", "a"],
    ["one digit", "7"],
    ["English", "How many industrial clusters?"],
    ["Chinese", "河内工业区"],
    ["text between emoji", "😀 chợ 😀"],
    ["decomposed letters", QUESTION.normalize("NFD")],
    ["a lone surrogate", "chợ \ud83d"],
    ["control characters", "chợ\u0000\u001b[31m"],
  ])("gives a unit vector for %s", async (_, text) => {
    const vector = await embedder.embedQuestion(text);
    expect(vector).toBeInstanceOf(Float32Array);
    expect(vector).toHaveLength(384);
    expect(Math.sqrt(dot(vector, vector))).toBeCloseTo(1, 5);
  });

  test.each([
    ["an empty text", ""],
    ["white space", " \n\t"],
    ["emoji only", "😀👨‍👩‍👧🎉"],
    ["marks of punctuation", "?!… –"],
  ])("gives the zero vector for %s", async (_, text) => {
    expect(await embedder.embedQuestion(text)).toEqual(new Float32Array(384));
    expect(await embedder.embedPassages([text])).toEqual([new Float32Array(384)]);
  });

  test.each([
    ["with spaces", "Hà Nội tăng trưởng "],
    ["without spaces", "a"],
    ["of emoji", "x😀"],
    ["of Chinese", "河"],
  ])("reads the beginning of a megabyte %s", async (_, repeated) => {
    const long = repeated.repeat(1_000_000 / repeated.length);
    const vector = await embedder.embedQuestion(long);
    expect(Math.sqrt(dot(vector, vector))).toBeCloseTo(1, 5);
    expect(vector).toEqual(await embedder.embedQuestion(long.slice(0, 500_000)));
  });

  test("gives the same for a thousand texts as one by one, in their order", async () => {
    const texts = Array.from({ length: 1_000 }, (_, at) =>
      at % 100 === 0 ? "" : `Đoạn ${at}: tăng ${at}%.`,
    );
    const together = await embedder.embedPassages(texts);
    expect(together).toHaveLength(1_000);
    for (const at of [0, 1, 500, 777, 999]) {
      expect(together[at]).toEqual((await embedder.embedPassages([texts[at] ?? ""]))[0]);
    }
    expect(await embedder.embedPassages([])).toEqual([]);
  });

  test("gives the same vector every time, also when many ask at once", async () => {
    const vectors = await Promise.all(Array.from({ length: 10 }, () => embedder.embedQuestion(QUESTION)));
    for (const vector of vectors) expect(vector).toEqual(vectors[0]);
  });

  test("puts a question nearer to its answer than to something else, also across languages", async () => {
    const [answer, other] = await embedder.embedPassages([
      "Thành phố đã ban hành quyết định thành lập mới 43 cụm công nghiệp.",
      "Trời mưa to ở miền Trung, nhiều tuyến đường bị ngập.",
    ]);
    if (!answer || !other) throw new Error("The embedder gave too few vectors.");
    for (const question of [QUESTION, "How many new industrial clusters were established?"]) {
      const vector = await embedder.embedQuestion(question);
      expect(dot(vector, answer)).toBeGreaterThan(dot(vector, other));
    }
  });
});

describe("another model", () => {
  test("is loaded from a folder, and is known by its weights", async () => {
    const bundled = await loadBundledEmbedder();
    const copy = await loadEmbedder({ model: await copyModel("another"), allowDownload: false });
    expect(copy.model).toEqual({ ...bundled.model, name: "another" });
    expect(await copy.embedQuestion(QUESTION)).toEqual(await bundled.embedQuestion(QUESTION));
  });

  test("of the E5 family is given the prefixes it wants, and nothing to an empty text", async () => {
    const bundled = await loadBundledEmbedder();
    const e5 = await loadEmbedder({ model: await copyModel("my-e5-small"), allowDownload: false });
    expect(await e5.embedQuestion("chợ")).toEqual(await bundled.embedQuestion("query: chợ"));
    expect(await e5.embedPassages(["chợ"])).toEqual(await bundled.embedPassages(["passage: chợ"]));
    expect(await e5.embedQuestion("😀")).toEqual(new Float32Array(384));
  });

  test("is no E5 because its folder lies in one called so", async () => {
    const bundled = await loadBundledEmbedder();
    const folder = join(await copyModel("e5-models"), "../e5-models/plain");
    await cp(join(MODELS_DIR, BUNDLED_MODEL), folder, { recursive: true });
    const plain = await loadEmbedder({ model: folder, allowDownload: false });
    expect(await plain.embedQuestion("chợ")).toEqual(await bundled.embedQuestion("chợ"));
  });
});

describe("a model that cannot be used is one clear sentence", () => {
  test("when it is not there", async () => {
    await expect(loadEmbedder({ model: "Xenova/khong-co", allowDownload: false })).rejects.toThrow(
      `The embedding model "Xenova/khong-co" is not in "${MODELS_DIR}"; put it there, choose another with ` +
        "EMBEDDING_MODEL, or set ALLOW_MODEL_DOWNLOAD=true to fetch it once.",
    );
  });

  test.each([
    [
      "its weights are cut off",
      (folder: string) => truncate(join(folder, "onnx/model_quantized.onnx"), 100_000),
    ],
    [
      "its weights are something else",
      (folder: string) => writeFile(join(folder, "onnx/model_quantized.onnx"), "x"),
    ],
    ["its tokenizer is missing", (folder: string) => rm(join(folder, "tokenizer.json"))],
    ["its tokenizer is broken", (folder: string) => writeFile(join(folder, "tokenizer.json"), '{"model":')],
    ["its configuration is broken", (folder: string) => writeFile(join(folder, "config.json"), "{")],
  ])("when %s", async (_, damage) => {
    const folder = await copyModel("hong");
    await damage(folder);
    await expect(loadEmbedder({ model: folder, allowDownload: false })).rejects.toThrow(
      `The embedding model "${folder}" could not be loaded; its folder is damaged or of another kind.`,
    );
  });
});

describe("a model with layers", () => {
  test("computes in threads of its own, and gives what it would give in this one", async () => {
    const model = await copyModel("layered");
    const config = join(model, "config.json");
    await writeFile(
      config,
      (await readFile(config, "utf8")).replace('"num_hidden_layers": 0', '"num_hidden_layers": 1'),
    );
    const pooled = await loadEmbedder({ model, allowDownload: false });
    const own = await loadLocalEmbedder({ model: BUNDLED_MODEL, allowDownload: false });
    expect(pooled.model).toEqual({ ...own.model, name: "layered" });
    const texts = Array.from({ length: 20 }, (_, at) => `${QUESTION} ${at}`);
    expect(await pooled.embedPassages(texts)).toEqual(await own.embedPassages(texts));
    const asked = await Promise.all(texts.map((text) => pooled.embedQuestion(text)));
    expect(asked).toEqual(await Promise.all(texts.map((text) => own.embedQuestion(text))));
    const passages = [
      { text: "Cụm công nghiệp. Chợ đầu mối.", sentences: ["Cụm công nghiệp.", "Chợ đầu mối."] },
      { text: QUESTION, sentences: [QUESTION] },
    ];
    const vectors = await pooled.embedWithSentences(passages);
    expect(vectors).toEqual(await own.embedWithSentences(passages));
    expect(vectors[0]?.sentences).toEqual(await own.embedPassages(["Cụm công nghiệp.", "Chợ đầu mối."]));
  });

  test("that is damaged is told of in one sentence", async () => {
    const model = await copyModel("damaged");
    await rm(join(model, "config.json"));
    await writeFile(join(model, "config.json"), '{"num_hidden_layers":');
    await expect(loadEmbedder({ model, allowDownload: false })).rejects.toThrow(/could not be loaded/);
  });
});
