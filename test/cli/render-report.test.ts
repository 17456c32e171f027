import { describe, expect, test } from "vitest";
import { FIELD_PROBLEMS } from "../../src/articles/declared-fields.ts";
import { SKIP_REASONS } from "../../src/articles/skip.ts";
import { WARNING_KINDS } from "../../src/articles/warnings.ts";
import { describeSkip, renderWarnings } from "../../src/cli/render-findings.ts";
import { renderReport, reportToJson } from "../../src/cli/render-report.ts";
import type { BuildReport } from "../../src/index/build-report.ts";
import { LANGUAGES } from "../../src/messages/language.ts";
import { loadMessages, speak } from "../../src/messages/load-messages.ts";

const REPORT: BuildReport = {
  generation: "20260101T000000000-abcdef",
  comparedWith: "20251231T000000000-abcdef",
  rebuild: null,
  articles: 12,
  changes: { new: ["a.txt", "mới/b.txt"], changed: ["c.txt"], removed: ["d.txt"], unchanged: 9 },
  passages: 345,
  reused: 300,
  embedded: 45,
  skipped: [{ file: "b/xấu.txt", reason: "not-utf8", detail: "byte 2" }],
  warnings: [
    { file: "a.txt", warning: "no-date", detail: "" },
    { file: "c.txt", warning: "same-text", detail: "mới/b.txt" },
  ],
  seconds: 1.26,
};

const messages = loadMessages();

describe("the report of a build", () => {
  test("has what is new, changed, unchanged, removed and skipped, passages, seconds, and names the files", () => {
    expect(renderReport(REPORT, speak(messages, "vi"))).toBe(
      [
        "Đã tạo chỉ mục 20260101T000000000-abcdef trong 1.3 giây",
        "  Bài báo               12",
        "  Bài mới               2",
        "  Bài thay đổi          1",
        "  Bài giữ nguyên        9",
        "  Bài đã bỏ             1",
        "  Đoạn trích            345",
        "  Giữ lại từ bản trước  300",
        "  Tính vectơ mới        45",
        "  Tệp bỏ qua            1",
        "  Cảnh báo              2",
        "  Bài mới",
        '    "a.txt"',
        '    "mới/b.txt"',
        "  Bài thay đổi",
        '    "c.txt"',
        "  Bài đã bỏ",
        '    "d.txt"',
        "  Tệp bỏ qua",
        '    "b/xấu.txt": không phải UTF-8 (từ byte 2), hãy lưu lại bằng UTF-8',
        "  Không rõ ngày đăng (1):",
        '    "a.txt"',
        "  Trùng nội dung với bài khác (1):",
        '    "c.txt": mới/b.txt',
        "",
      ].join("\n"),
    );
  });

  test("does not name the files of a first index, nor many of a kind", () => {
    const names = Array.from({ length: 23 }, (_, at) => `bai-${at}.txt`);
    const changes = { ...REPORT.changes, new: names };
    expect(renderReport({ ...REPORT, changes, comparedWith: null }, speak(messages, "en"))).not.toContain(
      "bai-0",
    );
    const rendered = renderReport({ ...REPORT, changes }, speak(messages, "en"));
    expect(rendered).toContain(
      '    "bai-19.txt"\n    … and 3 more (--json has them all)\n  Changed articles\n',
    );
    const warnings = names.map((file) => ({ file, warning: "no-date", detail: "" }) as const);
    expect(renderReport({ ...REPORT, warnings }, speak(messages, "en"))).toContain(
      '  No date found (23):\n    "bai-0.txt"\n',
    );
  });

  test.each(LANGUAGES)("says why more is made anew, and what a trial would do (%s)", (language) => {
    const { generation: _, ...plan } = REPORT;
    for (const reason of ["forced", "model", "chunking", "unusable"] as const) {
      const rebuild = { reason, before: "cũ", now: "mới" };
      const speaker = speak(messages, language);
      expect(
        renderReport({ ...plan, rebuild }, speaker)
          .split("\n")
          .slice(0, 2),
      ).toEqual([
        speaker.say("cli-plan-title"),
        `  ${speaker.say(`cli-rebuild-${reason}`, { before: "cũ", now: "mới" })}`,
      ]);
    }
    const changes = { new: [], changed: [], removed: [], unchanged: 12 };
    expect(renderReport({ ...plan, changes, embedded: 0 }, speak(messages, "vi"))).toMatch(
      /^Chạy thử, chưa ghi gì\. Chỉ mục đã đúng/,
    );
  });

  test.each(LANGUAGES)(
    "has words for everything that can be wrong, in one language only (%s)",
    (language) => {
      const speaker = speak(messages, language);
      const problems = FIELD_PROBLEMS.map((problem) => ({ field: "date", problem, value: "7" }));
      const sentences = [
        ...SKIP_REASONS.map((reason) => describeSkip({ reason, detail: "EACCES" }, speaker)),
        ...problems.map((problem) =>
          describeSkip({ reason: "front-matter", detail: "in English", problems: [problem] }, speaker),
        ),
        ...WARNING_KINDS.flatMap((warning) => renderWarnings([{ file: "a", warning, detail: "" }], speaker)),
      ];
      // The status has words for them, too.
      for (const kind of WARNING_KINDS) speaker.say(`index-${kind}`, { count: 1, files: "a" });
      for (const sentence of sentences) expect(sentence).not.toMatch(/in English|\{|undefined/);
      if (language === "vi") {
        const words = sentences.join(" ").replace(/“.*?”|OCR|UTF-8|PDF|YAML|MB/g, "");
        expect(words).not.toMatch(/\b(?:the|is|not|be|of|line|file|save)\b/i);
      }
    },
  );

  test("keeps a file's name from driving the terminal", () => {
    const evil = "a\u001b[2J\u009b31m\nb.txt";
    const skipped = [{ file: evil, reason: "duplicate-id", detail: evil } as const];
    const rendered = renderReport({ ...REPORT, skipped }, speak(messages, "vi"));
    expect(rendered.split("\n")).toHaveLength(renderReport(REPORT, speak(messages, "vi")).split("\n").length);
    expect(rendered.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
  });

  test("is for programs one object: numbers first, then every file by name", () => {
    const { changes, generation, ...rest } = REPORT;
    expect(reportToJson(REPORT)).toEqual({
      ...rest,
      generation,
      dryRun: false,
      new: 2,
      changed: 1,
      unchanged: 9,
      removed: 1,
      seconds: 1.3,
      changes: { new: changes.new, changed: changes.changed, removed: changes.removed },
    });
    expect(reportToJson({ ...rest, changes })).toMatchObject({ generation: null, dryRun: true });
  });
});
