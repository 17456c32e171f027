import type { Span } from "../../language/span.ts";
import type { Block, TextReader } from "../block.ts";

/** A block of lines no longer than this may be one paragraph that an editor wrapped. */
const LONGEST_WRAPPED_LINE = 120;
/** Wrapped lines are nearly full; shorter ones are menus, lists and verse. */
const SHORTEST_WRAPPED_LINE = 45;

const ENDS_PARAGRAPH = /[.!?…:;”"»)]\s*$/u;
const STARTS_ITEM = /^\s*(?:[-–•*+]|\p{N}{1,3}[.)])\s/u;

/** Plain text: a line is a paragraph, unless the lines between two empty ones were wrapped by an editor. */
export const textReader: TextReader = {
  kind: "text",
  extensions: [".txt"],
  read(text, bodyStart) {
    const blocks: Block[] = [];
    for (const group of groupLines(text, bodyStart)) {
      for (const span of isHardWrapped(text, group) ? [joinSpans(group)] : group) {
        blocks.push({ ...span, kind: "text" });
      }
    }
    return { blocks, metadata: {} };
  },
};

/** The lines of a text without surrounding white space, grouped as empty lines part them. */
function* groupLines(text: string, from: number): Generator<Span[]> {
  let group: Span[] = [];
  for (let start = from; start <= text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(start, end);
    const trimmed = line.trim();
    if (trimmed !== "") {
      const lead = line.length - line.trimStart().length;
      group.push({ start: start + lead, end: start + lead + trimmed.length });
    } else if (group.length > 0) {
      yield group;
      group = [];
    }
    start = end + 1;
  }
  if (group.length > 0) yield group;
}

/** Nearly full lines of which most do not end as sentences do. */
function isHardWrapped(text: string, group: readonly Span[]): boolean {
  if (group.length < 2) return false;
  const inner = group.slice(0, -1);
  const full = group.every((line) => line.end - line.start <= LONGEST_WRAPPED_LINE);
  const nearlyFull = inner.every((line) => line.end - line.start >= SHORTEST_WRAPPED_LINE);
  if (!full || !nearlyFull) return false;
  if (group.some((line) => STARTS_ITEM.test(text.slice(line.start, line.end)))) return false;
  const open = inner.filter((line) => !ENDS_PARAGRAPH.test(text.slice(line.start, line.end)));
  return open.length * 2 > inner.length;
}

function joinSpans(group: readonly Span[]): Span {
  return { start: group[0]?.start ?? 0, end: group.at(-1)?.end ?? 0 };
}
