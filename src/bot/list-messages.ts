import type { ArticleReference } from "../articles/article.ts";
import { LANGUAGES } from "../messages/language.ts";
import { type Messages, type Speaker, speak } from "../messages/load-messages.ts";
import type { Answer, Quote } from "../search/answer.ts";
import { GROUP_COMMANDS, PRIVATE_COMMANDS } from "./api/describe-commands.ts";
import { nameAnswer } from "./callback-data.ts";
import { createAnswerKeyboard } from "./keyboards/answer.ts";
import { createExampleKeyboard } from "./keyboards/examples.ts";
import { createPagesKeyboard } from "./keyboards/pages.ts";
import { renderAbout } from "./rendering/about.ts";
import { MAX_GROUP_QUOTE_LENGTH, renderAnswer } from "./rendering/answer.ts";
import type { Html } from "./rendering/html.ts";
import {
  MAX_CALLBACK_BYTES,
  MAX_COMMAND_DESCRIPTION_LENGTH,
  MAX_INLINE_BUTTON_LENGTH,
  MAX_MESSAGE_LENGTH,
  MAX_NOTE_LENGTH,
  MAX_SOURCE_BYTES,
} from "./rendering/limits.ts";
import { renderSources } from "./rendering/sources.ts";
import { renderStatus } from "./rendering/status.ts";

/** Something that the bot can send, at its longest, and what Telegram allows. */
export interface ListedMessage {
  readonly name: string;
  readonly language: string;
  readonly length: number;
  readonly limit: number;
}

/** The bot's own texts that are messages, with the variables they may have. */
const TEXTS = [
  "ask-usage",
  "language",
  "language-chosen",
  "forgotten",
  "nothing-to-forget",
  "group-hello",
  "not-enabled-chat",
  "not-enabled-person",
  "hint-media",
  "hint-command",
  "try-again",
  "too-fast",
] as const;

/** Those that stand at the top of the screen for a moment. */
const NOTES = [
  "vote-counted",
  "vote-withdrawn",
  "hint-button",
  "too-fast",
  "try-again",
  "language-chosen",
] as const;

/** Longer than any headline, newspaper, address or file that the project knows. */
const LONG_ARTICLE: ArticleReference = {
  id: "a".repeat(200),
  file: `${"thu-muc-rat-dai/".repeat(12)}bai.txt`,
  opening: "Chiều 12/1, Sở Công Thương Hà Nội tổ chức Hội nghị Tổng kết công tác năm 2020 ".repeat(3),
  title: "Cải thiện hạ tầng kinh tế đồng bộ với hệ thống chợ & trung tâm thương mại ".repeat(5),
  publisher: "Cổng Thông tin điện tử Sở Công Thương thành phố Hà Nội ".repeat(2),
  publishedOn: "2021-01-12",
  url: `https://congthuong.hanoi.gov.vn/${"tin-tuc&".repeat(120)}`,
  author: "Nguyễn Thị Thùy Linh",
};

/** A passage is 120 words at most, but one sentence without an end may be far longer. */
const LONG_TEXT = "Thành phố đã thành lập mới 43 cụm công nghiệp với tổng diện tích 753,3 ha; ".repeat(80);

const LONG_QUOTE: Quote = {
  rank: 1,
  score: 0.6,
  text: LONG_TEXT,
  highlight: { start: 2000, end: 2400 },
  article: LONG_ARTICLE,
  paragraph: 123_456,
  start: 0,
  end: LONG_TEXT.length,
  alsoIn: Array.from({ length: 9 }, () => LONG_ARTICLE),
};

/**
 * Lists every message that the bot can send, in both languages, with the longest content that can really come up, and
 * its length beside Telegram's limit: UTF-16 units that are seen, and bytes of HTML and of buttons.
 */
