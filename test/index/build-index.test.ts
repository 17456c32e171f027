import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { loadArticles } from "../../src/articles/load-articles.ts";
import { splitPassages } from "../../src/articles/passages.ts";
import type { Embedder } from "../../src/embedding/embedder.ts";
import { type BuildOptions, type BuildProgress, buildIndex } from "../../src/index/build-index.ts";
import type { BuildReport } from "../../src/index/build-report.ts";
import { digestFile } from "../../src/index/durable.ts";
import type { Generation } from "../../src/index/generation.ts";
import { FILES, layoutOf } from "../../src/index/layout.ts";
import { manifestSchema } from "../../src/index/manifest.ts";
import { IndexError, openIndex } from "../../src/index/open-generation.ts";
import { planBuild } from "../../src/index/prepare-build.ts";
import { addFiles, makeCorpus, makeFolder, SEEDS, sentenceAbout } from "../support/corpus.ts";
import { loadBundledEmbedder, makeSyllableEmbedder, recordTexts } from "../support/embedders.ts";
import { makeGate } from "../support/gate.ts";

let embedder: Embedder;
beforeAll(async () => {
  embedder = await loadBundledEmbedder();
});

async function build(options: Partial<BuildOptions> & Pick<BuildOptions, "articlesDir" | "indexDir">) {
  return buildIndex({ embedder, ...options });
}

async function open(indexDir: string): Promise<Generation> {
  const generation = await openIndex(indexDir, embedder.model);
  if (!generation) throw new Error(`There is no index in "${indexDir}".`);
  return generation;
}

function quotesOf({ articles, passages }: Generation): string[] {
  return Array.from({ length: passages.count }, (_, passage) => {
    const { start, end } = passages.span(passage);
    return articles[passages.articleOf(passage)]?.text.slice(start, end) ?? "";
  });
}

const FILES_OF_THREE = {
  "a.txt": sentenceAbout("chương trình khuyến công"),
  "b.txt": `${sentenceAbout("chương trình kích cầu")} ${sentenceAbout("hội chợ hàng Việt")}`,
  "c/d.md": `# Đề án logistics\n\n${sentenceAbout("đề án logistics")}`,
};

