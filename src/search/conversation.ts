import { foldDiacritics } from "../language/fold.ts";
import { normaliseText } from "../language/normalise.ts";
import { detectQuestionKinds } from "../language/question-kind.ts";
import { hasSyllableShape } from "../language/syllable-shape.ts";
import { splitSyllables } from "../language/syllables.ts";
import { signalsOfConfidence, tellConfidence, tellTopicality } from "./confidence.ts";
import { measureCoverage } from "./coverage.ts";
import { findFollowUpClues, isFollowUp, listContentWords } from "./follow-up.ts";
import { meetUnits, shareMet } from "./meaning.ts";
import { type Message, readMessage } from "./message.ts";
import { combine, toProbability } from "./model.ts";
import type { QuestionTerms } from "./question.ts";
import { type RetrievalParts, type Retrieved, retrieve } from "./retrieve.ts";
import { CONTEXT_SIGNALS, type ContextSignals } from "./signals.ts";

/** What was found for a question in a conversation. */
export interface RetrievedInConversation {
  readonly retrieved: Retrieved;
  /** The question before, when this one was read with it. */
  readonly context: string | null;
}

/**
 * Finds and ranks the passages for a question of somebody who has asked before: with the question before as its
 * context when it needs that, and only then. Of a message of several sentences the one that asks is looked for, with the
 * others as its context on the same terms.
 * @param typed the message
 * @param before what was asked before it
 */
export async function retrieveInConversation(
  parts: RetrievalParts,
  typed: string,
  before: string | undefined,
): Promise<RetrievedInConversation> {
  const message = readMessage(typed);
  const previous = before
    ?.split("\n")
    .map((line) => readMessage(line).question)
    .join("\n");
  const { retrieved, needsContext } = await retrieveAfter(parts, message, previous);
  if (needsContext || !tellsOfSomething(message.around))
    return { retrieved, context: needsContext ? (before ?? null) : null };
  return { retrieved: (await retrieveAfter(parts, message, message.around)).retrieved, context: null };
}

/** A message may need what it says around its question, but not `cần gấp lắm`. */
const FEW_AROUND = 3;

function tellsOfSomething(around: string): boolean {
  return listContentWords(splitSyllables(around)).length > FEW_AROUND;
}

interface RetrievedAfter {
  readonly retrieved: Retrieved;
  readonly needsContext: boolean;
}

/** Whether a question needs its context is told by its words and by what is found for it both ways. */
async function retrieveAfter(
  parts: RetrievalParts,
  message: Message,
  previous: string | undefined,
): Promise<RetrievedAfter> {
  const { question } = message;
  if (previous === undefined || splitSyllables(previous).length === 0 || asksNothing(question))
    return { retrieved: await retrieve(parts, question), needsContext: false };
  const alone = await retrieve(parts, question);
  // A name that no Vietnamese word looks like is a question of its own, however short.
  if (alone.parsed.isTopic && namesSomething(parts, question))
    return { retrieved: alone, needsContext: false };
  const inContext = await retrieve(parts, question, previous);
  const needsContext =
    tellNeedsContext(parts, message, { alone, inContext, previous }) >= parts.model.context.threshold;
  return { retrieved: needsContext ? inContext : alone, needsContext };
}

/** How people end what they say: `thế à`. */
const FINAL_PARTICLES = /(?:\s+(?:à|ạ|ư|hả|nhỉ|nhé|nha|cơ))+\s*[.!?…]*\s*$/iu;

/** `Ừ`, `thế à` and `👍` ask nothing, neither alone nor after a question. */
function asksNothing(question: string): boolean {
  const text = normaliseText(question).replace(FINAL_PARTICLES, "");
  const { contentWords, asksFirst, asksMore, pointsBack, leans } = findFollowUpClues(text);
  if (contentWords > 0 || asksFirst || asksMore || pointsBack) return false;
  return leans ? !isFollowUp(text) : detectQuestionKinds(text).length === 0;
}

/** A question as it is understood without the one before, and with it. */
export interface BothReadings {
  readonly alone: Retrieved;
  readonly inContext: Retrieved;
  /** The question before. */
  readonly previous: string;
}

/** The probability that a question needs the one before it to be understood: logistic regression over the signals. */
export function tellNeedsContext(parts: RetrievalParts, message: Message, readings: BothReadings): number {
  const { context } = parts.model;
  return toProbability(
    context.bias + combine(context.weights, signalsOfContext(parts, message, readings), CONTEXT_SIGNALS),
  );
}

/** Words beyond these make a question no more sure to stand alone. */
const MANY_WORDS = 10;
const FEW_WORDS = 2;

