import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { parseStories } from "../../src/evaluation/stories.ts";
import { STORIES_FILE } from "../../src/evaluation/story-questions.ts";

const TEACHING = fileURLToPath(new URL("../../scripts/teaching/", import.meta.url));

test("every passage of the stories is asked about, and no story that is measured by is taught from", async () => {
  const files = (await readdir(TEACHING)).filter((file) => file.endsWith(".txt"));
  const taught = (await Promise.all(files.map((file) => readFile(TEACHING + file, "utf8")))).flatMap(
    parseStories,
  );
  const measured = parseStories(await readFile(STORIES_FILE, "utf8"));
  for (const { title, passages } of [...taught, ...measured]) {
    expect([title, passages.length >= 2]).toEqual([title, true]);
    for (const { text, everyday, english } of passages)
      expect([text, everyday.length > 0, english.length > 0]).toEqual([text, true, true]);
  }
  const known = new Set(taught.flatMap(({ passages }) => passages.map(({ text }) => text)));
  expect(measured.flatMap(({ passages }) => passages).filter(({ text }) => known.has(text))).toEqual([]);
});