describe("a built generation", () => {
  let indexDir: string;
  let report: BuildReport;
  const progress: BuildProgress[] = [];
  beforeAll(async () => {
    indexDir = await makeFolder();
    report = await build({ articlesDir: SEEDS, indexDir, onProgress: (step) => progress.push(step) });
  });

  test("holds every article, passage and sentence, word for word", async () => {
    const generation = await open(indexDir);
    const { articles } = await loadArticles(SEEDS);
    expect(generation.articles).toEqual(articles.map(({ paragraphs: _, ...stored }) => stored));
    const spans = articles.flatMap((article, at) =>
      splitPassages(article).map((passage) => ({ ...passage, at })),
    );
    expect(generation.passages.count).toBe(spans.length);
    for (const [passage, { start, end, sentences, at }] of spans.entries()) {
      expect(generation.passages.articleOf(passage)).toBe(at);
      expect(generation.passages.span(passage)).toEqual({ start, end });
      const { first, end: last } = generation.passages.sentencesOf(passage);
      const stored = Array.from({ length: last - first }, (_, own) =>
        generation.passages.sentence(first + own),
      );
      expect(stored).toEqual(sentences);
    }
  });

  test("holds the vector of every passage and sentence, and finds each passage by its own", async () => {
    const generation = await open(indexDir);
    const quotes = quotesOf(generation);
    const vectors = await embedder.embedPassages(quotes);
    for (const [passage, vector] of vectors.entries()) {
      expect(generation.vectors.passage(passage)).toEqual(vector);
      expect(generation.dense.search(vector, 1)[0]?.cosine).toBeCloseTo(1, 4);
      const { first } = generation.passages.sentencesOf(passage);
      const { start, end } = generation.passages.sentence(first);
      const text = generation.articles[generation.passages.articleOf(passage)]?.text.slice(start, end) ?? "";
      const asked = [await embedder.embedQuestion(text)];
      expect(generation.vectors.sentenceCosines([first], asked)[0]?.[0]).toBeGreaterThan(0.98);
    }
  });

  test("tells how every passage stands among all", async () => {
    const { vectors, passages } = await open(indexDir);
    expect(passages.count).toBeGreaterThan(1);
    for (let passage = 0; passage < passages.count; passage++) {
      expect(vectors.hubness[passage]).toBeGreaterThan(0);
      expect(vectors.centrality[passage]).toBeCloseTo(vectors.passageCosine(passage, vectors.centroid), 5);
    }
  });

  test("has a manifest with the model, the numbers, and size and SHA-256 of every file", async () => {
    const folder = layoutOf(indexDir).generation(report.generation);
    const manifest = manifestSchema
      .strict()
      .parse(JSON.parse(await readFile(join(folder, FILES.manifest), "utf8")));
    expect(manifest).toMatchObject({
      name: report.generation,
      model: embedder.model,
      dense: { space: "ip", m: 16, efConstruction: 200, efSearch: 200 },
      chunking: { minWords: 60, maxWords: 120 },
      counts: { articles: 5, passages: report.passages },
    });
    const others = (await readdir(folder)).filter((file) => file !== FILES.manifest);
    expect(Object.keys(manifest.files).sort()).toEqual(others.sort());
    for (const file of others) expect(manifest.files[file]).toEqual(await digestFile(join(folder, file)));
  });

  test("is named in `current`, and nothing else lies in the folder", async () => {
    expect(await readFile(layoutOf(indexDir).current, "utf8")).toBe(`${report.generation}\n`);
    expect((await readdir(indexDir)).sort()).toEqual(["current", "generations"]);
    expect(await readdir(layoutOf(indexDir).generations)).toEqual([report.generation]);
  });

  test("is reported: what is in it, what was embedded, and how far the build was", async () => {
    expect(report).toMatchObject({ articles: 5, reused: 0, embedded: report.passages, skipped: [] });
    expect(new Set(progress.map(({ stage }) => stage))).toEqual(
      new Set(["reading", "embedding", "connecting", "writing"]),
    );
    expect(progress.filter(({ stage }) => stage === "embedding").at(-1)).toMatchObject({
      done: report.passages,
      total: report.passages,
    });
  });
});

