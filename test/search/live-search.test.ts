import { copyFile, cp, rename, rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { BUNDLED_MODEL } from "../../src/embedding/model-files.ts";
import { buildIndex } from "../../src/index/build-index.ts";
import { FILES, layoutOf } from "../../src/index/layout.ts";
import { createLiveSearch, type LiveSearch } from "../../src/search/live-search.ts";
import { loadSearch } from "../../src/search/load-search.ts";
import { addFiles, makeCorpus, makeFolder, sentenceAbout } from "../support/corpus.ts";
import { loadBundledEmbedder, makeSyllableEmbedder } from "../support/embedders.ts";
import { firstMarked, indexFolder } from "../support/search.ts";

const open: LiveSearch[] = [];
afterEach(() => {
  for (const search of open.splice(0)) search.close();
});

/** A search that follows its index folder, what it told of, and a build of one article more. */
async function follow() {
  const articlesDir = await makeCorpus({ "a.txt": sentenceAbout("chương trình khuyến công") });
  const indexDir = await makeFolder();
  const replaced: string[] = [];
  const refused: Array<[string, string]> = [];
  const lost: string[] = [];
  const load = () =>
    loadSearch({
      articlesDir,
      indexDir,
      model: BUNDLED_MODEL,
      allowModelDownload: false,
      onCurrentLost: (name) => lost.push(name),
      follow: {
        intervalMs: 10,
        onReplaced: (name) => replaced.push(name),
        onRefused: (...refusal) => refused.push(refusal),
      },
    });
  const search = await load();
  open.push(search);
  const embedder = await loadBundledEmbedder();
  const build = async (name: string, about: string, by = embedder, into = indexDir) => {
    await addFiles(articlesDir, { [`${name}.txt`]: sentenceAbout(about) });
    return (await buildIndex({ articlesDir, indexDir: into, embedder: by })).generation;
  };
  const folderOf = (name: string) => layoutOf(indexDir).generation(name);
  return { search, indexDir, replaced, refused, lost, build, folderOf, load };
}

describe("a search that follows its index folder", () => {
  test("answers from a new generation, and lets a question in hand finish on the one it began with", async () => {
    const { search, replaced, build } = await follow();
    const inHand = search.search("khuyến công");
    const generation = await build("b", "đề án logistics");
    await vi.waitFor(() => expect(replaced).toEqual([generation]), 10_000);
    expect(firstMarked(await inHand)).toContain("chương trình khuyến công");
    expect(firstMarked(await search.search("đề án logistics"))).toContain("đề án logistics");
    expect(search.articles()).toHaveLength(2);
    expect(search.facts()).toMatchObject({ generation, model: BUNDLED_MODEL, passages: 2 });
  });

  test("answers all of many questions while generations come and go", async () => {
    const { search, replaced, build } = await follow();
    const answers: Array<Promise<string>> = [];
    for (let round = 0; round < 3; round++) {
      const generation = await build(`b${round}`, `đề án số ${round}`);
      while (replaced.at(-1) !== generation) {
        answers.push(search.search("khuyến công").then(firstMarked));
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    }
    for (const answer of await Promise.all(answers)) expect(answer).toContain("chương trình khuyến công");
  });

  test("keeps its generation when the new one is damaged, says so once, and takes it when it is mended", async () => {
    const { search, indexDir, refused, replaced, build, folderOf } = await follow();
    const before = search.facts().generation;
    const { current } = layoutOf(indexDir);
    const generation = await buildDamaged();
    await vi.waitFor(() => expect(refused).toHaveLength(1), 10_000);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(refused).toEqual([
      [generation, expect.stringMatching(/^dense\.exact has 10 bytes instead of \d+$/)],
    ]);
    expect(search.facts().generation).toBe(before);
    const dense = join(folderOf(generation), FILES.dense);
    await rename(`${dense}.whole`, dense);
    await vi.waitFor(() => expect(replaced).toEqual([generation]), 10_000);
    expect(search.articles()).toHaveLength(2);

    /** A new generation that was damaged before anybody could see it. */
    async function buildDamaged(): Promise<string> {
      const elsewhere = await makeFolder();
      await cp(indexDir, elsewhere, { recursive: true });
      const name = await build("b", "đề án logistics", await loadBundledEmbedder(), elsewhere);
      const damaged = join(layoutOf(elsewhere).generation(name), FILES.dense);
      await copyFile(damaged, `${damaged}.whole`);
      await truncate(damaged, 10);
      await cp(layoutOf(elsewhere).generation(name), folderOf(name), { recursive: true });
      // At once, as a build does: half written, it would be refused for another reason.
      await writeFile(`${current}.new`, `${name}\n`);
      await rename(`${current}.new`, current);
      return name;
    }
  });

  test("gives a generation's memory back once the last question that began on it is answered", async () => {
    const first = await indexFolder(await makeCorpus({ "a.txt": sentenceAbout("chương trình khuyến công") }));
    const second = await indexFolder(await makeCorpus({ "b.txt": sentenceAbout("đề án logistics") }));
    const live = createLiveSearch(first, await loadBundledEmbedder());
    const inHand = live.search("khuyến công");
    live.replace(second);
    expect(first.dense.count).toBe(1);
    expect(firstMarked(await inHand)).toContain("chương trình khuyến công");
    expect(first.dense.count).toBe(0);
    live.close();
    expect(second.dense.count).toBe(0);
  });

  test("refuses a generation of another model than the one questions are embedded with", async () => {
    const { search, refused, build } = await follow();
    const before = search.facts().generation;
    const generation = await build("b", "đề án logistics", makeSyllableEmbedder());
    await vi.waitFor(() => expect(refused).toHaveLength(1), 10_000);
    expect(refused[0]).toEqual([
      generation,
      expect.stringMatching(
        /^it was built with the model "syllables" .*, not with the model "vi-en-trade-384"/,
      ),
    ]);
    expect(search.facts().generation).toBe(before);
  });

  test("stays with its generation when `current` is lost or nonsense, and follows it again afterwards", async () => {
    const { search, indexDir, refused, replaced, lost, build, load } = await follow();
    const { current } = layoutOf(indexDir);
    await rm(current);
    await vi.waitFor(() => expect(refused).toHaveLength(1), 10_000);
    await writeFile(current, "../../etc/passwd");
    await vi.waitFor(() => expect(refused).toHaveLength(2), 10_000);
    expect(refused.map(([, reason]) => reason)).toEqual([
      'the file "current" of the index folder cannot be read',
      'the file "current" names no generation',
    ]);
    expect(firstMarked(await search.search("khuyến công"))).toContain("chương trình khuyến công");
    open.push(await load());
    expect(lost).toEqual([search.facts().generation]);
    const generation = await build("b", "đề án logistics");
    await vi.waitFor(() => expect(replaced).toContain(generation), 10_000);
  });

  test("says of a quote of an article that is gone that nothing stands around it", async () => {
    const { search, indexDir, replaced } = await follow();
    expect(search.surroundings("a", 0)).not.toBeNull();
    const articlesDir = await makeCorpus({ "khac.txt": sentenceAbout("đề án logistics") });
    const { generation } = await buildIndex({ articlesDir, indexDir, embedder: await loadBundledEmbedder() });
    await vi.waitFor(() => expect(replaced).toEqual([generation]), 10_000);
    expect(search.surroundings("a", 0)).toBeNull();
  });
});
