import { countSyllables } from "../language/syllables.ts";
import type { Block } from "./block.ts";
import {
  isCaption,
  isChrome,
  isCreditOnly,
  isDateLine,
  isLabel,
  isLinkTitle,
  isRelatedHeading,
} from "./lines.ts";

/** What a block is to a reader. Only `prose` is ever quoted. */
export type Role = "prose" | "title" | "heading" | "date" | "caption" | "label" | "break";

export interface ClassifiedBlock extends Block {
  readonly role: Role;
}

/** The line before a lone photo credit is its caption when it is no longer than this. */
const LONGEST_SPLIT_CAPTION_WORDS = 30;
/** Titles of articles have more words than the entries of a menu. */
const SHORTEST_TITLE_WORDS = 3;

/**
 * Says of every block what it is. A line alone shows whether it is a caption or a date; whether a short
 * line without a stop is a title, a heading, a list item, a menu or a signature is shown by where it stands.
 */
export function classifyBlocks(text: string, blocks: readonly Block[]): ClassifiedBlock[] {
  const contents = blocks.map((block) => text.slice(block.start, block.end));
  const roles = blocks.map((block, at) => roleByForm(block, contents[at] ?? ""));
  markSplitCaptions(contents, roles);
  markListItems(contents, roles);
  markRelated(contents, roles);
  if (!roles.includes("prose")) promoteLabels(contents, roles);
  markTitle(contents, roles, blocks);
  return blocks.map((block, at) => ({ ...block, role: roles[at] ?? "break" }));
}

function roleByForm(block: Block, content: string): Role {
  if (block.kind !== "text") return block.kind;
  if (isDateLine(content)) return "date";
  if (isCaption(content)) return "caption";
  return isChrome(content) || isRelatedHeading(content) || isLabel(content) ? "label" : "prose";
}

function markSplitCaptions(contents: readonly string[], roles: Role[]): void {
  for (const [at, role] of roles.entries()) {
    const before = contents[at - 1];
    if (role !== "caption" || before === undefined || !isCreditOnly(contents[at] ?? "")) continue;
    const short = countSyllables(before) <= LONGEST_SPLIT_CAPTION_WORDS;
    if (short && (roles[at - 1] === "prose" || roles[at - 1] === "label")) roles[at - 1] = "caption";
  }
}

/** Lines after `…, gồm:` are the items of a list, though they lack bullets and stops. */
function markListItems(contents: readonly string[], roles: Role[]): void {
  let inList = false;
  for (const [at, role] of roles.entries()) {
    if (role === "prose") inList = contents[at]?.endsWith(":") ?? false;
    else if (role === "label" && inList && !isChrome(contents[at] ?? "")) roles[at] = "prose";
    else inList = false;
  }
}

/** What follows `Tin liên quan` are the titles of other articles, until a line that can be none. */
function markRelated(contents: readonly string[], roles: Role[]): void {
  let related = false;
  for (const [at, content] of contents.entries()) {
    related = isRelatedHeading(content) || (related && isLinkTitle(content));
    if (related) roles[at] = "label";
  }
}

/** A text of short lines only, such as a note: they are all the prose there is. */
function promoteLabels(contents: readonly string[], roles: Role[]): void {
  const labels = [...roles.keys()].filter((at) => roles[at] === "label" && !isChrome(contents[at] ?? ""));
  for (const at of labels.length > 1 ? labels.slice(1) : labels) roles[at] = "prose";
}

/** Of the labels before the first prose the longest is the title; a format's own first heading goes first. */
function markTitle(contents: readonly string[], roles: Role[], blocks: readonly Block[]): void {
  const firstProse = roles.indexOf("prose");
  const before = [...roles.keys()].slice(0, firstProse < 0 ? roles.length : firstProse);
  const heading = before.find((at) => roles[at] === "heading");
  const words = (at: number) => countSyllables(contents[at] ?? "");
  const longest = before
    .filter((at) => roles[at] === "label" && blocks[at]?.kind === "text" && words(at) >= SHORTEST_TITLE_WORDS)
    .sort((a, b) => words(b) - words(a) || a - b)[0];
  const title = heading ?? longest;
  if (title !== undefined) roles[title] = "title";
}
