import { copyFile, readFile, rename, rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Embedder } from "../../src/embedding/embedder.ts";
import { buildIndex } from "../../src/index/build-index.ts";
import { DenseIndex } from "../../src/index/dense-index.ts";
import { digestFile } from "../../src/index/durable.ts";
import { FILES, layoutOf } from "../../src/index/layout.ts";
import { type Manifest, manifestSchema, sealManifest } from "../../src/index/manifest.ts";
import { IndexError, listGenerations, openGeneration, openIndex } from "../../src/index/open-generation.ts";
import { addFiles, copyFolder, makeCorpus, makeFolder, sentenceAbout } from "../support/corpus.ts";
import { loadBundledEmbedder } from "../support/embedders.ts";

const DATA_FILES = [
  FILES.articles,
  FILES.passages,
  FILES.vectors,
  FILES.lexical,
  FILES.dense,
  FILES.findings,
];

let embedder: Embedder;
let template: string;
let older: string;
let live: string;
beforeAll(async () => {
  embedder = await loadBundledEmbedder();
  const articlesDir = await makeCorpus({
    "a.txt": sentenceAbout("chương trình khuyến công"),
    "b.txt": sentenceAbout("chương trình kích cầu"),
  });
  template = await makeFolder();
  older = (await buildIndex({ articlesDir, indexDir: template, embedder })).generation;
  await addFiles(articlesDir, { "c.txt": sentenceAbout("đề án logistics") });
  live = (await buildIndex({ articlesDir, indexDir: template, embedder })).generation;
});

/** An index of two generations, to be damaged. */
async function copyIndex() {
  const indexDir = await copyFolder(template);
  const folderOf = (name: string) => layoutOf(indexDir).generation(name);
  return { indexDir, liveFolder: folderOf(live), olderFolder: folderOf(older) };
}

async function flipByte(path: string, at: number): Promise<void> {
  const bytes = await readFile(path);
  const place = at < 0 ? bytes.length + at : at;
  bytes.writeUInt8(bytes.readUInt8(place) ^ 0x01, place);
  await writeFile(path, bytes);
}

async function readManifest(folder: string): Promise<Manifest> {
  return manifestSchema.parse(JSON.parse(await readFile(join(folder, FILES.manifest), "utf8")));
}

async function writeManifest(folder: string, manifest: object): Promise<void> {
  await writeFile(join(folder, FILES.manifest), JSON.stringify(manifest));
}

/** The damaged live generation is refused for the reason, and the older one is served. */
async function expectOlderServed(indexDir: string, reason: string | RegExp): Promise<void> {
  const passedOver: Array<[string, string]> = [];
  const opened = await openIndex(indexDir, embedder.model, (...damage) => passedOver.push(damage));
  expect(passedOver).toEqual([[live, typeof reason === "string" ? reason : expect.stringMatching(reason)]]);
  expect(opened?.name).toBe(older);
  expect(opened?.articles).toHaveLength(2);
}

test("an undamaged index serves its live generation", async () => {
  const { indexDir } = await copyIndex();
  const opened = await openIndex(indexDir, embedder.model, () => expect.unreachable());
  expect(opened?.name).toBe(live);
  expect(opened?.articles).toHaveLength(3);
});

describe.each(DATA_FILES)("a generation is passed over when its %s", (file) => {
  test.each([0, 5, -1])("has a flipped bit at byte %i", async (at) => {
    const { indexDir, liveFolder } = await copyIndex();
    await flipByte(join(liveFolder, file), at);
    await expectOlderServed(indexDir, `${file} is damaged: its SHA-256 differs`);
  });

  test("is cut off, empty, or longer", async () => {
    const { indexDir, liveFolder } = await copyIndex();
    const { bytes } = (await readManifest(liveFolder)).files[file] ?? { bytes: 0 };
    for (const length of [bytes - 1, 7, 0, bytes + 1]) {
      await truncate(join(liveFolder, file), length);
      await expectOlderServed(indexDir, `${file} has ${length} bytes instead of ${bytes}`);
    }
  });

  test("is missing", async () => {
    const { indexDir, liveFolder } = await copyIndex();
    await rm(join(liveFolder, file));
    await expectOlderServed(indexDir, `${file} cannot be read`);
  });

  test("is that of another generation", async () => {
    const { indexDir, liveFolder, olderFolder } = await copyIndex();
    await copyFile(join(olderFolder, file), join(liveFolder, file));
    await expectOlderServed(indexDir, new RegExp(`^${file} (has \\d+ bytes|is damaged)`));
  });
});