describe("a second build", () => {
  async function buildTwice(
    change: (articlesDir: string, indexDir: string) => Promise<void>,
    options: Partial<BuildOptions> = {},
  ) {
    const articlesDir = await makeCorpus(FILES_OF_THREE);
    const indexDir = await makeFolder();
    await build({ articlesDir, indexDir });
    await change(articlesDir, indexDir);
    const recording = recordTexts(embedder);
    const report = await build({ articlesDir, indexDir, embedder: recording, ...options });
    return { report, texts: recording.texts, generation: await open(indexDir) };
  }

  test("of the same articles embeds nothing, and has the same vectors", async () => {
    const { report, texts, generation } = await buildTwice(async () => {});
    expect(report).toMatchObject({ passages: 3, reused: 3, embedded: 0, rebuild: null });
    expect(report.changes).toEqual({ new: [], changed: [], removed: [], unchanged: 3 });
    expect(texts).toEqual([]);
    for (const [passage, vector] of (await embedder.embedPassages(quotesOf(generation))).entries()) {
      expect(generation.vectors.passage(passage)).toEqual(vector);
    }
    const { start, end } = generation.passages.sentence(2);
    const sentence = await embedder.embedQuestion(generation.articles[1]?.text.slice(start, end) ?? "");
    expect(generation.vectors.sentenceCosines([2], [sentence])[0]?.[0]).toBeGreaterThan(0.98);
  });

  test("embeds only what changed", async () => {
    const changed = sentenceAbout("giá điện");
    const { report, texts, generation } = await buildTwice((dir) => addFiles(dir, { "a.txt": changed }));
    expect(report).toMatchObject({ passages: 3, reused: 2, embedded: 1 });
    expect(report.changes).toEqual({ new: [], changed: ["a.txt"], removed: [], unchanged: 2 });
    expect(texts).toEqual([changed]);
    expect(quotesOf(generation)[0]).toBe(changed);
  });

  test("finds the vectors of an article under its new name, and of words that moved", async () => {
    const { report } = await buildTwice(async (dir) => {
      await rm(join(dir, "a.txt"));
      await addFiles(dir, { "z/y.txt": `\n\n${FILES_OF_THREE["a.txt"]}\n` });
    });
    expect(report).toMatchObject({ articles: 3, reused: 3, embedded: 0 });
    expect(report.changes).toEqual({ new: ["z/y.txt"], changed: [], removed: ["a.txt"], unchanged: 2 });
  });

  test("sees no change in a file that was only saved again, and one in what is known of an article", async () => {
    const { report } = await buildTwice((dir) =>
      addFiles(dir, {
        "a.txt": `\uFEFF${FILES_OF_THREE["a.txt"].normalize("NFD")}`,
        "b.txt": `---\npublishedOn: 2021-01-12\n---\n${FILES_OF_THREE["b.txt"]}`,
      }),
    );
    expect(report.changes).toEqual({ new: [], changed: ["b.txt"], removed: [], unchanged: 2 });
    expect(report.embedded).toBe(0);
  });

  test("forgets an article that was removed", async () => {
    const { report, generation } = await buildTwice((dir) => rm(join(dir, "b.txt")));
    expect(report).toMatchObject({ articles: 2, passages: 2, reused: 2 });
    expect(generation.articles.map(({ id }) => id)).toEqual(["a", "c/d"]);
    expect(
      generation.lexical.score(generation.lexical.analyse("hội chợ")).plainPairs.every((x) => x === 0),
    ).toBe(true);
  });

  test("embeds everything anew when it is told to", async () => {
    const { report, texts } = await buildTwice(async () => {}, { force: true });
    expect(report).toMatchObject({ reused: 0, embedded: 3, rebuild: { reason: "forced" } });
    expect(report.changes.unchanged).toBe(3);
    // The passage of two sentences, and those two; the others are their only sentence.
    expect(texts).toHaveLength(5);
  });

  test("takes nothing from an index of another model", async () => {
    const articlesDir = await makeCorpus(FILES_OF_THREE);
    const indexDir = await makeFolder();
    await build({ articlesDir, indexDir, embedder: makeSyllableEmbedder() });
    const report = await build({ articlesDir, indexDir });
    expect(report).toMatchObject({ reused: 0, embedded: 3, changes: { unchanged: 3 } });
    expect(report.rebuild).toEqual({
      reason: "model",
      before: "syllables (55555555)",
      now: `vi-en-trade-384 (${embedder.model.sha256.slice(0, 8)})`,
    });
  });

  test("begins anew when nothing before it can be used, and says so", async () => {
    const { report } = await buildTwice(async (articlesDir, indexDir) => {
      await rm(join(articlesDir, "b.txt"));
      const { generations } = layoutOf(indexDir);
      for (const name of await readdir(generations))
        await writeFile(join(generations, name, FILES.manifest), "{}");
    });
    expect(report).toMatchObject({ comparedWith: null, reused: 0, embedded: 2 });
    expect(report.rebuild).toMatchObject({ reason: "unusable" });
    expect(report.changes.new).toEqual(["a.txt", "c/d.md"]);
  });

  test("cuts other passages when the numbers change", async () => {
    const { report } = await buildTwice(async () => {}, { chunking: { minWords: 10, maxWords: 30 } });
    expect(report).toMatchObject({ passages: 4, reused: 2, embedded: 2 });
    expect(report.rebuild).toEqual({ reason: "chunking", before: "60-120", now: "10-30" });
  });

  test("leaves two generations, the live one and the one before", async () => {
    const articlesDir = await makeCorpus(FILES_OF_THREE);
    const indexDir = await makeFolder();
    const names: string[] = [];
    for (let round = 0; round < 4; round++) names.push((await build({ articlesDir, indexDir })).generation);
    expect((await readdir(layoutOf(indexDir).generations)).sort()).toEqual(names.slice(2));
    expect((await open(indexDir)).name).toBe(names[3]);
  });

  test("removes what a killed one left behind", async () => {
    const articlesDir = await makeCorpus(FILES_OF_THREE);
    const indexDir = await makeCorpus({
      "generations/20260101T000000000-abcdef.partial/vectors.bin": "half",
    });
    const { generation } = await build({ articlesDir, indexDir });
    expect(await readdir(layoutOf(indexDir).generations)).toEqual([generation]);
  });
});

