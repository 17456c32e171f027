import { execFileSync } from "node:child_process";
import { mkdir, symlink, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { MAX_ARTICLE_BYTES } from "../../src/articles/decode.ts";
import { type Corpus, loadArticles } from "../../src/articles/load-articles.ts";
import { addFiles, makeCorpus, makeFolder, proseOf, sentenceAbout } from "../support/corpus.ts";
import { makeDocx } from "../support/documents.ts";
import { seenAs, seenAsTcvn3, seenAsVni, toWindows1252 } from "../support/legacy-encodings.ts";

const PROSE = sentenceAbout("chương trình khuyến công");
const OTHER = sentenceAbout("hội chợ");
const THIRD = sentenceAbout("giá điện");
const FOURTH = sentenceAbout("đề án logistics");
const FIFTH = sentenceAbout("cụm công nghiệp");
const GOOD = { "tot.txt": PROSE };

async function loadWith(files: Record<string, string | Uint8Array>): Promise<Corpus> {
  return loadArticles(await makeCorpus({ ...GOOD, ...files }));
}

function idsOf({ articles }: Corpus): string[] {
  return articles.map(({ id }) => id);
}

describe("loadArticles reads", () => {
  test("folders in folders, in the order of their names", async () => {
    const corpus = await loadWith({ "2021/thang-1/b.txt": PROSE, "2021/a.md": PROSE, "2021.txt": PROSE });
    expect(idsOf(corpus)).toEqual(["2021", "2021/a", "2021/thang-1/b", "tot"]);
    expect(corpus.skipped).toEqual([]);
  });

  test("names with spaces, quotes, emoji, stops and line ends", async () => {
    const names = ["hai  dấu cách", `"nháy' kép`, "😀", "a.b.c", "xuống\ndòng", "Đ%20<b>&"];
    const corpus = await loadWith(Object.fromEntries(names.map((name) => [`${name}.txt`, PROSE])));
    expect(idsOf(corpus)).toEqual([...names, "tot"].sort());
  });

  test("extensions in any case, CRLF, a byte-order mark and decomposed letters", async () => {
    const raw = `\uFEFF${PROSE.normalize("NFD")}\r\n\r\n${PROSE.normalize("NFD")}\r\n`;
    const corpus = await loadWith({ "may-windows.TXT": raw });
    expect(corpus.articles[0]?.text).toBe(`${PROSE}\n\n${PROSE}\n`);
  });

  test("UTF-16, as Windows' editor writes it, and old encodings of Vietnamese, of which it tells", async () => {
    const corpus = await loadWith({
      "a.txt": Buffer.from(`\uFEFF${PROSE}`, "utf16le"),
      "b.txt": toWindows1252(seenAsTcvn3(OTHER)),
      "c.md": seenAsVni(`# Tên của bài này\n\n${THIRD}`),
      "d.html": `<title>${seenAs("windows-1252", "Tên của trang này")}</title><p>${seenAs("windows-1252", FOURTH)}</p>`,
      "e.docx": makeDocx([seenAsTcvn3(FIFTH)]),
      "g.txt": `${PROSE} H\ufffd N\ufffdi.`,
    });
    expect(corpus.skipped).toEqual([]);
    expect(corpus.articles.map(proseOf)).toEqual([
      [PROSE],
      [OTHER],
      [THIRD],
      [FOURTH],
      [FIFTH],
      [`${PROSE} H\ufffd N\ufffdi.`],
      [PROSE],
    ]);
    expect(corpus.articles[3]?.title).toBe("Tên của trang này");
    expect(corpus.warnings.filter(({ warning }) => warning === "converted" || warning === "garbled")).toEqual(
      [
        { file: "b.txt", warning: "converted", detail: "TCVN3" },
        { file: "c.md", warning: "converted", detail: "VNI" },
        { file: "d.html", warning: "converted", detail: "UTF-8/windows-1252" },
        { file: "e.docx", warning: "converted", detail: "TCVN3" },
        { file: "g.txt", warning: "garbled", detail: "H\ufffd N\ufffdi." },
      ],
    );
  });

  test("links to files of the same folder", async () => {
    const folder = await makeCorpus({ "kho/bai.txt": PROSE });
    await symlink(join(folder, "kho/bai.txt"), join(folder, "lien-ket.txt"));
    expect(idsOf(await loadArticles(folder))).toEqual(["kho/bai", "lien-ket"]);
  });

  test("nothing whose name begins with a dot", async () => {
    const corpus = await loadWith({ ".git/bai.txt": PROSE, ".nhap.txt": PROSE });
    expect(corpus).toMatchObject({ articles: [{ id: "tot" }], skipped: [] });
  });

  test("an empty folder as no articles", async () => {
    expect(await loadArticles(await makeFolder())).toEqual({ articles: [], skipped: [], warnings: [] });
  });
});

describe("loadArticles skips with the reason, and reads the rest", () => {
  test.each([
    ["an empty file", "xau.txt", "", { reason: "empty", detail: "0 bytes" }],
    ["a byte-order mark alone", "xau.txt", "\uFEFF", { reason: "empty", detail: "3 bytes" }],
    ["only white space", "xau.txt", " \r\n\t\u00a0\n", { reason: "empty", detail: "7 bytes" }],
    [
      "bytes that are no UTF-8",
      "xau.txt",
      Buffer.from("Giá vàng t\xe3ng.", "latin1"),
      { reason: "not-utf8", detail: "byte 3" },
    ],
    [
      "a letter that is cut off",
      "xau.txt",
      Buffer.from("Hà Nội").subarray(0, 2),
      { reason: "not-utf8", detail: "byte 1" },
    ],
    ["half a letter of UTF-16", "xau.txt", Buffer.from("\uFEFFHà\uD800", "utf16le"), { reason: "binary" }],
    [
      "a file with NUL",
      "xau.txt",
      Buffer.from("PK\u0003\u0004\0\0 zip"),
      { reason: "binary", detail: "NUL" },
    ],
    [
      "control characters",
      "xau.txt",
      "\u001b[31m\u0007\u0001\u0002 chữ",
      { reason: "binary", detail: "4 control characters" },
    ],
    ["broken front matter", "xau.md", `---\ntitle: [\n---\n${PROSE}`, { reason: "front-matter" }],
    ["no prose", "xau.md", "# Chỉ có tên bài", { reason: "no-prose" }],
    ["a format that is not read", "xau.odt", PROSE, { reason: "unsupported-format", detail: ".odt" }],
    ["no extension", "xau", PROSE, { reason: "no-extension" }],
  ])("%s", async (_, file, content, expected) => {
    const corpus = await loadWith({ [file]: content });
    expect(corpus.skipped).toMatchObject([{ file, ...expected }]);
    expect(idsOf(corpus)).toEqual(["tot"]);
  });

  test("a file over 10 MB, without reading it", async () => {
    const folder = await makeCorpus({ ...GOOD, "lon.txt": "", "lon.dat": "" });
    await truncate(join(folder, "lon.txt"), 50 * 1024 * 1024);
    expect((await loadArticles(folder)).skipped).toMatchObject([
      { file: "lon.dat", reason: "unsupported-format" },
      { file: "lon.txt", reason: "too-large", detail: "50.0 MB" },
    ]);
  });

  test("what bears a file's name and is none: a pipe, a link to nothing, to itself, to a folder", async () => {
    const folder = await makeCorpus({ ...GOOD, "thu-muc.txt/bai.txt": PROSE });
    execFileSync("mkfifo", [join(folder, "ong.txt")]);
    await symlink("khong-co.txt", join(folder, "mat.txt"));
    await symlink("vong.txt", join(folder, "vong.txt"));
    await symlink("thu-muc.txt", join(folder, "thu-muc-khac"));
    const corpus = await loadArticles(folder);
    expect(corpus.skipped).toEqual([
      { file: "mat.txt", reason: "unreadable", detail: "ENOENT" },
      { file: "ong.txt", reason: "not-a-file", detail: "" },
      { file: "thu-muc-khac", reason: "link-to-folder", detail: "" },
      { file: "vong.txt", reason: "unreadable", detail: "ELOOP" },
    ]);
    // A folder may be named as it likes.
    expect(idsOf(corpus)).toEqual(["thu-muc.txt/bai", "tot"]);
  });

  test("a link that leads out of the folder", async () => {
    const outside = await makeCorpus({ "mat-khau.txt": PROSE });
    const folder = await makeCorpus(GOOD);
    await symlink(join(outside, "mat-khau.txt"), join(folder, "lien-ket.txt"));
    await mkdir(join(folder, "..a"));
    await addFiles(folder, { "..a/an.txt": PROSE });
    const corpus = await loadArticles(folder);
    expect(corpus.skipped).toMatchObject([{ file: "lien-ket.txt", reason: "outside-folder" }]);
    expect(idsOf(corpus)).toEqual(["tot"]);
  });

  test("the second of two files with one id", async () => {
    const corpus = await loadWith({ "a.txt": PROSE, "a.md": PROSE });
    expect(idsOf(corpus)).toEqual(["a", "tot"]);
    expect(corpus.skipped).toEqual([{ file: "a.txt", reason: "duplicate-id", detail: "a.md" }]);
  });

  test("but not the second of one id when the first is bad", async () => {
    const corpus = await loadWith({ "a.txt": PROSE, "a.md": "" });
    expect(idsOf(corpus)).toEqual(["a", "tot"]);
    expect(corpus.skipped).toMatchObject([{ file: "a.md", reason: "empty" }]);
  });

  test("everything that is wrong, in the order of the names", async () => {
    const corpus = await loadWith({ "z.txt": "", "b/y.txt": "", "a.pdf": "" });
    expect(corpus.skipped.map(({ file }) => file)).toEqual(["a.pdf", "b/y.txt", "z.txt"]);
  });
});

describe("loadArticles refuses", () => {
  test("a folder that is not there, or is a file", async () => {
    const folder = await makeCorpus(GOOD);
    for (const wrong of [join(folder, "khong-co"), join(folder, "tot.txt")]) {
      await expect(loadArticles(wrong)).rejects.toThrow(
        `The articles folder "${wrong}" cannot be read; create it or name another with --articles.`,
      );
    }
  });
});

test("a file at the limit of 10 MB is still read", async () => {
  const line = `${sentenceAbout("chương trình khuyến công")}\n`;
  const lines = Buffer.from(line.repeat(Math.floor(MAX_ARTICLE_BYTES / Buffer.byteLength(line))));
  const full = Buffer.alloc(MAX_ARTICLE_BYTES, "\n");
  lines.copy(full);
  expect(idsOf(await loadArticles(await makeCorpus({ "to.txt": full })))).toEqual(["to"]);
});

test("10,000 files of one folder are all read, and each that is broken is named", async () => {
  const COUNT = 10_000;
  const folder = await makeFolder();
  const names = Array.from({ length: COUNT }, (_, at) => `bài ${at} “${at % 7}” 😀.txt`);
  for (let at = 0; at < COUNT; at += 100)
    await Promise.all(
      names
        .slice(at, at + 100)
        .map((name, own) => writeFile(join(folder, name), own === 0 ? "" : `Dự án số ${at + own} đã xong.`)),
    );
  let last = [0, 0];
  const { articles, skipped } = await loadArticles(folder, (...read) => (last = read));
  expect([articles.length, skipped.length]).toEqual([COUNT - 100, 100]);
  expect(new Set(skipped.map(({ file }) => file))).toEqual(new Set(names.filter((_, at) => at % 100 === 0)));
  expect(last).toEqual([COUNT - 1, COUNT]);
});
