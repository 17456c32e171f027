import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { load as parse } from "js-yaml";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FETCH_LIMITS } from "../../src/adding/add-article.ts";
import { REFUSAL_REASONS } from "../../src/adding/refusal.ts";
import { loadArticles } from "../../src/articles/load-articles.ts";
import { add } from "../../src/cli/add-command.ts";
import { runCommand } from "../../src/cli/command-line.ts";
import { loadMessages } from "../../src/messages/load-messages.ts";
import { makeCorpus, makeFolder, proseOf, sentenceAbout } from "../support/corpus.ts";
import { type FakeTerminal, makeTerminal } from "../support/terminal.ts";
import { openSite, redirectTo, type WebSite } from "../support/web-site.ts";

const PROSE = [sentenceAbout("cụm công nghiệp Sóc Sơn"), sentenceAbout("chương trình bình ổn thị trường")];
const MARKDOWN = `---
title: Cụm công nghiệp Sóc Sơn
publisher: Báo Công Thương
publishedOn: 2021-01-12
---

${PROSE.join("\n\n")}
`;
const LIMITS = { ...FETCH_LIMITS, timeoutMs: 20_000, maxBytes: 200_000 };

let site: WebSite;
beforeAll(async () => {
  const markdown: Parameters<typeof openSite>[0][string] = (_request, response) =>
    void response.setHeader("content-type", "text/markdown").end(MARKDOWN);
  site = await openSite({
    "/robots.txt": (_request, response) => void response.end("User-agent: *\nDisallow: /rieng"),
    "/bai.md": markdown,
    "/cu": redirectTo("/bai.md"),
    "/rieng/bai.md": markdown,
    "/den-rieng": redirectTo("/rieng/bai.md?khoa=s3cret"),
    "/anh": (_request, response) => void response.setHeader("content-type", "image/png").end("png"),
  });
});
afterAll(() => site.close());

function run(terminal: FakeTerminal, ...argv: string[]): Promise<number> {
  return runCommand((surroundings) => add(argv, surroundings, LIMITS), terminal);
}

async function runQuietly(...argv: string[]) {
  const terminal = makeTerminal({ isTTY: false });
  const status = await run(terminal, ...argv);
  return { status, stdout: terminal.stdout.text, stderr: terminal.stderr.text };
}

describe("adding an address", () => {
  test("writes Markdown that is the same article, and shows what was understood", async () => {
    const folder = join(await makeFolder(), "new folder");
    const { status, stdout, stderr } = await runQuietly(
      "--allow-private",
      "--articles",
      folder,
      `${site.origin}/bai.md`,
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(await readdir(folder)).toEqual(["2021-01-12-cum-cong-nghiep-soc-son.md"]);
    for (const shown of [
      "Cụm công nghiệp Sóc Sơn",
      "Báo Công Thương",
      "12/01/2021",
      "không rõ",
      "2 đoạn văn",
    ])
      expect(stdout).toContain(shown);
    const { articles, skipped } = await loadArticles(folder);
    expect(skipped).toEqual([]);
    expect(articles).toMatchObject([
      {
        title: "Cụm công nghiệp Sóc Sơn",
        publishedOn: "2021-01-12",
        url: `${site.origin}/bai.md`,
        author: null,
      },
    ]);
    expect(articles.flatMap(proseOf)).toEqual(PROSE);
    expect([...site.agents].join()).toMatch(/^hanoi-trade-bot\/\d/);
  });

  test("that is there already says so, whatever redirect leads to it, and replaces it only when told to", async () => {
    const folder = await makeFolder();
    const common = ["--allow-private", "--articles", folder];
    await runQuietly(...common, `${site.origin}/bai.md`);
    const asked = site.asked.length;
    const again = await runQuietly(...common, `${site.origin}/bai.md#phan-2`);
    expect(site.asked).toHaveLength(asked);
    expect(again).toMatchObject({ status: 0, stderr: "" });
    expect(again.stdout).toMatch(/^Đã có bài này: .*2021-01-12-cum-cong-nghiep-soc-son\.md/);
    expect((await runQuietly(...common, `${site.origin}/cu`)).stdout).toMatch(/^Đã có bài này/);
    const replaced = await runQuietly(...common, "--force", "--title", "Tên khác", `${site.origin}/cu`);
    expect(replaced.stdout).toMatch(/^Đã thay .*2021-01-12-cum-cong-nghiep-soc-son\.md/);
    expect((await loadArticles(folder)).articles.map(({ title }) => title)).toEqual(["Tên khác"]);
  });

  test("of this machine is refused unless allowed, and a private page by robots.txt even behind a redirect", async () => {
    const folder = await makeFolder();
    const refused = await runQuietly("--articles", folder, `${site.origin}/bai.md`);
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain("địa chỉ nội bộ (127.0.0.1)");
    const disallowed = await runQuietly("--allow-private", "--articles", folder, `${site.origin}/den-rieng`);
    expect(disallowed.status).toBe(1);
    expect(disallowed.stderr).toContain("robots.txt");
    expect(disallowed.stderr).not.toContain("s3cret");
    expect(site.asked).not.toContain("/rieng/bai.md?khoa=s3cret");
    expect(await readdir(folder)).toEqual([]);
  });
});

describe("adding several", () => {
  test("goes on after failures, names each with its reason, and never shows a password", async () => {
    const folder = await makeFolder();
    const sources = [
      `${site.origin}/nowhere`,
      `${site.origin}/anh`,
      "http://me:s3cret@example.vn/",
      "/no/such.md",
    ];
    const argv = ["--allow-private", "--articles", folder, "--json", ...sources, `${site.origin}/bai.md`];
    const { status, stdout, stderr } = await runQuietly(...argv);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).not.toContain("s3cret");
    expect(JSON.parse(stdout)).toMatchObject({
      dryRun: false,
      added: [
        {
          status: "added",
          file: "2021-01-12-cum-cong-nghiep-soc-son.md",
          paragraphs: 2,
          metadata: { author: null },
        },
      ],
      failed: [
        { source: `${site.origin}/nowhere`, reason: "status" },
        { source: `${site.origin}/anh`, reason: "unsupported-content" },
        { source: "http://example.vn/", reason: "credentials-in-address" },
        { source: "/no/such.md", reason: "file-unreadable" },
      ],
    });
    expect((await runQuietly("--articles", folder, ...sources)).status).toBe(1);
  });

  test("of the same name numbers them, and overwrites nothing, not even another format", async () => {
    const folder = await makeCorpus({ "2021-01-12-bai.txt": "here first" });
    const from = await makeCorpus({
      "a.txt": PROSE[0] ?? "",
      "b ‘c’ 😀.txt": PROSE[1] ?? "",
      "c.txt": PROSE[0] ?? "",
    });
    for (const file of ["a.txt", "b ‘c’ 😀.txt", "c.txt"]) {
      const argv = ["--articles", folder, "--title", "Bài", "--date", "12/01/2021", join(from, file)];
      expect((await runQuietly(...argv)).status).toBe(0);
    }
    expect((await readdir(folder)).sort()).toEqual([
      "2021-01-12-bai-2.md",
      "2021-01-12-bai-3.md",
      "2021-01-12-bai.txt",
    ]);
    expect(await readFile(join(folder, "2021-01-12-bai.txt"), "utf8")).toBe("here first");
  });

  test("writes nothing when only tried, and nothing twice that is in the folder", async () => {
    const folder = await makeCorpus({ "bai.md": MARKDOWN });
    const trial = await runQuietly(
      "--allow-private",
      "--dry-run",
      "--articles",
      folder,
      `${site.origin}/bai.md`,
    );
    expect(trial.status).toBe(0);
    expect(trial.stdout).toMatch(/^Sẽ thêm /);
    expect((await runQuietly("--articles", folder, join(folder, "bai.md"))).stdout).toMatch(/^Đã có bài này/);
    expect(await readdir(folder)).toEqual(["bai.md"]);
  });
});

