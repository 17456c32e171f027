import { isDateLine } from "../lines.ts";

/** A line that ends a sentence this much short of the longest ones is the last of its paragraph. */
const SHORT_LINE = 0.85;
const ENDS_SENTENCE = /[.!?…:;”"»)]$/u;
const STARTS_ITEM = /^(?:[-–•*+]|\p{N}{1,3}[.)])\s/u;
const PAGE_NUMBER = /^(?:trang\s*|page\s*)?[-–]?\s*\p{N}{1,4}(?:\s*[/-]\s*\p{N}{1,4})?\s*[-–]?$/iu;
/** On fewer pages a line may return by chance. */
const FEWEST_PAGES = 3;

/** A paragraph of a document with pages. */
export interface PagedParagraph {
  readonly content: string;
  /** The pages that its words stand on, counted from 0, and where in `content` the words of each begin. */
  readonly pages: ReadonlyArray<{ readonly page: number; readonly start: number }>;
}

/**
 * Puts the lines of pages together into paragraphs: a page shows where lines end, not paragraphs. One goes on over
 * the end of a page.
 * @param pages lines without surrounding white space; empty ones part paragraphs
 */
export function joinLines(pages: readonly (readonly string[])[]): PagedParagraph[] {
  const running = findRunningLines(pages);
  const lines = pages.flatMap((own, page) =>
    own
      .filter((line, at) => !isMargin(own, at) || !(running.has(shapeOf(line)) || PAGE_NUMBER.test(line)))
      .map((line) => ({ line, page })),
  );
  const width = longLine(lines.map(({ line }) => line));
  const paragraphs: PagedParagraph[] = [];
  let open: PagedLine[] = [];
  const close = () => {
    if (open.length > 0) paragraphs.push(joinParagraph(open));
    open = [];
  };
  for (const { line, page } of lines) {
    // The day of publishing stands on a line of its own below the title.
    const isDay = page === 0 && isDateLine(line);
    if (line === "" || isDay || STARTS_ITEM.test(line)) close();
    if (line === "") continue;
    open.push({ line, page });
    if (isDay || (ENDS_SENTENCE.test(line) && line.length < SHORT_LINE * width)) close();
  }
  close();
  return paragraphs;
}

interface PagedLine {
  readonly line: string;
  readonly page: number;
}

function joinParagraph(lines: readonly PagedLine[]): PagedParagraph {
  const pages: Array<{ page: number; start: number }> = [];
  let start = 0;
  for (const { line, page } of lines) {
    if (pages.at(-1)?.page !== page) pages.push({ page, start });
    start += line.length + 1;
  }
  return { content: lines.map(({ line }) => line).join(" "), pages };
}

/** Whether a line is the first or the last of its page. */
function isMargin(page: readonly string[], at: number): boolean {
  return page.slice(0, at).every((line) => line === "") || page.slice(at + 1).every((line) => line === "");
}

/** The first and last lines that most pages share, whatever the numbers in them. */
function findRunningLines(pages: readonly (readonly string[])[]): Set<string> {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const margins = new Set(page.filter((line, at) => line !== "" && isMargin(page, at)).map(shapeOf));
    for (const shape of margins) counts.set(shape, (counts.get(shape) ?? 0) + 1);
  }
  const least = Math.max(FEWEST_PAGES, pages.length / 2);
  return new Set([...counts].filter(([, count]) => count >= least).map(([shape]) => shape));
}

function shapeOf(line: string): string {
  return line.replace(/\p{N}+/gu, "0");
}

/** How long full lines are: the longest tenth set aside, for tables may be wider. */
function longLine(lines: readonly string[]): number {
  const lengths = lines.map(({ length }) => length).sort((a, b) => a - b);
  return lengths[Math.floor(0.9 * (lengths.length - 1))] ?? 0;
}
