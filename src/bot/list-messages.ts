import type { InlineKeyboard } from "grammy";
import { LANGUAGES, type Language } from "../messages/language.ts";
import { type Messages, type Speaker, speak } from "../messages/load-messages.ts";
import { GROUP_COMMANDS, PRIVATE_COMMANDS } from "./api/describe-commands.ts";
import { nameAnswer } from "./callback-data.ts";
import {
  createInlineResult,
  MAX_RESULT_DESCRIPTION_LENGTH,
  MAX_RESULT_TITLE_LENGTH,
} from "./inline-result.ts";
import { createAnswerKeyboard } from "./keyboards/answer.ts";
import { createExampleKeyboard } from "./keyboards/examples.ts";
import { createLanguageKeyboard } from "./keyboards/language.ts";
import { createPagesKeyboard } from "./keyboards/pages.ts";
import {
  LONG_ARTICLE,
  LONG_FACTS,
  LONG_SUMMARY,
  LONG_SURROUNDINGS,
  makeLongAnswer,
  UNKNOWN_ARTICLE,
} from "./longest-content.ts";
import { renderAbout } from "./rendering/about.ts";
import { MAX_GROUP_QUOTE_LENGTH, renderAnswer } from "./rendering/answer.ts";
import { renderHelp } from "./rendering/help.ts";
import { type Html, text } from "./rendering/html.ts";
import {
  MAX_BUTTON_LENGTH,
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
  readonly language: Language;
  /** What is sent: a message in HTML, a label, a note, a description. */
  readonly content: string;
  /** UTF-16 units that are seen; bytes where the name says so. */
  readonly length: number;
  readonly limit: number;
}

/** The bot's own texts that are messages as they stand. */
const TEXTS = [
  "ask-what",
  "ask-usage",
  "language",
  "language-chosen",
  "forgotten",
  "nothing-to-forget",
  "thanks-reply",
  "complaint-reply",
  "opening-reply",
  "group-hello",
  "not-enabled-chat",
  "not-enabled-person",
  "hint-media",
  "hint-words",
  "hint-command",
  "hint-command-group",
  "try-again",
  "too-fast",
  "busy",
] as const;

/** Those that stand at the top of the screen for a moment. */
const NOTES = [
  "vote-counted",
  "vote-withdrawn",
  "hint-button",
  "too-fast",
  "busy",
  "try-again",
  "language-chosen",
] as const;

const VARIABLES = { id: "-1001234567890123", bot: "a".repeat(32) };

/** Articles of which everything is known, nothing, or one thing of two. */
const ARTICLES = [
  ["", LONG_ARTICLE],
  [" of an unknown article", UNKNOWN_ARTICLE],
  [" without publisher", { ...LONG_ARTICLE, publisher: null }],
  [" without date", { ...LONG_ARTICLE, publishedOn: null }],
] as const;

/**
 * Lists every message that the bot can send, in both languages, with the longest content that can really come up, and
 * its length beside Telegram's limit: UTF-16 units that are seen, and bytes of HTML and of buttons.
 */
export function listMessages(messages: Messages): ListedMessage[] {
  return LANGUAGES.flatMap((language) => {
    const speaker = speak(messages, language);
    const listed: ListedMessage[] = [];
    const add = (name: string, content: string, limit: number, length = content.length) =>
      listed.push({ name, language, content, length, limit });

    for (const [name, html] of renderAll(speaker)) {
      add(name, html.source, MAX_MESSAGE_LENGTH, html.length);
      add(`${name}, bytes of HTML`, html.source, MAX_SOURCE_BYTES, Buffer.byteLength(html.source));
    }
    for (const [name, content, limit] of listInline(speaker)) add(name, content, limit);
    for (const key of NOTES) add(`note: ${key}`, speaker.say(key), MAX_NOTE_LENGTH);
    for (const command of new Set([...PRIVATE_COMMANDS, ...GROUP_COMMANDS, "status"])) {
      const description = speaker.say(`command-${command}`);
      add(`description: /${command}`, description, MAX_COMMAND_DESCRIPTION_LENGTH);
    }
    for (const [name, keyboard] of listKeyboards(messages, speaker)) {
      const buttons = keyboard?.inline_keyboard.flat() ?? [];
      const data = buttons.map((button) => ("callback_data" in button ? button.callback_data : ""));
      add(`button: longest ${name}`, findLongest(buttons.map((button) => button.text)), MAX_BUTTON_LENGTH);
      add(`button: longest data ${name}, bytes`, findLongest(data), MAX_CALLBACK_BYTES);
    }
    return listed;
  });
}

