import { parseHTML } from "linkedom";
import { SkipError } from "../skip.ts";
import type { Piece } from "./assemble.ts";

/** As much of a node of a document as the readers use. */
export interface DomNode {
  readonly nodeType: number;
  /** Of elements: the tag's name in capitals. */
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<DomNode>;
}

export interface DomElement extends DomNode {
  getAttribute(name: string): string | null;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
}

export interface DomDocument extends DomElement {
  readonly body: DomElement | null;
  readonly title: string;
}

const TEXT_NODE = 3;
const ELEMENT_NODE = 1;
/** Pages of newspapers have a few thousand; what walks them takes time for each and calls itself for each level. */
export const MAX_ELEMENTS = 30_000;
const MAX_DEPTH = 400;

/**
 * @throws SkipError when no page of an article is made like this, so that none can stall or break the build
 */
export function parseDocument(html: string): DomDocument {
  // Checked before parsing, too: a parser may take longer than a line for each of a million tags.
  const tags = html.match(/<[a-z]/gi)?.length ?? 0;
  if (tags > MAX_ELEMENTS) throw new SkipError("too-complex", `${tags} tags`);
  const parsed: { document: DomDocument } = parseHTML(/<html[\s>]/i.test(html) ? html : wrap(html));
  checkDepth(parsed.document);
  return parsed.document;
}

function wrap(html: string): string {
  return `<!doctype html><html><head></head><body>${html}</body></html>`;
}

function checkDepth(root: DomNode): void {
  const open: Array<readonly [DomNode, number]> = [[root, 0]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [node, depth] = next;
    if (depth > MAX_DEPTH) throw new SkipError("too-complex", `tags nested over ${MAX_DEPTH} deep`);
    for (const child of node.childNodes) if (child.nodeType === ELEMENT_NODE) open.push([child, depth + 1]);
  }
}

const HEADINGS = new Set(["H1", "H2", "H3", "H4", "H5", "H6"]);
const NO_WORDS = new Set(
  "SCRIPT STYLE NOSCRIPT TEMPLATE HEAD SVG IFRAME OBJECT BUTTON SELECT TEXTAREA FORM NAV".split(" "),
);
const NO_PROSE = new Set(["PRE", "FIGCAPTION", "CAPTION", "IMG", "HR"]);
const BLOCKS = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY BR CENTER DD DIV DL DT FIGURE FOOTER HEADER LI MAIN OL P SECTION TABLE TBODY TD TH THEAD TFOOT TR UL".split(
    " ",
  ),
);
/** A cell this long lays out prose; shorter ones hold figures. */
const SHORTEST_PROSE_CELL = 200;

/** The words of an element in pieces, as its block elements part them. */
export function collectPieces(root: DomNode): Piece[] {
  const pieces: Piece[] = [];
  let words = "";
  const flush = (kind: Piece["kind"] = "text") => {
    if (words.trim() !== "") pieces.push({ kind, content: words });
    words = "";
  };
  const whole = (kind: Piece["kind"], content: string) => {
    flush();
    words = content;
    flush(kind);
  };
  const walk = (node: DomNode): void => {
    if (node.nodeType === TEXT_NODE) words += node.textContent ?? "";
    if (node.nodeType !== ELEMENT_NODE || NO_WORDS.has(node.nodeName)) return;
    if (HEADINGS.has(node.nodeName)) whole("heading", node.textContent ?? "");
    else if (NO_PROSE.has(node.nodeName)) whole("break", node.textContent ?? "");
    else if (node.nodeName === "TABLE" && !laysOutProse(node)) whole("break", rowsOf(node));
    else walkInside(node);
  };
  const walkInside = (node: DomNode): void => {
    const block = BLOCKS.has(node.nodeName);
    if (block) flush();
    for (const child of node.childNodes) walk(child);
    if (block) flush();
  };
  walk(root);
  flush();
  return pieces;
}

function laysOutProse(table: DomNode): boolean {
  return cellsOf(table).some((cell) => cell.trim().length >= SHORTEST_PROSE_CELL);
}

function rowsOf(table: DomNode): string {
  return cellsOf(table)
    .map((cell) => cell.trim())
    .join(" | ");
}

function cellsOf(node: DomNode): string[] {
  if (node.nodeName === "TD" || node.nodeName === "TH") return [node.textContent ?? ""];
  return [...node.childNodes].flatMap(cellsOf);
}
