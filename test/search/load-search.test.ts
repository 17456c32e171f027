import { readdir, truncate } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { BUNDLED_MODEL } from "../../src/embedding/model-files.ts";
import type { BuildReport } from "../../src/index/build-report.ts";
import { FILES, layoutOf } from "../../src/index/layout.ts";
import { type LoadSearchOptions, loadSearch } from "../../src/search/load-search.ts";
import { makeCorpus, makeFolder, sentenceAbout } from "../support/corpus.ts";
import { firstMarked } from "../support/search.ts";

async function makeOptions(overrides: Partial<LoadSearchOptions> = {}): Promise<LoadSearchOptions> {
  return {
    articlesDir: await makeCorpus({ "a.txt": sentenceAbout("chương trình khuyến công") }),
    indexDir: await makeFolder(),
    model: BUNDLED_MODEL,
    allowModelDownload: false,
    ...overrides,
  };
}

describe("loadSearch", () => {
  test("builds the index where there is none, and answers from it", async () => {
    const reports: BuildReport[] = [];
    let began = 0;
    const search = await loadSearch({
      ...(await makeOptions()),
      onBuild: () => began++,
      onBuilt: (report) => reports.push(report),
    });
    expect(began).toBe(1);
    expect(reports).toMatchObject([{ articles: 1, passages: 1 }]);
    expect(firstMarked(await search.search("khuyến công"))).toContain("chương trình khuyến công");
  });

  test("opens the index that is there, without a look at the articles", async () => {
    const options = await makeOptions();
    await loadSearch(options);
    const again = await loadSearch({
      ...options,
      articlesDir: "khong-co",
      onBuild: () => expect.unreachable(),
    });
    expect(again.articles()).toHaveLength(1);
  });

  test("opens one index for two who come first at once", async () => {
    const options = await makeOptions();
    const both = await Promise.all([loadSearch(options), loadSearch(options)]);
    for (const search of both) expect(search.articles()).toHaveLength(1);
  });

  test("says why a damaged index cannot be used, and leaves it as it is", async () => {
    const options = await makeOptions();
    await loadSearch(options);
    const generations = join(options.indexDir, "generations");
    const [name = ""] = await readdir(generations);
    await truncate(join(layoutOf(options.indexDir).generation(name), FILES.dense), 10);
    const damaged: string[] = [];
    const failure = loadSearch({ ...options, onDamaged: (generation) => damaged.push(generation) });
    await expect(failure).rejects.toThrow(/cannot be used .* build a new one with: npm run index/);
    expect(damaged).toEqual([name]);
  });

  test("says what is wrong with the articles or the model", async () => {
    await expect(loadSearch(await makeOptions({ articlesDir: await makeFolder() }))).rejects.toThrow(
      /could be indexed \(it has no files\)/,
    );
    await expect(loadSearch(await makeOptions({ model: "khong-co" }))).rejects.toThrow(
      /embedding model "khong-co" is not in/,
    );
  });
});