export function listMessages(messages: Messages): ListedMessage[] {
  return LANGUAGES.flatMap((language) => {
    const speaker = speak(messages, language);
    const listed: ListedMessage[] = [];
    const add = (name: string, length: number, limit: number) =>
      listed.push({ name, language, length, limit });
    const addHtml = (name: string, html: Html) => {
      add(name, html.length, MAX_MESSAGE_LENGTH);
      add(`${name}, bytes of HTML`, Buffer.byteLength(html.source), MAX_SOURCE_BYTES);
    };
    for (const [name, html] of renderAll(speaker)) addHtml(name, html);
    const variables = { id: "-1001234567890123", bot: "a".repeat(32) };
    for (const key of TEXTS) add(`${key}: text`, speaker.say(key, variables).length, MAX_MESSAGE_LENGTH);
    const help = ["start", "help", "help-group", "help-examples"].map((key) => speaker.say(key, variables));
    add("/start and /help", help.join("\n\n").length, MAX_MESSAGE_LENGTH);
    for (const key of NOTES) add(`${key}: note`, speaker.say(key).length, MAX_NOTE_LENGTH);
    add("inline-nothing: button", speaker.say("inline-nothing").length, MAX_INLINE_BUTTON_LENGTH);
    for (const command of [...PRIVATE_COMMANDS, ...GROUP_COMMANDS, "status"]) {
      const description = speaker.say(`command-${command}`);
      add(`/${command}: description`, description.length, MAX_COMMAND_DESCRIPTION_LENGTH);
    }
    add("callback data of all buttons, bytes", longestCallbackData(speaker), MAX_CALLBACK_BYTES);
    return listed;
  });
}

function makeAnswer(outcome: Answer["outcome"]): Answer {
  const answered = outcome === "answered";
  const question = "Hà Nội đã thành lập mới bao nhiêu cụm công nghiệp? ".repeat(80);
  const topics = ["công nghiệp hỗ trợ ".repeat(10), "xuất khẩu", "logistics"];
  return {
    question,
    answered,
    outcome,
    confidence: 0.6,
    elapsedMs: 2,
    quotes: Array(5).fill(LONG_QUOTE),
    topics,
  };
}

function* renderAll(speaker: Speaker): Generator<readonly [string, Html]> {
  for (const outcome of ["answered", "related", "not-found"] as const) {
    const answer = makeAnswer(outcome);
    yield [`answer (${outcome})`, renderAnswer(answer, speaker)];
    yield [`answer (${outcome}) to a button`, renderAnswer(answer, speaker, { showQuestion: true, page: 3 })];
    yield [
      `answer (${outcome}) in a group`,
      renderAnswer(answer, speaker, { maxQuoteLength: MAX_GROUP_QUOTE_LENGTH }),
    ];
    yield [
      `answer (${outcome}) with context`,
      renderAnswer(answer, speaker, {
        showQuestion: true,
        surroundings: { before: LONG_TEXT, after: LONG_TEXT },
      }),
    ];
  }
  const articles = Array.from({ length: 12_345 }, () => LONG_ARTICLE);
  yield ["/sources", renderSources(articles, speaker, 1542).html];
  yield [
    "/sources, no titles",
    renderSources(
      articles.map((one) => ({ ...one, title: null })),
      speaker,
    ).html,
  ];
  const facts = {
    generation: "20210112T170200000-abcdef",
    builtAt: "2021-01-12T08:00:00Z",
    model: `/models/${"a".repeat(300)}`,
    passages: 1_234_567,
  };
  yield [
    "/about",
    renderAbout([LONG_ARTICLE, { ...LONG_ARTICLE, publishedOn: null }], facts, "10.20.30", speaker),
  ];
  const error = { type: "GrammyError", message: "Call to 'sendMessage' failed! ".repeat(30) };
  const summary = {
    startedAt: 0,
    updates: 123_456_789,
    answers: { answered: 1_234_567, related: 1_234_567, "not-found": 1_234_567 },
    errors: 1_234_567,
    medianMs: 123_456,
    slowestMs: 123_456,
    lastErrors: Array(5).fill({ at: 0, error }),
  };
  yield ["/status", renderStatus(summary, facts, 1e12, speaker)];
}

function longestCallbackData(speaker: Speaker): number {
  const keyboards = [
    createAnswerKeyboard(makeAnswer("related"), speaker, { name: nameAnswer(), page: 4, view: "context" }),
    createPagesKeyboard(1000, 1544),
    createExampleKeyboard(speaker.say("examples").split("\n")),
  ];
  const buttons = keyboards.flatMap((keyboard) => keyboard?.inline_keyboard.flat() ?? []);
  return Math.max(
    ...buttons.map((button) => ("callback_data" in button ? Buffer.byteLength(button.callback_data) : 0)),
  );
}
