import { readFile } from "node:fs/promises";

/** A made-up news story, written to teach the model and to measure by. */
export interface Story {
  readonly title: string;
  readonly passages: readonly StoryPassage[];
}

/** One aspect of a story, with questions that it answers and the story's other passages do not. */
export interface StoryPassage {
  readonly text: string;
  /** In everyday Vietnamese, with hardly a content word of the passage. */
  readonly everyday: readonly string[];
  readonly english: readonly string[];
}

const MARKS = { title: "# ", everyday: "? ", english: "= " };

/** A passage whose questions are still to come. */
interface Draft {
  readonly text: string;
  readonly everyday: string[];
  readonly english: string[];
}

/**
 * Reads stories: a line `# title` begins one; a line without a mark is a passage, and the lines `? question` (everyday
 * Vietnamese) and `= question` (English) under it are answered by it.
 * @throws with the line's number and what is wrong with it
 */
export function parseStories(text: string): Story[] {
  const stories: { title: string; passages: Draft[] }[] = [];
  for (const [at, written] of text.split("\n").entries()) {
    const line = written.trim().normalize("NFC");
    if (line === "") continue;
    const story = stories.at(-1);
    const passage = story?.passages.at(-1);
    if (line.startsWith(MARKS.title)) stories.push({ title: line.slice(MARKS.title.length), passages: [] });
    else if (line.startsWith(MARKS.everyday) && passage)
      passage.everyday.push(line.slice(MARKS.everyday.length));
    else if (line.startsWith(MARKS.english) && passage)
      passage.english.push(line.slice(MARKS.english.length));
    else if (story && !/^[#?=]/.test(line)) story.passages.push({ text: line, everyday: [], english: [] });
    else
      throw new Error(`Line ${at + 1} is "${line}"; write "# title", a passage, and its questions under it.`);
  }
  return stories;
}

/** @throws with one sentence that names the file, and the line that is wrong */
export async function readStories(file: string): Promise<Story[]> {
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    throw new Error(`The stories "${file}" cannot be read; name an existing file.`, { cause });
  });
  try {
    return parseStories(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`The stories "${file}" cannot be used. ${reason}`, { cause });
  }
}
