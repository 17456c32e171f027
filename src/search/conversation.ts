import { normaliseText } from "../language/normalise.ts";
import { detectQuestionKinds } from "../language/question-kind.ts";
import { splitSyllables } from "../language/syllables.ts";
import { type BothReadings, namesSomething, signalsOfContext } from "./context-signals.ts";
import { findFollowUpClues, isFollowUp, listContentWords } from "./follow-up.ts";
import { type Message, readMessage } from "./message.ts";
import { combine, toProbability } from "./model.ts";
import { type RetrievalParts, type Retrieved, retrieve } from "./retrieve.ts";
import { CONTEXT_SIGNALS } from "./signals.ts";

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
  const alone = await retrieve(parts, message.question);
  const { retrieved, needsContext } = await retrieveAfter(parts, message, alone, previous);
  if (needsContext || !tellsOfSomething(message.around))
    return { retrieved, context: needsContext ? (before ?? null) : null };
  const read = await retrieveAfter(parts, message, alone, message.around, { wasAnswered: false });
  return { retrieved: read.retrieved, context: null };
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
  alone: Retrieved,
  previous: string | undefined,
  options?: { readonly wasAnswered: boolean },
): Promise<RetrievedAfter> {
  const { question } = message;
  if (
    previous === undefined ||
    splitSyllables(previous).length === 0 ||
    surelyStandsAlone(parts, question, alone)
  )
    return { retrieved: alone, needsContext: false };
  const inContext = await retrieve(parts, question, previous, { ...options, alone });
  const needsContext =
    tellNeedsContext(parts, message, { alone, inContext, previous }) >= parts.model.context.threshold;
  return { retrieved: needsContext ? inContext : alone, needsContext };
}

/** Whether a message needs no question before it, whatever that is: it asks nothing, or names what it is about. */
export function surelyStandsAlone(parts: RetrievalParts, question: string, { parsed }: Retrieved): boolean {
  // A name that no Vietnamese word looks like is a question of its own, however short.
  return asksNothing(question) || (parsed.isTopic && namesSomething(parts, question));
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

/** The probability that a question needs the one before it to be understood: logistic regression over the signals. */
function tellNeedsContext(parts: RetrievalParts, message: Message, readings: BothReadings): number {
  const { context } = parts.model;
  return toProbability(
    context.bias + combine(context.weights, signalsOfContext(parts, message, readings), CONTEXT_SIGNALS),
  );
}
