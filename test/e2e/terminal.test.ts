import { once } from "node:events";
import { readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { FILES } from "../../src/index/layout.ts";
import { normaliseText } from "../../src/language/normalise.ts";
import { type JsonAnswer, markedIn, parseAnswers } from "../support/answer-schema.ts";
import { addFiles, type Files, makeCorpus, makeFolder, SEEDS, sentenceAbout } from "../support/corpus.ts";
import { PROJECT, runScript, runShell, startScript } from "../support/scripts.ts";

const CLUSTERS = "Hà Nội đã thành lập mới bao nhiêu cụm công nghiệp?";

/** Every quote stands word for word in its article's file, and the marked sentence in the quote. */
async function expectWordForWord(answers: readonly JsonAnswer[], articlesDir = SEEDS): Promise<void> {
  for (const { quotes } of answers) {
    expect(quotes.map(({ rank }) => rank)).toEqual(quotes.map((_, at) => at + 1));
    for (const quote of quotes) {
      const text = normaliseText(await readFile(join(articlesDir, quote.article.file), "utf8"));
      expect(quote.text).toBe(text.slice(quote.start, quote.end));
      expect(quote.article.id).toBe(quote.article.file.replace(/\.\w+$/, ""));
      expect(markedIn(quote).trim()).not.toBe("");
      expect(quote.highlight.end).toBeLessThanOrEqual(quote.text.length);
    }
  }
}

/** An index of the five articles, built by the command. */
let seedsIndex: string;
beforeAll(async () => {
  seedsIndex = await makeFolder();
  expect((await runScript("index", ["--index", seedsIndex])).status).toBe(0);
});

describe("the first question of a fresh clone", () => {
  test("is answered at once: the index is built, and that is said on stderr only", async () => {
    const indexDir = join(await makeFolder(), "moi");
    const first = await runScript("ask", [CLUSTERS], { env: { INDEX_DIR: indexDir } });
    expect(first.status).toBe(0);
    expect(first.stderr).toMatch(
      /^Chưa có chỉ mục, đang tạo từ thư mục “seeds”…\nĐã tạo chỉ mục: 5 bài, \d+ đoạn trích, [\d.]+ giây\.\n$/,
    );
    const [question, empty, quote, citation] = first.stdout.split("\n");
    expect([question, empty]).toEqual([CLUSTERS, ""]);
    expect(quote).toMatch(/^1\. .*\*\*[^*]*43 cụm công nghiệp với tổng diện tích 753,3 ha[^*]*\*\*/);
    expect(citation).toBe(
      "   — (không có tiêu đề) “Ngày 13/8, tại Hà Nội, Ủy viên Bộ Chính trị…” · không rõ nơi đăng · " +
        "không rõ ngày đăng · đoạn 12 · thanh-uy-ha-noi-lam-viec-voi-bo-cong-thuong.txt",
    );
    // No colours, for this is no terminal.
    expect(first.stdout).not.toContain("\u001b");

    const second = await runScript("ask", [CLUSTERS], { env: { INDEX_DIR: indexDir } });
    expect(second).toEqual({ status: 0, stdout: first.stdout, stderr: "" });
  });

  test("is answered through npm, from two lines of a pipe, as two lines of JSON", async () => {
    const { status, stdout } = await runShell(
      "printf 'EVFTA là gì?\\nHà Nội có chợ không\\n' | npm run --silent ask -- --json",
      {
        INDEX_DIR: seedsIndex,
      },
    );
    expect(status).toBe(0);
    const answers = parseAnswers(stdout);
    expect(answers.map(({ question }) => question)).toEqual(["EVFTA là gì?", "Hà Nội có chợ không"]);
    await expectWordForWord(answers);
  });
});

describe("a question about the five articles", () => {
  const ANSWERED: ReadonlyArray<readonly [string, RegExp]> = [
    [CLUSTERS, /43 cụm công nghiệp với tổng diện tích 753,3 ha/],
    ["chi so san xuat cong nghiep 2020 tang bao nhieu", /4,7%/],
    ["How many new industrial clusters did Hanoi establish?", /43 cụm công nghiệp/],
    ["EVFTA", /\(EVFTA\)/],
  ];
  const NOT_ANSWERED = ["Giá vàng hôm nay bao nhiêu?", "Ai vô địch World Cup 2018?", "asdfgh qwerty"];
  const questions = [...ANSWERED.map(([question]) => question), ...NOT_ANSWERED];
  let answers: readonly JsonAnswer[] = [];

  beforeAll(async () => {
    const input = `${questions.join("\n")}\n`;
    const ended = await runScript("ask", ["--json"], { input, env: { INDEX_DIR: seedsIndex } });
    expect([ended.status, ended.stderr]).toEqual([0, ""]);
    answers = parseAnswers(ended.stdout);
  });

  function answerTo(asked: string): JsonAnswer {
    const answer = answers.find(({ question }) => question === asked);
    if (!answer) throw new Error(`There is no answer to "${asked}".`);
    return answer;
  }

  test("gets one line each, in their order, with every quote word for word", async () => {
    expect(answers.map(({ question }) => question)).toEqual(questions);
    await expectWordForWord(answers);
  });

  test.each(ANSWERED)("is answered first by the marked sentence: %s", (question, expected) => {
    const { answered, quotes } = answerTo(question);
    expect(answered).toBe(true);
    expect(quotes[0] && markedIn(quotes[0])).toMatch(expected);
  });

  test.each(NOT_ANSWERED)("is said not to be answered: %s", (question) => {
    expect(answerTo(question).answered).toBe(false);
  });

  test("carries all that is known of the article", () => {
    const [best] = answerTo("chi so san xuat cong nghiep 2020 tang bao nhieu").quotes;
    expect(best?.article).toEqual({
      id: "cai-thien-ha-tang-kinh-te-va-he-thong-cho",
      file: "cai-thien-ha-tang-kinh-te-va-he-thong-cho.txt",
      title: "Cải thiện hạ tầng kinh tế đồng bộ với hệ thống chợ trên địa bàn Thủ đô",
      publisher: "Chinhphu.vn",
      publishedOn: "2021-01-12",
      url: null,
      author: "Thùy Linh",
    });
    expect(best?.paragraph).toBe(6);
  });
});

describe("a command that cannot do its work", () => {
  test.each([
    ["an unknown option", ["--sai"], {}, 2, /unknown option '--sai'/],
    ["a wrong setting", ["EVFTA"], { DEFAULT_LANGUAGE: "fr" }, 2, /DEFAULT_LANGUAGE must be one of/],
    [
      "no such articles",
      ["--articles", "khong-co", "EVFTA"],
      {},
      1,
      /articles folder "khong-co" cannot be read/,
    ],
    [
      "no such model",
      ["EVFTA"],
      { EMBEDDING_MODEL: "khong-co" },
      1,
      /^The embedding model "khong-co" is not in .*ALLOW_MODEL_DOWNLOAD=true to fetch it once\.\n$/,
    ],
  ])("says so on stderr and exits with its status: %s", async (_, args, env, status, complaint) => {
    const ended = await runScript("ask", args, { env: { INDEX_DIR: await makeFolder(), ...env } });
    expect([ended.status, ended.stdout]).toEqual([status, ""]);
    expect(ended.stderr).toMatch(complaint);
    expect(ended.stderr).not.toMatch(/^\s+at /m);
  });

  test.each(["ask", "index"] as const)("%s shows its help on stdout and exits with 0", async (script) => {
    const { status, stdout, stderr } = await runScript(script, ["--help"]);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toContain(`Usage: npm run ${script} -- [options]`);
    for (const option of ["--articles <dir>", "--index <dir>", "--json", "--help"])
      expect(stdout).toContain(option);
  });
});

describe("ask", () => {
  test("ends in peace when its reader has seen enough", async () => {
    const child = startScript("ask", ["--json"], { INDEX_DIR: seedsIndex });
    const complaints: string[] = [];
    child.stderr.on("data", (data) => complaints.push(String(data)));
    const lines = createInterface({ input: child.stdout });
    child.stdin.on("error", () => {});
    child.stdin.write("EVFTA\n");
    await once(lines, "line");
    child.stdout.destroy();
    child.stdin.end("EVFTA\n".repeat(50));
    const [status] = await once(child, "close");
    expect([status, complaints.join("")]).toEqual([0, ""]);
  });

  test("serves the older generation and says so when the live one is damaged, and fails when both are", async () => {
    const indexDir = await makeFolder();
    for (let round = 0; round < 2; round++) await runScript("index", ["--index", indexDir]);
    const generations = (await readdir(join(indexDir, "generations"))).sort();
    const [older, live] = generations;
    await truncate(join(indexDir, "generations", live ?? "", FILES.dense), 100);
    const served = await runScript("ask", ["--index", indexDir, "--json", "EVFTA"]);
    expect([served.status, parseAnswers(served.stdout)[0]?.answered]).toEqual([0, true]);
    expect(served.stderr).toMatch(
      new RegExp(`^Bỏ qua bản chỉ mục hỏng ${live}: dense\\.exact has 100 bytes instead of \\d+\\.\n$`),
    );

    await writeFile(join(indexDir, "generations", older ?? "", "vectors.bin"), "x");
    const failed = await runScript("ask", ["--index", indexDir, "--json", "EVFTA"]);
    expect([failed.status, failed.stdout]).toEqual([1, ""]);
    expect(failed.stderr.split("\n").at(-2)).toMatch(
      /^The index in ".*" cannot be used \(.*\); build a new one with: npm run index$/,
    );
  });

  test("lets no escape sequence of an article reach the terminal", async () => {
    const articlesDir = await makeCorpus({
      "xau.txt": `---\ntitle: "Tên \\u001b[2Jxấu"\n---\n${sentenceAbout("cụm \u001b[31mđỏ\u001b]0;x\u0007 công nghiệp")}`,
    });
    const { stdout, stderr } = await runScript("ask", [
      "--index",
      await makeFolder(),
      "--articles",
      articlesDir,
      "công nghiệp năm 2020 trên địa bàn thành phố",
    ]);
    expect(stdout).toContain("cụm [31mđỏ]0;x công nghiệp");
    expect((stdout + stderr).replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
  });
});

const reportSchema = z.strictObject({
  generation: z.string().nullable(),
  dryRun: z.boolean(),
  comparedWith: z.string().nullable(),
  rebuild: z.strictObject({ reason: z.string(), before: z.string(), now: z.string() }).nullable(),
  articles: z.number(),
  new: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  removed: z.number(),
  passages: z.number(),
  reused: z.number(),
  embedded: z.number(),
  skipped: z.array(z.strictObject({ file: z.string(), reason: z.string(), detail: z.string() })),
  warnings: z.array(z.strictObject({ file: z.string(), warning: z.string(), detail: z.string() })),
  changes: z.strictObject({
    new: z.array(z.string()),
    changed: z.array(z.string()),
    removed: z.array(z.string()),
  }),
  seconds: z.number(),
});

describe("a folder of 5,000 small files in nested folders", () => {
  const COUNT = 5_000;
  let articlesDir: string;
  let indexDir: string;
  beforeAll(async () => {
    const files: Record<string, string> = {};
    for (let number = 0; number < COUNT; number++) {
      const folder = `${number % 10}/${number % 7}`;
      files[`${folder}/bai-${number}.txt`] = sentenceAbout(`dự án số ${number} tại xã ${number % 500}`);
    }
    const bad: Files = { "xau.txt": "", "0/anh.png": "x", "1/latin.txt": Buffer.from("gi\xe1", "latin1") };
    articlesDir = await makeCorpus({ ...files, ...bad });
    indexDir = await makeFolder();
  });

  test("is indexed and reported, file by file where one was skipped, and the next question uses it", async () => {
    const built = await runScript("index", ["--articles", articlesDir, "--index", indexDir]);
    expect(built.status).toBe(0);
    expect(built.stdout).toMatch(/^Đã tạo chỉ mục \S+ trong [\d.]+ giây\n/);
    expect(built.stdout).toMatch(
      /Bài báo +5000\n +Bài mới +5000\n[\s\S]*Đoạn trích +5000\n +Giữ lại từ bản trước +0\n +Tính vectơ mới +5000\n +Tệp bỏ qua +3\n/,
    );
    expect(built.stdout).toContain(
      '"0/anh.png": không đọc được định dạng .png, hãy lưu thành một trong các dạng .txt, .md, ',
    );
    expect(built.stdout).toContain('"1/latin.txt": không phải UTF-8');
    expect(built.stdout).toContain('"xau.txt": tệp không có chữ nào\n');

    const asked = await runScript("ask", ["--index", indexDir, "--json", "dự án số 4321"]);
    const answers = parseAnswers(asked.stdout);
    expect([asked.status, asked.stderr]).toEqual([0, ""]);
    expect(answers[0]?.quotes[0]?.article.id).toBe("1/2/bai-4321");
    await expectWordForWord(answers, articlesDir);
  });

  test("is indexed again with all that is known, and reported as JSON", async () => {
    await writeFile(join(articlesDir, "0/0/bai-0.txt"), sentenceAbout("dự án mới tại Sóc Sơn"));
    await rm(join(articlesDir, "1/1/bai-1.txt"));
    const { status, stdout } = await runScript("index", [
      "--articles",
      articlesDir,
      "--index",
      indexDir,
      "--json",
    ]);
    expect(status).toBe(0);
    expect(stdout.endsWith("\n") && stdout.indexOf("\n") === stdout.length - 1).toBe(true);
    expect(reportSchema.parse(JSON.parse(stdout))).toMatchObject({
      articles: COUNT - 1,
      new: 0,
      changed: 1,
      unchanged: COUNT - 2,
      removed: 1,
      changes: { new: [], changed: ["0/0/bai-0.txt"], removed: ["1/1/bai-1.txt"] },
      passages: COUNT - 1,
      reused: COUNT - 2,
      embedded: 1,
      skipped: [
        { file: "0/anh.png", reason: "unsupported-format" },
        { file: "1/latin.txt", reason: "not-utf8" },
        { file: "xau.txt", reason: "empty" },
      ],
    });
  });

  test("that has not changed needs nothing, as a trial says", async () => {
    const args = ["--articles", articlesDir, "--index", indexDir, "--dry-run"];
    const { status, stdout } = await runScript("index", args);
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^Chạy thử, chưa ghi gì\. Chỉ mục đã đúng/)]);
    expect(stdout).toMatch(/Tính vectơ mới +0\n/);
    expect((await readdir(join(indexDir, "generations"))).length).toBe(2);
  });

  test("of which nothing can be read is an error, and leaves no index", async () => {
    const emptyIndex = await makeFolder();
    const { status, stdout, stderr } = await runScript("index", [
      "--articles",
      emptyIndex,
      "--index",
      emptyIndex,
    ]);
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toBe(
      `Nothing in "${emptyIndex}" could be indexed (it has no files); the old index stays.\n`,
    );
    await addFiles(emptyIndex, { "a.txt": "", "b.xyz": "" });
    const bad = await runScript("index", ["--articles", emptyIndex, "--index", indexDir]);
    expect([bad.status, bad.stdout]).toEqual([1, ""]);
    // Every file is named.
    expect(bad.stderr).toMatch(/^"a\.txt": .*\n"b\.xyz": .*\nNothing in /);
  });
});

test("the product's own index folder is not touched by the tests", () => {
  expect(seedsIndex.startsWith(PROJECT)).toBe(false);
});