describe("a trial", () => {
  test("says what a build would do, and writes and embeds nothing", async () => {
    const articlesDir = await makeCorpus(FILES_OF_THREE);
    const indexDir = join(await makeFolder(), "chua-co");
    const { model } = embedder;
    expect(await planBuild({ articlesDir, indexDir, embedder: { model } })).toMatchObject({
      comparedWith: null,
      articles: 3,
      changes: { new: ["a.txt", "b.txt", "c/d.md"] },
      reused: 0,
      embedded: 3,
    });
    await expect(readdir(indexDir)).rejects.toThrow("ENOENT");
    const { generation } = await build({ articlesDir, indexDir });
    await rm(join(articlesDir, "a.txt"));
    await addFiles(articlesDir, { "e.txt": sentenceAbout("giá điện"), "xau.txt": "" });
    const plan = await planBuild({ articlesDir, indexDir, embedder: { model } });
    expect(plan).toMatchObject({
      comparedWith: generation,
      changes: { new: ["e.txt"], changed: [], removed: ["a.txt"], unchanged: 2 },
      reused: 2,
      embedded: 1,
      skipped: [{ file: "xau.txt" }],
    });
    expect(await readdir(layoutOf(indexDir).generations)).toEqual([generation]);
    expect(await build({ articlesDir, indexDir })).toMatchObject({ changes: plan.changes, embedded: 1 });
  });
});

test("a generation keeps what was found wrong with files, and one without that serves all the same", async () => {
  const articlesDir = await makeCorpus({
    ...FILES_OF_THREE,
    "e.txt": FILES_OF_THREE["a.txt"],
    "xau.txt": "",
  });
  const indexDir = await makeFolder();
  const { generation } = await build({ articlesDir, indexDir });
  expect((await open(indexDir)).findings).toEqual({
    skipped: [{ file: "xau.txt", reason: "empty", detail: "0 bytes" }],
    warnings: [
      { file: "a.txt", warning: "no-date", detail: "" },
      { file: "b.txt", warning: "no-date", detail: "" },
      { file: "c/d.md", warning: "no-date", detail: "" },
      { file: "e.txt", warning: "no-date", detail: "" },
      { file: "e.txt", warning: "same-text", detail: "a.txt" },
    ],
  });
  const folder = layoutOf(indexDir).generation(generation);
  const manifest = manifestSchema.parse(JSON.parse(await readFile(join(folder, FILES.manifest), "utf8")));
  // As the first generations were: without the file, and without the manifest's checksum.
  const { checksum: _checksum, ...older } = manifest;
  const { [FILES.findings]: _, ...files } = manifest.files;
  await writeFile(join(folder, FILES.manifest), JSON.stringify({ ...older, files }));
  await rm(join(folder, FILES.findings));
  expect((await open(indexDir)).findings).toEqual({ skipped: [], warnings: [] });
});