function* renderAll(speaker: Speaker): Generator<readonly [string, Html]> {
  for (const outcome of ["answered", "related", "not-found"] as const) {
    for (const [kind, article] of outcome === "not-found" ? ARTICLES.slice(0, 1) : ARTICLES) {
      const answer = makeLongAnswer(outcome, article);
      const name = `answer (${outcome})${kind}`;
      yield [name, renderAnswer(answer, speaker)];
      yield [`${name}, to a button, page 4`, renderAnswer(answer, speaker, { showQuestion: true, page: 3 })];
      yield [
        `${name}, in a group`,
        renderAnswer(answer, speaker, { maxQuoteLength: MAX_GROUP_QUOTE_LENGTH }),
      ];
      const surrounded = { showQuestion: true, surroundings: LONG_SURROUNDINGS };
      yield [`${name}, with context`, renderAnswer(answer, speaker, surrounded)];
    }
  }
  for (const occasion of ["start", "help"] as const) {
    for (const isPrivate of [true, false]) {
      const options = { occasion, isPrivate, botName: VARIABLES.bot, hasExamples: isPrivate };
      yield [`/${occasion}${isPrivate ? "" : " in a group"}`, renderHelp(speaker, options)];
    }
  }
  for (const [kind, article] of ARTICLES) {
    const articles = Array.from({ length: 12_345 }, () => article);
    yield [`/sources${kind}`, renderSources(articles, speaker, 1542).html];
  }
  yield ["/sources, of one", renderSources([LONG_ARTICLE], speaker).html];
  yield ["/sources, of none", renderSources([], speaker).html];
  const later = { ...LONG_ARTICLE, publishedOn: "2026-11-25" };
  for (const articles of [[LONG_ARTICLE], [LONG_ARTICLE, later, UNKNOWN_ARTICLE]]) {
    yield [`/about, of ${articles.length}`, renderAbout(articles, LONG_FACTS, "10.20.30", speaker)];
  }
  yield ["/status", renderStatus(LONG_SUMMARY, LONG_FACTS, 1e12, speaker)];
  for (const key of TEXTS) yield [`text: ${key}`, text(speaker.say(key, VARIABLES))];
}

function* listInline(speaker: Speaker): Generator<readonly [string, string, number]> {
  for (const [kind, article] of ARTICLES) {
    for (const page of [0, 4]) {
      const result = createInlineResult(makeLongAnswer("answered", article), speaker, { page, place: page });
      if (!result || !("message_text" in result.input_message_content)) continue;
      const name = `inline result${kind}, ${page + 1}`;
      yield [`${name}: title`, result.title, MAX_RESULT_TITLE_LENGTH];
      yield [`${name}: description`, result.description ?? "", MAX_RESULT_DESCRIPTION_LENGTH];
      // Its HTML is longer than what is seen of it.
      yield [`${name}: message`, result.input_message_content.message_text, MAX_MESSAGE_LENGTH];
    }
  }
  yield ["inline: nothing found", speaker.say("inline-nothing"), MAX_INLINE_BUTTON_LENGTH];
}

function* listKeyboards(
  messages: Messages,
  speaker: Speaker,
): Generator<readonly [string, InlineKeyboard | undefined]> {
  const votes = { name: nameAnswer(), page: 4, tally: { up: 123_456, down: 123_456 } };
  for (const view of ["quote", "context"] as const) {
    const answer = makeLongAnswer("related", { ...LONG_ARTICLE, url: "https://example.org/" });
    yield [`below an answer, ${view}`, createAnswerKeyboard(answer, speaker, { ...votes, view })];
  }
  const none = makeLongAnswer("not-found", LONG_ARTICLE);
  yield ["below no answer", createAnswerKeyboard(none, speaker, votes)];
  yield ["of /sources", createPagesKeyboard(1000, 1544)];
  yield ["of /language", createLanguageKeyboard(messages)];
  yield ["of examples", createExampleKeyboard(speaker.say("examples").split("\n"))];
}

function findLongest(texts: readonly string[]): string {
  return texts.reduce((one, other) => (Buffer.byteLength(other) > Buffer.byteLength(one) ? other : one), "");
}
