import colors from "picocolors";
import wrapAnsi from "wrap-ansi";
import type { ArticleReference } from "../articles/article.ts";
import { formatDate } from "../messages/format-date.ts";
import type { Speaker } from "../messages/load-messages.ts";
import type { Answer, Quote } from "../search/answer.ts";
import { describeContext } from "../search/follow-up.ts";
import { oneLine } from "./one-line.ts";
import type { Screen } from "./screen.ts";

/** Longer lines are hard to read. */
const WIDEST = 100;
/** Shorter ones too; some terminals say that they are 0 columns wide. */
const NARROWEST = 20;
const INDENT = "   ";

export interface RenderAnswerOptions {
  /** Whether to head the answer with its question; not where it has just been typed. Default: `true`. */
  readonly showQuestion?: boolean;
}

/**
 * An answer for the terminal: each quote with its answering sentence marked, its citation below. On a terminal
 * the mark is colour and lines are wrapped; elsewhere the mark is `**` and each quote stays on one line. When the
 * articles do not answer, what they speak of is named instead.
 */
export function renderAnswer(
  answer: Answer,
  speaker: Speaker,
  screen: Screen,
  { showQuestion = true }: RenderAnswerOptions = {},
): string {
  const palette = colors.createColors(screen.isTTY === true && screen.hasColors?.() !== false);
  const lines = showQuestion ? [palette.bold(oneLine(answer.question)), ""] : [""];
  if (answer.context !== null)
    lines.push(speaker.say("follows-up", { question: oneLine(describeContext(answer.context)) }), "");
  if (answer.outcome === "not-found") {
    lines.push(speaker.say("cli-answer-none"), "");
    const topics = answer.topics.map(oneLine).join("; ");
    if (topics !== "") lines.push(`${speaker.say("cli-answer-topics")} ${topics}`, "");
    return `${lines.join("\n")}\n`;
  }
  if (answer.outcome === "related") lines.push(speaker.say("cli-answer-related"), "");
  for (const quote of answer.quotes) {
    lines.push(`${quote.rank}. ${indent(wrap(markSentence(quote, palette), screen))}`);
    lines.push(INDENT + palette.dim(indent(wrap(oneLine(`— ${cite(quote, speaker)}`), screen))));
    if (quote.alsoIn.length > 0) {
      const articles = oneLine(quote.alsoIn.map((article) => nameArticle(article, speaker)).join("; "));
      lines.push(INDENT + palette.dim(indent(wrap(`${speaker.say("cli-also-in")} ${articles}`, screen))));
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

function cite({ article, paragraph, page }: Quote, speaker: Speaker): string {
  const date = article.publishedOn;
  return [
    nameArticle(article, speaker),
    article.publisher ?? speaker.say("cli-unknown-publisher"),
    date ? formatDate(speaker.language, date) : speaker.say("cli-unknown-date"),
    ...(page === null ? [] : [speaker.say("cli-page", { page })]),
    speaker.say("cli-paragraph", { paragraph }),
    article.url ?? article.file,
  ].join(" · ");
}

function nameArticle(
  { title, opening }: Pick<ArticleReference, "title" | "opening">,
  speaker: Speaker,
): string {
  return title ?? speaker.say("cli-untitled", { opening });
}

function wrap(text: string, screen: Screen): string {
  if (!screen.isTTY) return text;
  const width = Math.min(screen.columns || WIDEST, WIDEST);
  return wrapAnsi(text, Math.max(width, NARROWEST) - INDENT.length);
}

function indent(text: string): string {
  return text.replace(/\n/g, `\n${INDENT}`);
}
