import type { Node, Parent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import type { Block, Reader } from "../block.ts";

/** Markdown: headings part sections; tables, code, images and raw HTML are no prose; list items are. */
export const markdownReader: Reader = {
  extensions: [".md", ".markdown"],
  read(text, bodyStart) {
    const blocks: Block[] = [];
    collectBlocks(fromMarkdown(text.slice(bodyStart)), bodyStart, text, blocks);
    return { blocks, metadata: {} };
  },
};

const CONTAINERS = new Set(["root", "list", "listItem", "blockquote"]);

function collectBlocks(node: Node, offset: number, text: string, into: Block[]): void {
  if (CONTAINERS.has(node.type) && isParent(node)) {
    for (const child of node.children) collectBlocks(child, offset, text, into);
    return;
  }
  // Headings and paragraphs are placed by their words, which leaves out the marks of the format (`## `).
  const children = isParent(node) ? node.children : [];
  const start = (children[0] ?? node).position?.start.offset;
  const end = (children.at(-1) ?? node).position?.end.offset;
  if (start === undefined || end === undefined || end <= start) return;
  into.push({
    start: start + offset,
    end: end + offset,
    kind: kindOf(node, text.slice(start + offset, end + offset)),
  });
}

function kindOf(node: Node, content: string): Block["kind"] {
  if (node.type === "heading") return "heading";
  if (node.type !== "paragraph" || !isParent(node)) return "break";
  const onlyImages = node.children.every((child) => child.type === "image" || isBlankText(child));
  // Tables are no part of plain Markdown, so the parser takes them for paragraphs.
  return onlyImages || content.split("\n").every((line) => line.trimStart().startsWith("|"))
    ? "break"
    : "text";
}

function isBlankText(node: Node): boolean {
  return node.type === "text" && "value" in node && String(node.value).trim() === "";
}

function isParent(node: Node): node is Parent {
  return "children" in node && Array.isArray(node.children);
}
