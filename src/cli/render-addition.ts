import { join } from "node:path";
import type { Addition } from "../adding/add-article.ts";
import { formatDate } from "../messages/format-date.ts";
import type { Speaker } from "../messages/load-messages.ts";
import { oneLine } from "./one-line.ts";

interface AdditionView {
  readonly articlesDir: string;
  readonly dryRun: boolean;
  readonly speaker: Speaker;
}

/** What was understood of one source, and where it stands now, for people. */
export function renderAddition(addition: Addition, { articlesDir, dryRun, speaker }: AdditionView): string {
  const path = oneLine(join(articlesDir, addition.file));
  if (addition.status === "known") return `${speaker.say("add-known", { path })}\n`;
  const { metadata, words, paragraphs, opening, status } = addition;
  const { title, publisher, publishedOn, author, url } = metadata;
  const rows: ReadonlyArray<readonly [string, string | null]> = [
    ["add-row-title", title],
    ["add-row-publisher", publisher],
    ["add-row-date", publishedOn && formatDate(speaker.language, publishedOn)],
    ["add-row-author", author],
    ["add-row-url", url],
    ["add-row-length", speaker.say("add-length", { words, paragraphs })],
    ["add-row-opening", opening],
  ];
  const labels = rows.map(([key]) => speaker.say(key));
  const width = Math.max(...labels.map((label) => label.length));
  const unknown = speaker.say("add-unknown");
  const lines = rows.map(
    ([, value], at) => `  ${(labels[at] ?? "").padEnd(width)}  ${value === null ? unknown : oneLine(value)}`,
  );
  const heading = speaker.say(`add-${dryRun ? "would-be-" : ""}${status}`, { path });
  return `${[heading, ...lines].join("\n")}\n`;
}

/** How many came and how many did not; and what to do next where something new stands. */
export function renderSummary(
  additions: readonly Addition[],
  failed: number,
  dryRun: boolean,
  speaker: Speaker,
): string {
  const count = additions.filter(({ status }) => status !== "known").length;
  const lines = additions.length + failed > 1 ? [speaker.say("add-summary", { count, failed })] : [];
  if (dryRun) lines.push(speaker.say("add-nothing-written"));
  else if (count > 0) lines.push(speaker.say("add-next"));
  return lines.map((line) => `${line}\n`).join("");
}
