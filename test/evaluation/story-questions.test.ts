import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { parseStories, type Story } from "../../src/evaluation/stories.ts";
import { askStories, STORIES_FILE } from "../../src/evaluation/story-questions.ts";

const passage = (text: string) => ({ text, everyday: [`${text} hỏi`], english: [`${text} asked`] });
const STORIES: Story[] = ["A", "B"].map((name) => ({
  title: name,
  passages: [passage(`${name}1`), passage(`${name}2`)],
}));

describe("askStories", () => {
  test("leaves one passage out of each article, about which it asks in vain", () => {
    const asked = askStories(STORIES);
    expect(asked.map(({ article }) => article)).toEqual(["A\n\nA2", "B\n\nB1"]);
    expect(
      asked.map(({ questions }) =>
        questions.map(({ kind, half, text, expected }) => [kind, half, text, expected]),
      ),
    ).toEqual([
      [
        ["near-miss", "tuning", "A1 hỏi", []],
        ["near-miss", "tuning", "A1 asked", []],
        ["paraphrase", "tuning", "A2 hỏi", ["A2"]],
        ["english", "tuning", "A2 asked", ["A2"]],
      ],
      [
        ["paraphrase", "reporting", "B1 hỏi", ["B1"]],
        ["english", "reporting", "B1 asked", ["B1"]],
        ["near-miss", "reporting", "B2 hỏi", []],
        ["near-miss", "reporting", "B2 asked", []],
      ],
    ]);
  });

  test("gives every question a name of its own", async () => {
    const asked = askStories(parseStories(await readFile(STORIES_FILE, "utf8")));
    const ids = asked.flatMap(({ questions }) => questions.map(({ id }) => id));
    expect(ids.length).toBeGreaterThan(1000);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
