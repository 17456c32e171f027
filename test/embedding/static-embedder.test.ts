import { execFile } from "node:child_process";
import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { loadArticles } from "../../src/articles/load-articles.ts";
import { splitPassages } from "../../src/articles/passages.ts";
import type { Embedder, PassageText } from "../../src/embedding/embedder.ts";
import { loadLocalEmbedder } from "../../src/embedding/local-embedder.ts";
import { BUNDLED_MODEL, MODELS_DIR } from "../../src/embedding/model-files.ts";
import { loadStaticEmbedder } from "../../src/embedding/static-embedder.ts";
import { makeFolder } from "../support/corpus.ts";
import { PROJECT } from "../support/scripts.ts";

const SEEDS = new URL("../../seeds", import.meta.url).pathname;

async function loadBundled(): Promise<Embedder> {
  const embedder = await loadStaticEmbedder({ root: MODELS_DIR, name: BUNDLED_MODEL });
  if (embedder === null) throw new Error("The bundled model is no static one.");
  return embedder;
}

describe("a static model", () => {
  let own: Embedder;
  let library: Embedder;
  beforeAll(async () => {
    own = await loadBundled();
    library = await loadLocalEmbedder({ model: BUNDLED_MODEL, allowDownload: false });
  });

  test("is known by the same weights and dimension", () => {
    expect(own.model).toEqual(library.model);
  });

  test("gives all articles the vectors of the library, to the last bit", async () => {
    const { articles } = await loadArticles(SEEDS);
    const passages = articles.flatMap((article): PassageText[] =>
      splitPassages(article).map(({ start, end, sentences }) => ({
        text: article.text.slice(start, end),
        sentences: sentences.map((sentence) => article.text.slice(sentence.start, sentence.end)),
      })),
    );
    expect(passages.length).toBeGreaterThan(10);
    expect(await own.embedWithSentences(passages)).toEqual(await library.embedWithSentences(passages));
  });

  test.each([
    ["a question", "ha noi co bao nhieu cum cong nghiep"],
    ["English", "How many industrial clusters did Hanoi establish in 2021?"],
    ["unknown letters on both sides of a mark", "河内. 工业区 ﷽"],
    ["a lone surrogate", "chợ \ud83d ½ Ⅷ"],
    ["more tokens than are read", "Tăng 12,5% so với cùng kỳ; nhập khẩu giảm. ".repeat(80)],
    ["more letters than are read", "tổng kim ngạch ".repeat(2_000)],
    ["nothing", "… – 😀"],
  ])("gives %s the vector of the library", async (_, text) => {
    expect(await own.embedQuestion(text)).toEqual(await library.embedQuestion(text));
    expect(await own.embedPassages([text])).toEqual(await library.embedPassages([text]));
  });

  test("gives any text the vector of the library", async () => {
    const texts = fc.string({ unit: fc.constantFrom(..."cụm công nghiệp Đ12.,?\n½河") });
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const [a, b] = [await own.embedQuestion(text), await library.embedQuestion(text)];
        expect(a).toEqual(b);
      }),
      { numRuns: 200 },
    );
  });

  test("gives a passage and its sentences the vectors they have alone, also where no mark parts them", async () => {
    const passages: PassageText[] = [
      { text: "Cụm công\nnghiệp mới", sentences: ["Cụm công", "nghiệp mới"] },
      { text: "Giá điện tăng. Giá xăng giảm.", sentences: ["Giá điện tăng.", "Giá xăng giảm."] },
      { text: "Chợ đầu mối.", sentences: ["Chợ đầu mối."] },
      { text: "河. 内 chợ. 😀", sentences: ["河.", "内 chợ.", "😀"] },
      { text: "dài. ".repeat(600).trim(), sentences: Array.from({ length: 600 }, () => "dài.") },
    ];
    const vectors = await own.embedWithSentences(passages);
    for (const [at, { text, sentences }] of passages.entries()) {
      expect(vectors[at]?.passage).toEqual((await own.embedPassages([text]))[0]);
      expect(vectors[at]?.sentences).toEqual(await own.embedPassages(sentences));
    }
    expect(await own.embedWithSentences([])).toEqual([]);
  });
});

test("the bundled model needs neither the library nor its runtime, which would take half of the start", async () => {
  const program = `
    const { loadEmbedder } = await import("./src/embedding/load-embedder.ts");
    await (await loadEmbedder({ model: "${BUNDLED_MODEL}", allowDownload: false })).embedQuestion("chợ");
    console.log(process.report.getReport().sharedObjects.filter((file) => file.endsWith(".node")).join());
  `;
  const args = ["--import", "tsx", "--input-type=module", "-e", program];
  expect((await promisify(execFile)(process.execPath, args, { cwd: PROJECT })).stdout.trim()).toBe("");
});

describe("another model is left to the library", () => {
  async function load(change: (folder: string) => Promise<unknown>): Promise<Embedder | null> {
    const root = await makeFolder();
    const folder = join(root, "other");
    await cp(join(MODELS_DIR, BUNDLED_MODEL), folder, { recursive: true });
    await change(folder);
    return loadStaticEmbedder({ root, name: "other" });
  }

  async function replaceIn(file: string, from: string, to: string): Promise<void> {
    const text = await readFile(file, "latin1");
    if (!text.includes(from)) throw new Error(`"${file}" has no ${from}.`);
    await writeFile(file, text.replace(from, to), "latin1");
  }

  test("but a copy of this one is not", async () => {
    expect((await load(async () => {}))?.model.name).toBe("other");
  });

  test.each([
    ["computes something else", "onnx/model_quantized.onnx", "Mul", "Add"],
    ["adds pieces of its own", "tokenizer.json", '"post_processor": null', '"post_processor": {}'],
    ["folds in another way", "tokenizer.json", '{"type": "Lowercase"}', '{"type": "StripAccents"}'],
    ["has another kind of pieces", "tokenizer.json", '"Unigram"', '"WordPiece"'],
    ["has a pattern that is none here", "tokenizer.json", '"Regex": "\\\\s+"', '"Regex": "(?i:s)("'],
  ])("when it %s", async (_, file, from, to) => {
    expect(await load((folder) => replaceIn(join(folder, file), from, to))).toBeNull();
  });
});
