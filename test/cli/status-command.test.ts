import { mkdir, rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { runCommand, type Surroundings } from "../../src/cli/command-line.ts";
import { index } from "../../src/cli/index-command.ts";
import { status } from "../../src/cli/status-command.ts";
import { buildIndex } from "../../src/index/build-index.ts";
import { FILES, layoutOf } from "../../src/index/layout.ts";
import { copyFolder, makeCorpus, makeFolder, sentenceAbout } from "../support/corpus.ts";
import { loadBundledEmbedder, makeSyllableEmbedder } from "../support/embedders.ts";
import { makeTerminal } from "../support/terminal.ts";

type Command = (argv: readonly string[], surroundings: Surroundings) => Promise<void>;

async function run(command: Command, ...argv: string[]) {
  const terminal = makeTerminal({ isTTY: false });
  const exit = await runCommand((surroundings) => command(argv, surroundings), terminal);
  return { exit, stdout: terminal.stdout.text, stderr: terminal.stderr.text };
}

let template: string;
let older: string;
let live: string;
beforeAll(async () => {
  const articlesDir = await makeCorpus({
    "a.md": `---\ntitle: Khuyến công\npublishedOn: 2020-03-01\n---\n${sentenceAbout("chương trình khuyến công")}`,
    "b.md": `---\ntitle: Logistics\npublishedOn: 2021-01-12\n---\n${sentenceAbout("đề án logistics")}`,
    "c.txt": sentenceAbout("giá điện"),
  });
  template = await makeFolder();
  const embedder = await loadBundledEmbedder();
  older = (await buildIndex({ articlesDir, indexDir: template, embedder })).generation;
  live = (await buildIndex({ articlesDir, indexDir: template, embedder })).generation;
});

async function copyIndex() {
  const indexDir = await copyFolder(template);
  return {
    indexDir,
    fileOf: (name: string, file: string) => join(layoutOf(indexDir).generation(name), file),
  };
}

describe("npm run status", () => {
  test("says what the index holds, how old it is, and what can be gone back to", async () => {
    const { exit, stdout } = await run(status, "--index", template);
    expect(exit).toBe(0);
    expect(stdout).toContain(`Bản đang dùng    ${live}\n`);
    expect(stdout).toMatch(/Tạo lúc {10}\d\d\/\d\d\/\d{4} \d\d:\d\d \(\d+ phút trước\)\n/);
    expect(stdout).toContain("Bài báo          3\nĐoạn trích       3\nMô hình          vi-en-trade-384\n");
    expect(stdout).toMatch(/Dung lượng {7}\d,\d MB\n/);
    expect(stdout).toContain(
      "Bài mới nhất     12/01/2021 Logistics\nBài cũ nhất      01/03/2020 Khuyến công\n",
    );
    expect(stdout).toContain(`Có thể quay lại  ${older}\n`);
    expect(stdout).toContain('Lưu ý:\n  - Không rõ ngày đăng của 1 bài ("c.txt")');
  });

  test("gives the same to programs as one JSON object", async () => {
    const { exit, stdout } = await run(status, "--index", template, "--json");
    expect(exit).toBe(0);
    expect(stdout.trim().split("\n")).toHaveLength(1);
    expect(z.looseObject({}).parse(JSON.parse(stdout))).toMatchObject({
      index: template,
      serving: live,
      current: { state: "named", name: live },
      building: false,
      articles: 3,
      passages: 3,
      model: "vi-en-trade-384",
      undatedArticles: 1,
      newestArticle: { id: "b", publishedOn: "2021-01-12" },
      oldestArticle: { id: "a", publishedOn: "2020-03-01" },
      generations: [
        { name: live, live: true, damage: null },
        { name: older, live: false, damage: null },
      ],
      findings: { skipped: [] },
      warnings: [{ code: "no-date" }],
    });
  });

  test("warns of damage, of a lost `current`, and of what killed builds left", async () => {
    const { indexDir, fileOf } = await copyIndex();
    await truncate(fileOf(live, FILES.articles), 5);
    await rm(layoutOf(indexDir).current);
    await mkdir(join(layoutOf(indexDir).generations, "x.partial"));
    const { exit, stdout } = await run(status, "--index", indexDir);
    expect(exit).toBe(0);
    expect(stdout).toContain(`Bản đang dùng    ${older}\n`);
    expect(stdout).toContain(`Bản ${live} không dùng được: articles.jsonl có 5 byte thay vì `);
    expect(stdout).toContain(`hãy chạy “npm run index -- --use ${older}” để ghi lại`);
    expect(stdout).toContain("Còn 1 phần dở dang của lần tạo bị ngắt");
  });

  test("fails, and says what to do, where there is no index", async () => {
    const { exit, stdout, stderr } = await run(status, "--index", await makeFolder());
    expect(exit).toBe(1);
    expect(stdout).toContain("Chưa có chỉ mục; hãy chạy “npm run index” để tạo.");
    expect(stderr).toContain("Không có chỉ mục nào dùng được");
  });
});

describe("npm run index -- --verify", () => {
  test("says of each generation that it is whole", async () => {
    expect(await run(index, "--index", template, "--verify")).toEqual({
      exit: 0,
      stdout: expect.stringMatching(
        new RegExp(`^✓ ${live} \\(đang dùng\\): nguyên vẹn, 3 bài, .*\n✓ ${older}: .*\nMọi thứ đều ổn.\n$`),
      ),
      stderr: "",
    });
  });

  test("fails when something is wrong, and says what and what to do", async () => {
    const { indexDir, fileOf } = await copyIndex();
    await writeFile(fileOf(live, FILES.manifest), "{}");
    const { exit, stdout, stderr } = await run(index, "--index", indexDir, "--verify");
    expect(exit).toBe(1);
    expect(stdout).toContain(
      `✗ ${live} (đang dùng): manifest.json bị hỏng hoặc thuộc phiên bản khác\n✓ ${older}`,
    );
    expect(stdout).toContain(`Bot trả lời theo bản ${older}; hãy chạy “npm run index” để tạo bản mới.`);
    expect(stderr).toContain("1 điểm cần sửa");
  });

  test("tells programs, with a code for each damage", async () => {
    const { indexDir, fileOf } = await copyIndex();
    for (const name of [live, older]) await rm(fileOf(name, FILES.lexical));
    const { exit, stdout } = await run(index, "--index", indexDir, "--verify", "--json");
    expect(exit).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      ok: false,
      serving: null,
      generations: [{ damage: { code: "file-unreadable" } }, { damage: { code: "file-unreadable" } }],
      warnings: [{ code: "nothing-usable" }, { code: "damaged" }, { code: "damaged" }],
    });
  });

  test("finds a generation of another model than the bot's", async () => {
    const indexDir = await makeFolder();
    const articlesDir = await makeCorpus({ "a.txt": sentenceAbout("giá điện") });
    await buildIndex({ articlesDir, indexDir, embedder: makeSyllableEmbedder() });
    const { exit, stdout } = await run(index, "--index", indexDir, "--verify");
    expect(exit).toBe(1);
    expect(stdout).toContain("được tạo bằng mô hình “syllables” (55555555, 32 chiều)");
  });
});

describe("npm run index -- --use", () => {
  test("goes back, says so, and says when that is what is used already", async () => {
    const { indexDir } = await copyIndex();
    const first = await run(index, "--index", indexDir, "--use", older);
    expect(first).toEqual({
      exit: 0,
      stdout: `Đã chuyển sang bản ${older}: 3 bài, 3 đoạn trích (trước đó: ${live}). Bot đang chạy sẽ dùng bản này sau vài giây.\n`,
      stderr: "",
    });
    expect((await run(index, "--index", indexDir, "--use", older)).stdout).toContain("vốn đang được dùng");
    const json = await run(index, "--index", indexDir, "--use", live, "--json");
    expect(JSON.parse(json.stdout)).toEqual({ generation: live, before: older, articles: 3, passages: 3 });
  });

  test("names what there is when asked for what there is not", async () => {
    const { exit, stderr } = await run(index, "--index", template, "--use", "20200101");
    expect(exit).toBe(1);
    expect(stderr).toContain(`there is ${live} (live), ${older}`);
  });
});
