import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readGoldQuestions } from "../../src/evaluation/gold.ts";
import { PRACTICE_DIR, PRACTICE_GROUPS } from "../../src/evaluation/practice.ts";

test("every group of practice articles is measured or learned from", async () => {
  const entries = await readdir(PRACTICE_DIR, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  expect(folders.sort()).toEqual([...PRACTICE_GROUPS]);
});

describe.each(PRACTICE_GROUPS)("practice group %s", (group) => {
  test("has questions of one half, each with what one paragraph of its article says", async () => {
    const files = ["questions.jsonl", "conversations.jsonl"];
    const [asked = [], conversations = []] = await Promise.all(
      files.map((file) => readGoldQuestions(join(PRACTICE_DIR, group, file))),
    );
    expect(conversations.every(({ context }) => context !== null)).toBe(true);
    expect(conversations.some(({ standsAlone }) => standsAlone)).toBe(true);
    const questions = [...asked, ...conversations];
    expect(new Set(questions.map(({ half }) => half)).size).toBe(1);
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
    for (const { kind, expected, files, context } of questions) {
      expect(expected).toHaveLength(kind === "near-miss" ? 0 : 1);
      expect(context !== null).toBe(kind === "follow-up");
      const text = await readFile(join(PRACTICE_DIR, group, "articles", files[0] ?? ""), "utf8");
      for (const answer of expected)
        expect(text.split("\n").filter((line) => line.includes(answer))).toHaveLength(1);
    }
  });
});
