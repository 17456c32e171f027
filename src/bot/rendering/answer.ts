import type { Speaker } from "../../messages/load-messages.ts";
import type { Answer, Quote } from "../../search/answer.ts";
import { renderCitation } from "./citation.ts";
import { blockquote, bold, concat, type Html, join, text } from "./html.ts";
import { fitsMessage, MAX_MESSAGE_LENGTH } from "./limits.ts";
import { joinLines, shortenAround, shortenEnd } from "./shorten.ts";

/** The best quote and two more: what fits on a phone's screen without scrolling far. */
const MAX_QUOTES = 3;

/** A further quote that is less likely than this to answer only costs the reader time. */
const MIN_FURTHER_SCORE = 0.3;

/** Quotes that do not answer are only a lead: fewer and shorter, and none that is sheer chance. */
const MIN_RELATED_SCORE = 0.15;
const MAX_RELATED_QUOTES = 2;
const MAX_RELATED_LENGTH = 700;

/** Only questions of our own buttons are shown again, and they are short. */
const MAX_QUESTION_LENGTH = 300;

export interface AnswerRenderingOptions {
  /** Whether to show the question above the answer: where the answer is not a reply to the question. */
  readonly showQuestion?: boolean;
}

/**
 * Renders an answer as one message of Telegram: 1 to 4,096 visible UTF-16 units.
 *
 * Answered, it is the best quote with its answering sentence in bold, then up to two more to unfold, each with its
 * citation. What does not fit is left out in this order: the third quote, the second, then the words of the first
 * that are farthest from the answering sentence. Not answered, it says so, and shows what comes nearest, without
 * anything in bold.
 */
export function renderAnswer(answer: Answer, speaker: Speaker, options: AnswerRenderingOptions = {}): Html {
  const heading = options.showQuestion
    ? text(`❓ ${shortenEnd(joinLines(answer.question), MAX_QUESTION_LENGTH)}`)
    : text("");
  return answer.answered && answer.quotes.length > 0
    ? renderQuotes(heading, answer.quotes, speaker)
    : join([heading, renderRelated(answer.quotes, speaker)], BLANK_LINE);
}

const BLANK_LINE = "\n\n";

function renderQuotes(heading: Html, quotes: readonly Quote[], speaker: Speaker): Html {
  const worthShowing = quotes.filter(({ score }, index) => index === 0 || score >= MIN_FURTHER_SCORE);
  for (let count = Math.min(worthShowing.length, MAX_QUOTES); count > 0; count--) {
    const blocks = worthShowing
      .slice(0, count)
      .map((quote, index) => renderQuote(quote, speaker, { expandable: index > 0 }));
    const message = join([heading, ...blocks], BLANK_LINE);
    if (fitsMessage(message)) return message;
  }
  const shortened = quotes.slice(0, 1).map((quote) => {
    const others = [heading, text(BLANK_LINE), text("\n"), renderCitation(quote, speaker)];
    return renderQuote(quote, speaker, { maxLength: MAX_MESSAGE_LENGTH - concat(...others).length });
  });
  return join([heading, ...shortened], BLANK_LINE);
}

function renderRelated(quotes: readonly Quote[], speaker: Speaker): Html {
  const verdict = text(`${speaker.say("not-answered")}\n${speaker.say("not-answered-advice")}`);
  const blocks = quotes
    .filter(({ score }) => score >= MIN_RELATED_SCORE)
    .slice(0, MAX_RELATED_QUOTES)
    .map((quote) =>
      renderQuote(quote, speaker, { expandable: true, isAnswer: false, maxLength: MAX_RELATED_LENGTH }),
    );
  if (blocks.length === 0) return verdict;
  return join([verdict, text(speaker.say("related")), ...blocks], BLANK_LINE);
}

interface QuoteRenderingOptions {
  readonly expandable?: boolean;
  readonly isAnswer?: boolean;
  readonly maxLength?: number;
}

function renderQuote(quote: Quote, speaker: Speaker, options: QuoteRenderingOptions): Html {
  const { expandable = false, isAnswer = true, maxLength = Number.POSITIVE_INFINITY } = options;
  const { text: words, highlight } = shortenAround(quote, maxLength);
  const sentence = text(words.slice(highlight.start, highlight.end));
  const content = concat(
    text(words.slice(0, highlight.start)),
    isAnswer ? bold(sentence) : sentence,
    text(words.slice(highlight.end)),
  );
  return join([blockquote(content, { expandable }), renderCitation(quote, speaker)], "\n");
}
