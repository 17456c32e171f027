import { InlineKeyboard } from "grammy";
import type { InlineKeyboardButton } from "grammy/types";
import type { Speaker } from "../../messages/load-messages.ts";
import type { Answer } from "../../search/answer.ts";
import type { Tally } from "../../store/votes.ts";
import { type View, writePress } from "../callback-data.ts";
import { readWebAddress } from "../rendering/html.ts";
import { MAX_BUTTON_LENGTH } from "../rendering/limits.ts";
import { choosePage, listPages } from "../rendering/pages.ts";
import { joinLines, shortenEnd } from "../rendering/shorten.ts";

export interface AnswerKeyboardOptions {
  /** The name that the answer goes by; `null` when it could not be kept: then only what needs no keeping is offered. */
  readonly name: string | null;
  readonly page?: number;
  readonly view?: View;
  readonly tally?: Tally;
}

/**
 * The buttons below an answer: through its quotes, around them, to the article, and 👍 👎; where the articles do not
 * answer well, topics near the question that they do speak of.
 */
export function createAnswerKeyboard(
  answer: Answer,
  speaker: Speaker,
  options: AnswerKeyboardOptions,
): InlineKeyboard | undefined {
  const { name, view = "quote", tally = { up: 0, down: 0 } } = options;
  const pages = listPages(answer);
  const page = choosePage(answer, options.page ?? 0);
  const quote = pages[page];
  const rows: Buttons[] = [];
  const address = quote ? findLinkAddress(quote.article.url) : null;
  const article = address === null ? [] : [InlineKeyboard.url(speaker.say("button-article"), address)];
  if (name === null) return article.length > 0 ? InlineKeyboard.from([article]) : undefined;
  if (quote) {
    const other = view === "quote" ? "context" : "quote";
    rows.push(
      pages.length > 1 ? listPageButtons(name, page, pages.length) : [],
      [
        InlineKeyboard.text(
          speaker.say(other === "context" ? "button-context" : "button-back"),
          writePress({ kind: "show", answer: name, page, view: other }),
        ),
        ...article,
      ],
      [
        InlineKeyboard.text(
          count("👍", tally.up),
          writePress({ kind: "vote", answer: name, page, view, vote: 1 }),
        ),
        InlineKeyboard.text(
          count("👎", tally.down),
          writePress({ kind: "vote", answer: name, page, view, vote: -1 }),
        ),
      ],
    );
  }
  for (const [topic, words] of answer.topics.entries()) {
    const label = beginWithCapital(joinLines(words));
    if (label === "") continue;
    const data = writePress({ kind: "topic", answer: name, topic });
    rows.push([InlineKeyboard.text(shortenEnd(`🔎 ${label}`, MAX_BUTTON_LENGTH), data)]);
  }
  const filled = rows.filter((row) => row.length > 0);
  return filled.length > 0 ? InlineKeyboard.from(filled) : undefined;
}

type Buttons = InlineKeyboardButton[];

/** ◀ on the first page leads to the last one, and the other way round: no button is ever dead. */
function listPageButtons(name: string, page: number, pages: number): Buttons {
  const turn = (to: number) => writePress({ kind: "show", answer: name, page: to, view: "quote" });
  return [
    InlineKeyboard.text("◀", turn((page + pages - 1) % pages)),
    InlineKeyboard.text(`${page + 1}/${pages}`, writePress({ kind: "nothing" })),
    InlineKeyboard.text("▶", turn((page + 1) % pages)),
  ];
}

function beginWithCapital(words: string): string {
  const [first = ""] = words;
  return first.toUpperCase() + words.slice(first.length);
}

function count(sign: string, votes: number): string {
  return votes > 0 ? `${sign} ${votes}` : sign;
}

/**
 * The address for a button, which Telegram checks more strictly than links in a text: one that it does not like fails
 * the whole message. `null` for addresses without a public name.
 */
export function findLinkAddress(address: string | null): string | null {
  const url = address === null ? null : readWebAddress(address);
  return url !== null && /\.[a-z][a-z0-9-]+$/.test(new URL(url).hostname) && !new URL(url).username
    ? url
    : null;
}
