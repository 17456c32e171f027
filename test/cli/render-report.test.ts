import { describe, expect, test } from "vitest";
import type { SkipReason } from "../../src/articles/skip.ts";
import { renderReport, reportToJson } from "../../src/cli/render-report.ts";
import type { BuildReport } from "../../src/index/build-index.ts";
import { LANGUAGES } from "../../src/messages/language.ts";
import { loadMessages, speak } from "../../src/messages/load-messages.ts";

/** Every reason there is: the compiler misses none. */
const REASONS: Readonly<Record<SkipReason, true>> = {
  "bad-encoding": true,
  binary: true,
  broken: true,
  "changed-while-read": true,
  "duplicate-id": true,
  empty: true,
  encrypted: true,
  "front-matter": true,
  "no-prose": true,
  "no-text-layer": true,
  "not-utf8": true,
  "outside-folder": true,
  "too-large": true,
  unreadable: true,
  "unsupported-format": true,
};

const REPORT: BuildReport = {
  generation: "20260101T000000000-abcdef",
  articles: 12,
  passages: 345,
  reused: 300,
  embedded: 45,
  skipped: [{ file: "b/xấu.txt", reason: "not-utf8", detail: "byte 2" }],
  seconds: 1.26,
};

const messages = loadMessages();

describe("the report of a build", () => {
  test("has articles, passages, what was reused and embedded, what was skipped and why, and seconds", () => {
    expect(renderReport(REPORT, speak(messages, "vi"))).toBe(
      [
        "Đã tạo chỉ mục 20260101T000000000-abcdef trong 1.3 giây",
        "  Bài báo               12",
        "  Đoạn trích            345",
        "  Giữ lại từ bản trước  300",
        "  Tính vectơ mới        45",
        "  Bỏ qua                1",
        '    "b/xấu.txt": không phải UTF-8 (byte 2), hãy lưu lại bằng UTF-8',
        "",
      ].join("\n"),
    );
  });

  test.each(LANGUAGES)("has words for every reason (%s)", (language) => {
    for (const reason of Object.keys(REASONS)) {
      expect(speak(messages, language).say(`skip-${reason}`, { detail: "giá trị" })).not.toBe("");
    }
  });

  test("keeps a file's name from driving the terminal", () => {
    const evil = "a\u001b[2J\u009b31m\nb.txt";
    const skipped = [{ file: evil, reason: "duplicate-id", detail: evil } as const];
    const rendered = renderReport({ ...REPORT, skipped }, speak(messages, "vi"));
    expect(rendered.split("\n")).toHaveLength(8);
    expect(rendered.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
  });

  test("is for programs what it is, with a decimal of seconds", () => {
    expect(reportToJson(REPORT)).toEqual({ ...REPORT, seconds: 1.3 });
  });
});