describe("adding a file", () => {
  test("keeps every word where Markdown would read a mark, and takes what is given by hand", async () => {
    const lines = ["# ", "> ", "```", "<div> ", "[1]: ", "\\* "].map(
      (mark) => mark + sentenceAbout(`*dự án* ${mark}`),
    );
    const from = await makeCorpus({ "bai.txt": lines.join("\n\n") });
    const folder = await makeFolder();
    const given = [
      "--title",
      "Dấu: “lạ” # 1",
      "--publisher",
      "Báo 'Mới'",
      "--author",
      "Lê An",
      "--date",
      "2021-02-03",
    ];
    expect((await runQuietly("--articles", folder, ...given, join(from, "bai.txt"))).status).toBe(0);
    const { articles } = await loadArticles(folder);
    expect(articles).toMatchObject([
      { title: "Dấu: “lạ” # 1", publisher: "Báo 'Mới'", author: "Lê An", publishedOn: "2021-02-03" },
    ]);
    expect(articles.flatMap(proseOf)).toEqual(lines);
  });

  test("asks on a terminal for what it does not say, once more for a date that is none", async () => {
    const folder = await makeFolder();
    const from = await makeCorpus({ "bai.txt": PROSE.join("\n\n") });
    const terminal = makeTerminal();
    // As with the process' own streams, nobody ends it by a pipe.
    terminal.stderr.end = () => terminal.stderr;
    const ended = run(terminal, "--articles", folder, join(from, "bai.txt"));
    const answer = async (question: RegExp, text: string) => {
      await terminal.stderr.waitFor(question);
      terminal.stdin.write(`${text}\r`);
    };
    await answer(/Tiêu đề:/, "Bài mới");
    await answer(/Nơi đăng:/, "");
    await answer(/Ngày đăng \(/, "31/02/2024");
    await terminal.stderr.waitFor(/Không có ngày như vậy/);
    terminal.stdin.write(`${"\b".repeat(10)}29/02/2024\r`);
    await answer(/Tác giả:/, "Lê An");
    expect(await ended).toBe(0);
    const [file = ""] = await readdir(folder);
    expect(file).toBe("2024-02-29-bai-moi.md");
    const front = (await readFile(join(folder, file), "utf8")).split("---\n")[1] ?? "";
    expect(parse(front)).toEqual({ title: "Bài mới", publishedOn: "2024-02-29", author: "Lê An" });
  });

  test("asks nothing with --yes", async () => {
    const folder = await makeFolder();
    const from = await makeCorpus({ "bai.txt": PROSE.join("\n\n") });
    expect(await run(makeTerminal(), "--yes", "--articles", folder, join(from, "bai.txt"))).toBe(0);
    expect(await readdir(folder)).toEqual(["so-cong-thuong-ha-noi-cho-biet-cum-cong-nghiep.md"]);
  });
});

test("wrong usage is told with status 2", async () => {
  for (const argv of [[], ["--date", "31/02/2024", "a"], ["--title", "a", "b", "c"], ["--no-such"]])
    expect((await runQuietly(...argv)).status).toBe(2);
});

test("every refusal can be said", () => {
  for (const reason of REFUSAL_REASONS)
    expect(loadMessages().translate("vi", `add-refused-${reason}`, { detail: "a" })).toMatch(/\p{Ll}/u);
});
