import { readdir, readFile, rename, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { buildIndex } from "../../src/index/build-index.ts";
import { FILES, layoutOf } from "../../src/index/layout.ts";
import { IndexError, openIndex } from "../../src/index/open-generation.ts";
import { useGeneration } from "../../src/index/use-generation.ts";
import { copyFolder, makeCorpus, makeFolder, sentenceAbout } from "../support/corpus.ts";
import { makeSyllableEmbedder } from "../support/embedders.ts";

const embedder = makeSyllableEmbedder();
let articlesDir: string;
let template: string;
let older: string;
let newer: string;
beforeAll(async () => {
  articlesDir = await makeCorpus({ "a.txt": sentenceAbout("chương trình khuyến công") });
  template = await makeFolder();
  older = (await buildIndex({ articlesDir, indexDir: template, embedder })).generation;
  newer = (await buildIndex({ articlesDir, indexDir: template, embedder })).generation;
});

const liveOf = async (indexDir: string) => (await openIndex(indexDir, embedder.model))?.name;
const namesIn = async (indexDir: string) => (await readdir(layoutOf(indexDir).generations)).sort();
const build = async (indexDir: string) => (await buildIndex({ articlesDir, indexDir, embedder })).generation;

describe("going back to a kept generation", () => {
  test("makes it the live one, and forth again", async () => {
    const indexDir = await copyFolder(template);
    expect(await useGeneration(indexDir, older, embedder.model)).toMatchObject({
      generation: older,
      before: newer,
      content: { articles: 1, passages: 1 },
    });
    expect(await liveOf(indexDir)).toBe(older);
    await useGeneration(indexDir, newer, embedder.model);
    expect(await liveOf(indexDir)).toBe(newer);
    expect(await readdir(indexDir)).toEqual(["current", "generations"]);
  });

  test("is kept by the next build, and not the one that was given up", async () => {
    const indexDir = await copyFolder(template);
    await useGeneration(indexDir, older, embedder.model);
    const next = await build(indexDir);
    expect(await namesIn(indexDir)).toEqual([older, next]);
    expect(await liveOf(indexDir)).toBe(next);
  });

  test("names what there is when there is none of that name", async () => {
    const indexDir = await copyFolder(template);
    const failure = await useGeneration(indexDir, "../../etc", embedder.model).catch(
      (error: unknown) => error,
    );
    expect(failure).toEqual(
      new IndexError(
        `There is no generation "../../etc" in "${indexDir}"; there is ${newer} (live), ${older}`,
      ),
    );
    await expect(useGeneration(await makeFolder(), older, embedder.model)).rejects.toThrow(
      /there is none; build one with: npm run index$/,
    );
  });

  test("leaves everything as it is when the one asked for is damaged", async () => {
    const indexDir = await copyFolder(template);
    await truncate(join(layoutOf(indexDir).generation(older), FILES.vectors), 9);
    await expect(useGeneration(indexDir, older, embedder.model)).rejects.toThrow(
      new RegExp(
        `^The generation ${older} cannot be used \\(vectors.bin has 9 bytes .*; besides it there is ${newer}`,
      ),
    );
    expect((await readFile(layoutOf(indexDir).current, "utf8")).trim()).toBe(newer);
  });

  test("refuses a generation of another model", async () => {
    const other = makeSyllableEmbedder({ sha256: "6".repeat(64) }).model;
    await expect(useGeneration(await copyFolder(template), older, other)).rejects.toThrow(
      "it was built with",
    );
  });

  test("brings back a lost `current`", async () => {
    const indexDir = await copyFolder(template);
    await writeFile(layoutOf(indexDir).current, "khong phai ten");
    expect(await useGeneration(indexDir, older, embedder.model)).toMatchObject({ before: null });
    expect(await liveOf(indexDir)).toBe(older);
  });
});

describe("a build keeps", () => {
  test("the newest whole one besides its own when others are damaged", async () => {
    const indexDir = await copyFolder(template);
    await truncate(join(layoutOf(indexDir).generation(newer), FILES.dense), 9);
    const next = await build(indexDir);
    expect(await namesIn(indexDir)).toEqual([older, next]);
  });

  test("nothing that a killed one left behind beside the generations", async () => {
    const indexDir = await copyFolder(template);
    await writeFile(join(indexDir, ".current.4711"), "");
    await rename(await makeCorpus({ "holder-x": "" }), join(indexDir, "build.lock.4711-abc"));
    await build(indexDir);
    expect(await readdir(indexDir)).toEqual(["current", "generations"]);
  });
});
