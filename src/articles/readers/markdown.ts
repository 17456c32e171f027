import type { Node, Parent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import type { Block, TextReader } from "../block.ts";
import { SkipError } from "../skip.ts";

/** Markdown: headings part sections; tables, code, images and raw HTML are no prose; list items are. */
export const markdownReader: TextReader = {
  kind: "text",
  extensions: [".md", ".markdown"],
  read(text, bodyStart) {
    const body = text.slice(bodyStart);
    checkComplexity(body);
    const blocks: Block[] = [];
    for (const leaf of leavesOf(fromMarkdown(body))) {
      for (const block of toBlocks(leaf, body)) {
        blocks.push({ ...block, start: block.start + bodyStart, end: block.end + bodyStart });
      }
    }
    return { blocks, metadata: {} };
  },
};

/** Deeper lists and quotations are of no article; the parser calls itself for each level. */
const MAX_DEPTH = 50;
const NESTED = new RegExp(`^(?:[ \\t]*(?:>|[-*+]|\\d{1,9}[.)])(?=[ \\t>]|$)){${MAX_DEPTH + 1}}`, "m");
/** Marks that open or close something: the parser's time grows with the square of how many a paragraph has. */
const MAX_MARKS = 2_000;
const MARKS = /[*_[\]`<]+/g;

/** @throws SkipError when no article is made like this, so that none can stall or break the build */
function checkComplexity(body: string): void {
  if (NESTED.test(body)) throw new SkipError("too-complex", `lists nested over ${MAX_DEPTH} deep`);
  for (const paragraph of body.split(/\n[ \t]*\n/)) {
    const marks = paragraph.match(MARKS)?.join("").length ?? 0;
    if (marks > MAX_MARKS) throw new SkipError("too-complex", `${marks} marks in a paragraph`);
  }
}

const CONTAINERS = new Set(["root", "list", "listItem", "blockquote"]);
/** The row of dashes under a table's head. Tables are no part of plain Markdown: the parser sees paragraphs. */
const TABLE_DELIMITER = /^[ \t]*(?:\|[ \t]*)?:?-+:?(?:[ \t]*\|[ \t]*:?-+:?)*(?:[ \t]*\|)?[ \t]*$/m;

/** A mark that is meant as such at the start of a paragraph is written with a backslash, which is no part of the words. */
const ESCAPED_START = /^\s*\\[!-/:-@[-`{-~]/;

/** The nodes that hold words themselves, in order. */
function* leavesOf(node: Node): Generator<Node> {
  if (!CONTAINERS.has(node.type)) yield node;
  else for (const child of childrenOf(node)) yield* leavesOf(child);
}

function toBlocks(leaf: Node, body: string): Block[] {
  const children = childrenOf(leaf);
  if (leaf.type === "heading") return spanOver(children, body, "heading");
  if (leaf.type !== "paragraph") return spanOver([leaf], body, "break");
  const whole = spanOver(children, body, "text");
  if (whole.some(({ start, end }) => isTable(body.slice(start, end)))) return spanOver([leaf], body, "break");
  return groupAtImages(children).flatMap((group) =>
    spanOver(group, body, group[0]?.type === "image" ? "break" : "text"),
  );
}

function isTable(content: string): boolean {
  return content.includes("|") && TABLE_DELIMITER.test(content);
}

/** Images by themselves, and what stands between them: a caption is often in one paragraph with its image. */
function groupAtImages(nodes: readonly Node[]): Node[][] {
  const groups: Node[][] = [];
  for (const node of nodes) {
    const last = groups.at(-1);
    if (last && last[0]?.type !== "image" && node.type !== "image") last.push(node);
    else groups.push([node]);
  }
  return groups;
}

/** From the first node to the last, without white space around; placed by the words, without a format's marks. */
function spanOver(nodes: readonly Node[], body: string, kind: Block["kind"]): Block[] {
  const start = nodes[0]?.position?.start.offset;
  const end = nodes.at(-1)?.position?.end.offset;
  if (start === undefined || end === undefined) return [];
  const content = body.slice(start, end);
  const lead = content.length - content.trimStart().length + (ESCAPED_START.test(content) ? 1 : 0);
  const length = content.slice(lead).trimEnd().length;
  return length === 0 ? [] : [{ start: start + lead, end: start + lead + length, kind }];
}

function childrenOf(node: Node): readonly Node[] {
  return isParent(node) ? node.children : [];
}

function isParent(node: Node): node is Parent {
  return "children" in node && Array.isArray(node.children);
}
