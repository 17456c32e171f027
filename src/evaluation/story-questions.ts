import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Knowledge } from "../search/knowledge.ts";
import type { GoldKind, GoldQuestion } from "./gold.ts";
import { halfOf } from "./halves.ts";
import { type AskedCorpus, indexArticles } from "./own-index.ts";
import { readStories, type Story } from "./stories.ts";

/** Stories that nothing is taught from: to fit on and to measure by. */
export const STORIES_FILE = fileURLToPath(new URL("../../scripts/evaluation/stories.txt", import.meta.url));

/** A story as an article, with what may be asked about it. */
export interface AskedStory {
  readonly article: string;
  readonly questions: readonly GoldQuestion[];
}

/**
 * Makes an article of each story, without one of its passages: the questions about that one are on its topic and not
 * answered. Every second story is for tuning.
 */
export function askStories(stories: readonly Story[]): AskedStory[] {
  return stories.map(({ title, passages }, at) => {
    // The half goes by the story's number, too: each half leaves out passages at every place.
    const leftOut = Math.floor(at / 2) % Math.max(1, passages.length);
    const questions = passages.flatMap(({ text, everyday, english }, place) => {
      const isAnswered = place !== leftOut;
      const ask = (kind: GoldKind, number: number, question: string): GoldQuestion => ({
        id: `story-${at + 1}-${place + 1}-${number}`,
        kind: isAnswered ? kind : "near-miss",
        half: halfOf(at),
        text: question,
        context: null,
        standsAlone: false,
        expected: isAnswered ? [text] : [],
        files: [],
      });
      return [
        ...everyday.map((question, number) => ask("paraphrase", number, question)),
        ...english.map((question, number) => ask("english", everyday.length + number, question)),
      ];
    });
    const kept = passages.filter((_, place) => place !== leftOut).map(({ text }) => text);
    return { article: [title, ...kept].join("\n\n"), questions };
  });
}

/** Indexes the stories, each as an article, with the questions about them. */
export async function indexStories(parts: Knowledge): Promise<AskedCorpus> {
  const asked = askStories(await readStories(STORIES_FILE));
  const folder = await mkdtemp(join(tmpdir(), "stories-"));
  try {
    for (const [at, { article }] of asked.entries())
      await writeFile(join(folder, `story-${at + 1}.txt`), article);
    const questions = asked.flatMap((story) => story.questions);
    return { parts: await indexArticles(parts, folder), questions };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
