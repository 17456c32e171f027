import type { Speaker } from "../../messages/load-messages.ts";
import type { Answer, Quote, Surroundings } from "../../search/answer.ts";
import { describeContext } from "../../search/follow-up.ts";
import { renderCitation } from "./citation.ts";
import { blockquote, bold, concat, type Html, italic, join, text } from "./html.ts";
import { MAX_MESSAGE_LENGTH, MAX_SOURCE_BYTES } from "./limits.ts";
import { choosePage, isAnswering, listPages } from "./pages.ts";
import { joinLines, shortenAround, shortenEnd } from "./shorten.ts";

/** Only questions of our own buttons are shown again, and they are short. */
const MAX_QUESTION_LENGTH = 300;

/** The question before is only recalled. */
const MAX_CONTEXT_LENGTH = 100;

/** A calibrated probability: where fewer than two of three such answers are right, the reader is told. */
const SURE_CONFIDENCE = 0.67;

/** In a group an answer stands between other people's messages: a screen of a phone is enough. */
export const MAX_GROUP_QUOTE_LENGTH = 1000;

/** What stands around a quote is there to understand it, not to read the article in Telegram. */
const MAX_SURROUNDING_LENGTH = 1200;

/** A unit takes at most five bytes in HTML (`&amp;`), so this many always fit into the bytes of a message. */
const MAX_BYTES_A_UNIT = 5;

export interface AnswerRenderingOptions {
  /** Which quote, counted from 0; the last one where there are fewer. Default: the best. */
  readonly page?: number;
  /** What stands around the quote, to show it too. */
  readonly surroundings?: Surroundings | null;
  /** Whether to show the question above the answer: where the answer is not a reply to the question. */
  readonly showQuestion?: boolean;
  /** UTF-16 code units of the quote; longer ones are shortened around the answering sentence. */
  readonly maxQuoteLength?: number;
}

const BLANK_LINE = "\n\n";

/**
 * Renders an answer as one message of Telegram: 1 to 4,096 visible UTF-16 units.
 *
 * It is one quote with its citation. An answering sentence is in bold; the nearest sentence of a quote that perhaps
 * does not answer is in italics, below words that say so. Where the articles do not answer, it says that, and that
 * topics to ask about instead stand below, as buttons.
 * What does not fit is taken from what stands around the quote, then from the words of the quote that are farthest
 * from the answering sentence.
 */
export function renderAnswer(answer: Answer, speaker: Speaker, options: AnswerRenderingOptions = {}): Html {
  const question = join([renderQuestion(answer, options), renderContext(answer, speaker)], "\n");
  const page = choosePage(answer, options.page ?? 0);
  const quote = listPages(answer)[page];
  if (quote === undefined) {
    const verdict = [speaker.say("not-answered"), speaker.say("not-answered-advice")].join("\n");
    const topics = answer.topics.length > 0 ? speaker.say("not-answered-topics") : "";
    return join([question, text(verdict), text(topics)], BLANK_LINE);
  }
  const heading = join([question, text(describeConfidence(answer, page, speaker))], BLANK_LINE);
  const citation = renderCitation(quote, speaker);
  const room = measureRoom(heading, citation);
  const isAnswer = isAnswering(answer, page);
  const body = options.surroundings
    ? renderSurrounded(quote, options.surroundings, isAnswer, room)
    : renderWords(quote, isAnswer, Math.min(room, options.maxQuoteLength ?? room));
  return join([heading, join([blockquote(body), citation], "\n")], BLANK_LINE);
}

function renderQuestion({ question }: Answer, { showQuestion }: AnswerRenderingOptions): Html {
  return text(showQuestion ? `❓ ${shortenEnd(joinLines(question), MAX_QUESTION_LENGTH)}` : "");
}

/** A question that was understood as going on from the one before says so, or a wrong guess could not be told. */
function renderContext({ context }: Answer, speaker: Speaker): Html {
  if (context === null) return text("");
  const question = shortenEnd(joinLines(describeContext(context)), MAX_CONTEXT_LENGTH);
  return text(speaker.say("follows-up", { question }));
}

/** Says in words how sure the bot is, where it is not sure. */
function describeConfidence(answer: Answer, page: number, speaker: Speaker): string {
  if (answer.outcome === "related") return speaker.say("related");
  if (!isAnswering(answer, page)) return speaker.say("further");
  return page === 0 && answer.confidence < SURE_CONFIDENCE ? speaker.say("unsure") : "";
}

/** The visible units that are left for a quote between heading and citation, whatever its characters are. */
function measureRoom(heading: Html, citation: Html): number {
  const others = concat(heading, text(BLANK_LINE), text("\n"), citation);
  const bytes = MAX_SOURCE_BYTES - Buffer.byteLength(others.source);
  return Math.min(MAX_MESSAGE_LENGTH - others.length, Math.floor(bytes / MAX_BYTES_A_UNIT));
}

function renderWords(quote: Quote, isAnswer: boolean, maxLength: number): Html {
  const { text: words, highlight } = shortenAround(quote, maxLength);
  const sentence = text(words.slice(highlight.start, highlight.end));
  return concat(
    text(words.slice(0, highlight.start)),
    isAnswer ? bold(sentence) : italic(sentence),
    text(words.slice(highlight.end)),
  );
}

/** The quote with what stands before and after it, each shortened where it is farthest from the quote. */
function renderSurrounded(
  quote: Quote,
  { before, after }: Surroundings,
  isAnswer: boolean,
  room: number,
): Html {
  const words = renderWords(quote, isAnswer, room);
  const spare = Math.floor((room - words.length) / 2) - BLANK_LINE.length;
  const budget = Math.min(MAX_SURROUNDING_LENGTH, spare);
  return join([cutStart(before ?? "", budget), words, cutEnd(after ?? "", budget)], BLANK_LINE);
}

/** Too little room for a word and the mark of an omission is no room. */
const MIN_BUDGET = 20;

function cutStart(words: string, budget: number): Html {
  if (budget < MIN_BUDGET) return text("");
  const end = { start: words.length, end: words.length };
  return text(shortenAround({ text: words, highlight: end }, budget).text);
}

function cutEnd(words: string, budget: number): Html {
  if (budget < MIN_BUDGET) return text("");
  return text(shortenAround({ text: words, highlight: { start: 0, end: 0 } }, budget).text);
}