describe("a build that fails leaves the old index live", () => {
  async function failAfterGoodBuild(options: Partial<BuildOptions>) {
    const articlesDir = await makeCorpus(FILES_OF_THREE);
    const indexDir = await makeFolder();
    const good = await build({ articlesDir, indexDir });
    const failure = await build({ articlesDir, indexDir, force: true, ...options }).catch(
      (error: unknown) => error,
    );
    expect((await open(indexDir)).name).toBe(good.generation);
    expect(await readdir(layoutOf(indexDir).generations)).toEqual([good.generation]);
    // Nor does it keep the next one waiting.
    expect(await build({ articlesDir, indexDir })).toMatchObject({ articles: 3, reused: 3 });
    return failure;
  }

  test("when the embedder breaks midway", async () => {
    const failure = await failAfterGoodBuild({
      embedder: {
        ...embedder,
        async embedWithSentences(passages) {
          await embedder.embedWithSentences(passages.slice(1));
          throw new Error("out of memory");
        },
      },
    });
    expect(failure).toMatchObject({ message: "out of memory" });
  });

  test("when the embedder gives too few vectors", async () => {
    const failure = await failAfterGoodBuild({
      embedder: {
        ...embedder,
        embedWithSentences: async (passages) => (await embedder.embedWithSentences(passages)).slice(1),
      },
    });
    expect(failure).toMatchObject({ message: "The embedder gave the vectors of 2 passages, none at 2." });
  });

  test("when it is stopped right before it writes", async () => {
    const failure = await failAfterGoodBuild({
      onProgress: ({ stage }) => {
        if (stage === "writing") throw new Error("stopped");
      },
    });
    expect(failure).toMatchObject({ message: "stopped" });
  });

  test("when no file can be indexed, which it says with the first reason", async () => {
    const empty = await makeFolder();
    expect(await failAfterGoodBuild({ articlesDir: empty })).toMatchObject({
      message: `Nothing in "${empty}" could be indexed (it has no files); the old index stays.`,
      skipped: [],
    });
    const bad = await makeCorpus({ "a.txt": "", "b.pdf": "x" });
    const failure = await failAfterGoodBuild({ articlesDir: bad });
    expect(failure).toBeInstanceOf(IndexError);
    expect(failure).toMatchObject({
      message: `Nothing in "${bad}" could be indexed (2 skipped, the first: a.txt (empty: 0 bytes)); the old index stays.`,
      skipped: [{ file: "a.txt" }, { file: "b.pdf" }],
    });
  });

  test("when the new generation does not stand the test of being opened, and nothing of it stays", async () => {
    const failure = await failAfterGoodBuild({ embedder: makeSyllableEmbedder({ sha256: "no hash" }) });
    expect(failure).toMatchObject({ message: "manifest.json is damaged or of another version" });
  });
});

describe("an index folder", () => {
  test("that cannot be made is one clear sentence", async () => {
    const articlesDir = await makeCorpus(FILES_OF_THREE);
    await expect(build({ articlesDir, indexDir: join(articlesDir, "a.txt") })).rejects.toThrow(
      `The index folder "${join(articlesDir, "a.txt")}" cannot be written; check the path and its permissions`,
    );
  });

  test("serves an index even when `current` cannot be replaced", async () => {
    const articlesDir = await makeCorpus(FILES_OF_THREE);
    const indexDir = await makeFolder();
    await mkdir(join(layoutOf(indexDir).current, "a"), { recursive: true });
    await expect(build({ articlesDir, indexDir })).rejects.toThrow();
    expect((await open(indexDir)).articles).toHaveLength(3);
  });

  test("with spaces, quotes and emoji in its name serves as well", async () => {
    const articlesDir = await makeCorpus(FILES_OF_THREE);
    const indexDir = join(await makeFolder(), "chỉ mục 'mới' 😀");
    const { generation } = await build({ articlesDir, indexDir });
    expect((await open(indexDir)).name).toBe(generation);
  });

  test("takes one build at a time: the second is told, or waits", async () => {
    const articlesDir = await makeCorpus(FILES_OF_THREE);
    const indexDir = await makeFolder();
    const started = makeGate();
    const gate = makeGate();
    const slow = build({
      articlesDir,
      indexDir,
      embedder: {
        ...embedder,
        async embedWithSentences(passages) {
          started.open();
          await gate.opened;
          return embedder.embedWithSentences(passages);
        },
      },
    });
    await started.opened;
    await expect(build({ articlesDir, indexDir })).rejects.toThrow(
      `Another build is under way in "${indexDir}"; wait until it has ended, then try again.`,
    );
    const waiting = build({ articlesDir, indexDir, waitMs: 30_000 });
    gate.open();
    const [first, second] = await Promise.all([slow, waiting]);
    expect([first.reused, second.reused]).toEqual([0, 3]);
    expect((await open(indexDir)).name).toBe(second.generation);
  });

  test("of an unfinished first build counts as none", async () => {
    const indexDir = await makeFolder();
    expect(await openIndex(indexDir, embedder.model)).toBeNull();
    await mkdir(join(indexDir, "generations/20260101T000000000-abcdef.partial"), { recursive: true });
    await writeFile(join(indexDir, "generations/ghi-chu.txt"), "của người khác");
    expect(await openIndex(indexDir, embedder.model)).toBeNull();
  });
});