/** What tells whether a question needs the one before it. */
export function signalsOfContext(
  parts: RetrievalParts,
  { question, addresses }: Pick<Message, "question" | "addresses">,
  { alone, inContext, previous }: BothReadings,
): ContextSignals {
  const clues = findFollowUpClues(normaliseText(question));
  const [found, foundInContext] = [describe(parts, alone), describe(parts, inContext)];
  const own = alone.parsed.terms;
  const gain = foundInContext.answers - found.answers;
  const met = meetOwn(parts, own, alone);
  const metInContext = meetOwn(parts, own, inContext);
  const words = Math.min(clues.contentWords, MANY_WORDS) / MANY_WORDS;
  const pointsBack = clues.pointsBack || clues.endsPointing;
  const hasClue = clues.leans || pointsBack || clues.asksMore || clues.asksFirst;
  // Among many words such a one is by chance.
  const clue = 1 - words;
  return {
    words,
    fewWords: clues.contentWords <= FEW_WORDS ? 1 : 0,
    leans: clues.leans ? clue : 0,
    pointsBack: pointsBack ? clue : 0,
    asksFirst: clues.asksFirst ? 1 : 0,
    asksMore: clues.asksMore ? clue : 0,
    asks: hasClue || alone.parsed.kinds.length > 0 ? 1 : 0,
    addresses: addresses ? 1 : 0,
    names: namesSomething(parts, question) || NAME.test(question) ? 1 : 0,
    isTopic: alone.parsed.isTopic ? 1 : 0,
    unknownShare: found.unknownShare,
    questionMass: Math.log1p(own.mass),
    aloneTopic: found.topic,
    aloneAnswers: found.answers,
    gain,
    met: metInContext,
    loss: met - metInContext,
    unmet: words * (1 - metInContext),
    unmetWithoutClue: hasClue ? 0 : words * (1 - metInContext),
    repeats: shareRepeated(question, previous),
    offTopicCosine: alone.parsed.offTopicCosine,
    gainOffTopic: gain * toProbability(-found.topic),
  };
}

/** Two words with capitals side by side: `Vương Đình Huệ`. */
const NAME = /(?:^|\s)\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+/u;

/** The share of a question's words of content that the question before has, too, however they are typed, 0 to 1. */
function shareRepeated(question: string, previous: string): number {
  const said = new Set(splitSyllables(foldDiacritics(normaliseText(previous))));
  const words = listContentWords(splitSyllables(normaliseText(question)));
  return words.length > 0 ? words.filter((word) => said.has(foldDiacritics(word))).length / words.length : 0;
}

/** Whether a word of the articles is none of the language: `EVFTA` or `Amazon` stands for itself. */
function namesSomething({ generation }: RetrievalParts, question: string): boolean {
  const { plain } = generation.lexical.parts;
  return splitSyllables(question).some(
    (word) => /\p{L}/u.test(word) && !hasSyllableShape(word) && plain.find(word) >= 0,
  );
}

interface Description {
  /** Log odds, within bounds: that the articles speak of it, and that the first passage answers. */
  readonly topic: number;
  readonly answers: number;
  readonly unknownShare: number;
}

/** Log odds beyond this are no surer. */
const SURE = 6;

function describe({ generation, model }: RetrievalParts, retrieved: Retrieved): Description {
  const best = retrieved.ranked[0];
  if (best === undefined) return { topic: -SURE, answers: -SURE, unknownShare: 1 };
  // Who asks for an office and finds its deputy has asked all there is to ask: the context would answer no more.
  const signals = { ...signalsOfConfidence(generation, retrieved, best), deputy: 0 };
  return {
    topic: logOdds(tellTopicality(model, signals)),
    answers: logOdds(tellConfidence(model, signals)),
    unknownShare: signals.unknownShare,
  };
}

function logOdds(probability: number): number {
  return Math.min(SURE, Math.max(-SURE, Math.log(probability / (1 - probability))));
}

/** How much of what a question says itself the best passage of a reading meets, in its words or near ones, 0 to 1. */
function meetOwn(
  { generation: { lexical } }: RetrievalParts,
  own: QuestionTerms,
  { ranked }: Retrieved,
): number {
  const best = ranked[0];
  if (best === undefined) return 0;
  const { tokens, passageTokens } = lexical.parts;
  const run = tokens.subarray(passageTokens[best.passage], passageTokens[best.passage + 1]);
  const { terms } = measureCoverage(lexical, own, run);
  return (terms + shareMet(own.meaning.masses, meetUnits(lexical, own.meaning, run))) / 2;
}
