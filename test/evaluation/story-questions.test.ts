import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { parseStories, type Story } from "../../src/evaluation/stories.ts";
import { askStories, STORIES_FILE } from "../../src/evaluation/story-questions.ts";

const passage = (text: string) => ({ text, everyday: [`${text} hỏi`], english: [`${text} asked`] });
const STORIES: Story[] = ["A", "B", "C", "D"].map((name) => ({
  title: name,
  passages: [passage(`${name}1`), passage(`${name}2`)],
}));

/** What is asked of a story's two passages. */
function asksOf(name: string, half: string, answered: readonly [boolean, boolean]): unknown[] {
  return answered.flatMap((isAnswered, place) => {
    const text = `${name}${place + 1}`;
    const expected = isAnswered ? [text] : [];
    return [
      [isAnswered ? "paraphrase" : "near-miss", half, `${text} hỏi`, expected],
      [isAnswered ? "english" : "near-miss", half, `${text} asked`, expected],
    ];
  });
}

describe("askStories", () => {
  test("leaves one passage out of each article, about which it asks in vain", () => {
    const asked = askStories(STORIES);
    expect(asked.map(({ article }) => article)).toEqual(["A\n\nA2", "B\n\nB2", "C\n\nC1", "D\n\nD1"]);
    expect(
      asked.map(({ questions }) =>
        questions.map(({ kind, half, text, expected }) => [kind, half, text, expected]),
      ),
    ).toEqual([
      asksOf("A", "tuning", [false, true]),
      asksOf("B", "reporting", [false, true]),
      asksOf("C", "tuning", [true, false]),
      asksOf("D", "reporting", [true, false]),
    ]);
  });

  test("gives every question a name of its own", async () => {
    const asked = askStories(parseStories(await readFile(STORIES_FILE, "utf8")));
    const ids = asked.flatMap(({ questions }) => questions.map(({ id }) => id));
    expect(ids.length).toBeGreaterThan(1000);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
