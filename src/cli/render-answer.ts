import colors from "picocolors";
import wrapAnsi from "wrap-ansi";
import { formatDate } from "../messages/format-date.ts";
import type { Speaker } from "../messages/load-messages.ts";
import type { Answer, Quote } from "../search/answer.ts";

/** What a renderer must know of where its text will stand. */
export interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Longer lines are hard to read. */
const WIDEST = 100;
const INDENT = "   ";

/**
 * An answer for the terminal: each quote with its answering sentence marked, its citation below. On a terminal
 * the mark is colour and lines are wrapped; elsewhere the mark is `**` and each quote stays on one line.
 */
export function renderAnswer(answer: Answer, speaker: Speaker, screen: Screen): string {
  const palette = colors.createColors(screen.isTTY === true && colors.isColorSupported);
  const lines = [palette.bold(answer.question), ""];
  if (!answer.answered) lines.push(speaker.say("cli-answer-none"), "");
  if (!answer.answered && answer.quotes.length > 0)
    lines.push(palette.dim(speaker.say("cli-answer-nearest")), "");
  for (const quote of answer.quotes) {
    lines.push(`${quote.rank}. ${indent(wrap(markSentence(quote, palette), screen))}`);
    lines.push(INDENT + palette.dim(indent(wrap(`— ${cite(quote, speaker)}`, screen))));
    if (quote.alsoIn.length > 0) {
      const articles = quote.alsoIn.map(({ id, title }) => title ?? id).join("; ");
      lines.push(INDENT + palette.dim(indent(wrap(speaker.say("cli-also-in", { articles }), screen))));
    }
    lines.push("");
  }
  return `${lines.join("\n")}\n`;
}

function markSentence({ text, highlight }: Quote, palette: ReturnType<typeof colors.createColors>): string {
  const sentence = oneLine(text.slice(highlight.start, highlight.end));
  const marked = palette.isColorSupported ? palette.bold(palette.yellow(sentence)) : `**${sentence}**`;
  return `${oneLine(text.slice(0, highlight.start))}${marked}${oneLine(text.slice(highlight.end))}`;
}

function cite({ article, paragraph }: Quote, speaker: Speaker): string {
  const title = article.title ?? speaker.say("cli-untitled", { opening: article.opening });
  const date = article.publishedOn;
  return [
    title,
    article.publisher ?? speaker.say("cli-unknown-publisher"),
    date ? formatDate(speaker.language, date) : speaker.say("cli-unknown-date"),
    speaker.say("cli-paragraph", { paragraph }),
    article.url ?? article.file,
  ].join(" · ");
}

/** Paragraph breaks inside a quote become spaces; control characters, which could drive the terminal, vanish. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").replace(/\p{Cc}/gu, "");
}

function wrap(text: string, screen: Screen): string {
  if (!screen.isTTY) return text;
  return wrapAnsi(text, Math.min(screen.columns ?? WIDEST, WIDEST) - INDENT.length);
}

function indent(text: string): string {
  return text.replace(/\n/g, `\n${INDENT}`);
}
