/** A run of letters on a page, as the file sets it. `y` grows upwards. */
export interface PlacedText {
  readonly str: string;
  readonly y: number;
  readonly fontSize: number;
  readonly hasEOL: boolean;
}

/** Between two paragraphs there is this much more room than between two lines. */
const PARAGRAPH_GAP = 1.35;
/** No lines of one paragraph are set wider apart than this many times their letters' size. */
const WIDEST_LEADING = 1.8;
/** Headings are set larger; what differs less is a rounding. */
const OTHER_SIZE = 1.08;

interface Line {
  readonly words: string;
  readonly y: number;
  readonly size: number;
}

/** The lines of each page, with an empty one where the layout parts two paragraphs or a heading from its text. */
export function layLines(pages: ReadonlyArray<readonly PlacedText[]>): string[][] {
  const lines = pages.map(readLines);
  const usual = usualGap(lines);
  return lines.map((own) =>
    own.flatMap((line, at) => {
      const before = own[at - 1];
      return before && isParted(before, line, usual) ? ["", line.words] : [line.words];
    }),
  );
}

function readLines(items: readonly PlacedText[]): Line[] {
  const lines: Line[] = [];
  let open: PlacedText[] = [];
  const close = () => {
    const words = open.map(({ str }) => str).join("");
    const first = open.find(({ str }) => str.trim() !== "");
    if (first) lines.push({ words, y: first.y, size: Math.max(...open.map(({ fontSize }) => fontSize)) });
    open = [];
  };
  for (const item of items) {
    open.push(item);
    if (item.hasEOL) close();
  }
  close();
  return lines;
}

/** How far below one another the lines of a paragraph are: a gap that a quarter of all gaps do not reach. */
function usualGap(pages: ReadonlyArray<readonly Line[]>): number {
  const gaps = pages.flatMap((lines) => lines.slice(1).map((line, at) => (lines[at]?.y ?? line.y) - line.y));
  const down = gaps.filter((gap) => gap > 0).sort((a, b) => a - b);
  return down[Math.floor(down.length / 4)] ?? Number.POSITIVE_INFINITY;
}

/** A line above the one before begins a column: there a paragraph may go on. */
function isParted(before: Line, line: Line, usual: number): boolean {
  const ratio = before.size / line.size;
  if (ratio > OTHER_SIZE || ratio < 1 / OTHER_SIZE) return true;
  return before.y - line.y > PARAGRAPH_GAP * Math.min(usual, WIDEST_LEADING * line.size);
}
