import { once } from "node:events";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { openIndex } from "../../src/index/open-generation.ts";
import { parseAnswers } from "../support/answer-schema.ts";
import { addFiles, makeCorpus, makeFolder, sentenceAbout } from "../support/corpus.ts";
import { loadBundledEmbedder } from "../support/embedders.ts";
import { MIXED_ARTICLES, MIXED_FOLDER, MIXED_SKIPPED } from "../support/mixed-folder.ts";
import { type Ended, runScript, startScript } from "../support/scripts.ts";

describe("a folder with 20 files of all formats, some of them broken", () => {
  let articlesDir: string;
  let indexDir: string;
  let built: Ended;
  beforeAll(async () => {
    articlesDir = await makeCorpus(MIXED_FOLDER);
    indexDir = await makeFolder();
    built = await runScript("index", ["--articles", articlesDir, "--index", indexDir]);
  });

  test("is indexed by one command, which names every broken file and what to do about it", () => {
    expect(Object.keys(MIXED_FOLDER)).toHaveLength(20);
    expect([built.status, built.stderr]).toEqual([0, ""]);
    expect(built.stdout).toMatch(new RegExp(`Bài báo +${MIXED_ARTICLES.length}\n`));
    expect(built.stdout).toMatch(new RegExp(`Tệp bỏ qua +${MIXED_SKIPPED.length}\n`));
    for (const [file, , said] of MIXED_SKIPPED) expect(built.stdout).toContain(`    "${file}": ${said}`);
    expect(built.stdout).toContain(
      '  Đã chuyển từ bảng mã cũ hoặc sai sang Unicode, hãy xem lại (3):\n    "cu/mojibake.txt": UTF-8/windows-1252\n' +
        '    "cu/tcvn3.txt": TCVN3\n    "cu/vni.md": VNI\n',
    );
  });

  test("has the right titles and dates", async () => {
    const embedder = await loadBundledEmbedder();
    const generation = await openIndex(indexDir, embedder.model);
    const known = generation?.articles.map(({ file, title, publishedOn }) => ({ file, title, publishedOn }));
    expect(known).toEqual(MIXED_ARTICLES);
    expect(generation?.findings.skipped.map(({ file, reason }) => [file, reason])).toEqual(
      MIXED_SKIPPED.map(([file, reason]) => [file, reason]),
    );
  });

  test("is answered from with the right pages", async () => {
    const { stdout } = await runScript("ask", ["--index", indexDir, "--json"], {
      input:
        "Hà Nội đã khai trương bao nhiêu điểm bán sản phẩm OCOP?\nDoanh thu của hội chợ đạt bao nhiêu?\nđề án logistics\n",
    });
    const places = parseAnswers(stdout).map(({ quotes: [best] }) => [best?.article.file, best?.page]);
    expect(places).toEqual([
      ["ke-hoach.pdf", 3],
      ['văn bản "gốc" 😀.pdf', 2],
      ["logistics.markdown", null],
    ]);
    const shown = await runScript("ask", [
      "--index",
      indexDir,
      "--limit",
      "1",
      "Có bao nhiêu điểm bán OCOP?",
    ]);
    expect(shown.stdout).toContain(" · 30/06/2021 · trang 3 · đoạn ");
  });
});

describe("npm run index -- --watch", () => {
  test.each(["SIGINT", "SIGTERM"] as const)(
    "builds when a file comes, and ends with 0 at %s",
    async (signal) => {
      const articlesDir = await makeCorpus({ "a.txt": sentenceAbout("khuyến công") });
      const args = [
        "--articles",
        articlesDir,
        "--index",
        join(await makeFolder(), "moi"),
        "--watch",
        "--settle",
        "1",
      ];
      const child = startScript("index", args);
      let [stdout, stderr] = ["", ""];
      child.stdout.on("data", (data) => (stdout += String(data)));
      child.stderr.on("data", (data) => (stderr += String(data)));
      while (!stderr.includes("Ctrl-C")) await once(child.stderr, "data");
      expect(stdout).toMatch(/^Đã tạo chỉ mục/);
      await addFiles(articlesDir, { "b.txt": sentenceAbout("kích cầu") });
      while (!stdout.includes('"b.txt"')) await once(child.stdout, "data");
      // npm passes on what the terminal has told the process already.
      child.kill(signal);
      child.kill(signal);
      expect(await once(child, "close")).toEqual([0, null]);
      expect(stderr).not.toContain("rror");
    },
  );

  test("is no trial", async () => {
    const { status, stderr } = await runScript("index", ["--watch", "--dry-run"]);
    expect([status, stderr]).toEqual([
      2,
      expect.stringContaining("'--watch' cannot be used with option '--dry-run'"),
    ]);
  });
});