describe("a generation is passed over when its manifest", () => {
  test("is missing, empty, cut off, or no JSON", async () => {
    const { indexDir, liveFolder } = await copyIndex();
    const path = join(liveFolder, FILES.manifest);
    for (const length of [300, 1, 0]) {
      await truncate(path, length);
      await expectOlderServed(indexDir, "manifest.json is damaged or of another version");
    }
    await rm(path);
    await expectOlderServed(indexDir, "manifest.json cannot be read");
  });

  test.each<[string, (manifest: Manifest) => object, RegExp]>([
    ["is of another version", (own) => ({ ...own, formatVersion: 99 }), /of another version$/],
    ["has another space", (own) => ({ ...own, dense: { ...own.dense, space: "l2" } }), /of another version$/],
    [
      "has another dimension",
      (own) => ({ ...own, model: { ...own.model, dimension: 768 } }),
      /^it was built with the model "vi-en-trade-384" \([0-9a-f]{8}, 768 dimensions\), not with .* 384 dimensions\)$/,
    ],
    [
      "names another model",
      (own) => ({ ...own, model: { ...own.model, name: "e5", sha256: "0".repeat(64) } }),
      /^it was built with the model "e5" \(00000000, 384 dimensions\), not with the model "vi-en-trade-384"/,
    ],
    [
      "counts otherwise",
      (own) => ({ ...own, counts: { ...own.counts, passages: own.counts.passages + 1 } }),
      /^it has 3 passages instead of 4$/,
    ],
    ["leaves out a file", (own) => ({ ...own, files: {} }), /^manifest\.json does not name \w+/],
  ])("%s", async (_, change, reason) => {
    const { indexDir, liveFolder } = await copyIndex();
    await writeManifest(liveFolder, change(await readManifest(liveFolder)));
    await expectOlderServed(indexDir, reason);
  });

  test("has a flipped bit anywhere: it is passed over, or what it says of the index is unharmed", async () => {
    const { liveFolder } = await copyIndex();
    const path = join(liveFolder, FILES.manifest);
    const whole = await readFile(path);
    const { articles } = await openGeneration(liveFolder, embedder.model);
    for (let at = 0; at < whole.length; at += 13) {
      await writeFile(path, whole);
      await flipByte(path, at);
      const opened = await openGeneration(liveFolder, embedder.model).catch(() => null);
      if (opened) expect(opened.articles).toEqual(articles);
    }
  });
});

test("a dense index of other passages is refused even when its sum is right", async () => {
  const { indexDir, liveFolder, olderFolder } = await copyIndex();
  await copyFile(join(olderFolder, FILES.dense), join(liveFolder, FILES.dense));
  const manifest = await readManifest(liveFolder);
  const files = { ...manifest.files, [FILES.dense]: await digestFile(join(liveFolder, FILES.dense)) };
  await writeManifest(liveFolder, { ...manifest, files });
  await expectOlderServed(indexDir, "it has 2 passages in the dense index instead of 3");
});

test("a generation with a graph is read as such, whatever its size", async () => {
  const { indexDir, liveFolder } = await copyIndex();
  const manifest = await readManifest(liveFolder);
  const { vectors } = await openGeneration(liveFolder, embedder.model);
  const graph = await DenseIndex.build(
    vectors.passages,
    vectors.dimension,
    manifest.dense,
    () => {},
    "graph",
  );
  graph.write(join(liveFolder, FILES.graph));
  await rm(join(liveFolder, FILES.dense));
  const { [FILES.dense]: _, ...others } = manifest.files;
  const files = { ...others, [FILES.graph]: await digestFile(join(liveFolder, FILES.graph)) };
  await writeFile(join(liveFolder, FILES.manifest), sealManifest({ ...manifest, files }));
  const opened = await openIndex(indexDir, embedder.model);
  expect([opened?.name, opened?.dense.kind, opened?.dense.count]).toEqual([live, "graph", 3]);
});

describe("an index of which nothing is whole", () => {
  test("is one error that says why and what to do", async () => {
    const { indexDir, liveFolder, olderFolder } = await copyIndex();
    await flipByte(join(liveFolder, FILES.dense), 0);
    await rm(join(olderFolder, FILES.manifest));
    const passedOver: string[] = [];
    const failure = await openIndex(indexDir, embedder.model, (name) => passedOver.push(name)).catch(
      (error: unknown) => error,
    );
    expect(passedOver).toEqual([live, older]);
    expect(failure).toBeInstanceOf(IndexError);
    expect(failure).toMatchObject({
      message:
        `The index in "${indexDir}" cannot be used (${live}: dense.exact is damaged: its SHA-256 differs); ` +
        "build a new one with: npm run index",
    });
  });

  test("is mended by a new build", async () => {
    const { indexDir, liveFolder, olderFolder } = await copyIndex();
    for (const folder of [liveFolder, olderFolder]) await truncate(join(folder, FILES.dense), 10);
    const articlesDir = await makeCorpus({ "a.txt": sentenceAbout("chương trình khuyến công") });
    const { generation } = await buildIndex({ articlesDir, indexDir, embedder });
    expect((await openIndex(indexDir, embedder.model))?.name).toBe(generation);
  });
});

describe("listGenerations", () => {
  test("names the live one first, then the newest", async () => {
    const { indexDir } = await copyIndex();
    expect(await listGenerations(indexDir)).toEqual([live, older]);
    await writeFile(layoutOf(indexDir).current, `${older}\n`);
    expect(await listGenerations(indexDir)).toEqual([older, live]);
  });

  test("does without `current`, or with one that names nothing", async () => {
    const { indexDir } = await copyIndex();
    await writeFile(layoutOf(indexDir).current, "../../etc/passwd\n");
    expect(await listGenerations(indexDir)).toEqual([live, older]);
    await rm(layoutOf(indexDir).current);
    expect(await listGenerations(indexDir)).toEqual([live, older]);
  });

  test("knows a moved index folder", async () => {
    const { indexDir } = await copyIndex();
    const moved = join(await makeFolder(), "noi-khac");
    await rename(indexDir, moved);
    expect((await openIndex(moved, embedder.model))?.name).toBe(live);
    await expect(listGenerations(indexDir)).resolves.toEqual([]);
  });
});
