import { z } from "zod";
import { multiplyRow } from "../index/multiply-row.ts";
import { signalsOfContext } from "../search/context-signals.ts";
import { surelyStandsAlone } from "../search/conversation.ts";
import { continueContext } from "../search/follow-up.ts";
import { readMessage } from "../search/message.ts";
import { type RetrievalParts, type Retrieved, retrieve } from "../search/retrieve.ts";
import { CONTEXT_SIGNALS } from "../search/signals.ts";
import type { Stranger } from "./collect-confidence.ts";
import { fitJudgement, type Judgement } from "./fit-confidence.ts";
import { type Frame, putInFrame } from "./frames.ts";
import { type GoldQuestion, isRightAnswer, passageText } from "./gold.ts";
import type { AskedCorpus } from "./own-index.ts";

/** Two messages of one person, one after the other; only the tuning half has any, and no answers. */
export const conversationSchema = z.object({
  /** A question that the articles answer. */
  context: z.string(),
  text: z.string().min(1),
  /** Whether the second needs the first, stands on its own, or asks nothing that articles could tell. */
  sort: z.enum(["follow-up", "alone", "other"]),
});
export type Conversation = z.infer<typeof conversationSchema>;

/** A question after another one: figures only. */
export const contextRowSchema = z.object({
  question: z.int(),
  /** Whether it is to be read with the one before, as a follow-up is, but one that only its own words answer. */
  needsContext: z.boolean(),
  weight: z.number().positive(),
  /** In the order of `CONTEXT_SIGNALS`. */
  signals: z.array(z.number()).length(CONTEXT_SIGNALS.length),
});
export type ContextRow = z.infer<typeof contextRowSchema>;

/** What was written as a conversation; other questions are put after each other as they come. */
const CONVERSATION_WEIGHT = 4;
const FRAMED_WEIGHT = 2;
const PUT_TOGETHER_WEIGHT = 1;
/** Where both readings answer alike, nothing is lost by either. */
const SAME_EITHER_WAY = 0.2;
/** So many questions further up stands the one that is put before a question that had none. */
const APART = 7;
/** Questions nearer than this, as cosines of their vectors, ask the same. */
const SAME_QUESTION = 0.9;

/** What was asked after each other, besides the questions about a corpus. */
export interface ContextSources {
  readonly conversations: readonly Conversation[];
  readonly strangers: readonly Stranger[];
  readonly frames: readonly Frame[];
}

/**
 * Asks what was asked after another question, alone and with it, and notes the signals.
 * @param from the number before that of the first question, where there are rows of other corpora
 */
export async function collectContext(
  { parts: own, questions }: AskedCorpus,
  { conversations, strangers, frames }: ContextSources,
  from = 0,
): Promise<ContextRow[]> {
  const rows: ContextRow[] = [];
  let number = from;
  const note = async ({ text, previous, needsContext, weight, question }: Turn) => {
    const message = readMessage(text);
    const alone = await retrieve(own, message.question);
    // Where nothing is judged, nothing is to be learned.
    if (surelyStandsAlone(own, message.question, alone)) return;
    const inContext = await retrieve(own, message.question, previous, { alone });
    const signals = signalsOfContext(own, message, { alone, inContext, previous });
    const [answers, answersInContext] = [alone, inContext].map((retrieved) =>
      doesFirstAnswer(own, question, retrieved),
    );
    const isDecisive = answers !== answersInContext;
    rows.push({
      question: number,
      // A complete question stands alone, however its context may help; what is answered without it needs none.
      needsContext: needsContext && !(isDecisive && answers),
      weight: isDecisive || answers === undefined ? weight : weight * SAME_EITHER_WAY,
      signals: CONTEXT_SIGNALS.map((name) => Math.round(signals[name] * 1e3) / 1e3),
    });
  };
  /** What is told of by courtesies is no less a follow-up. */
  const noteFramed = async (turn: Omit<Turn, "weight">) => {
    await note({ ...turn, weight: CONVERSATION_WEIGHT });
    const framed = putInFrame(turn.text, frames, "tuning", number);
    if (framed !== turn.text) await note({ ...turn, text: framed, weight: FRAMED_WEIGHT });
  };
  const notePutTogether = (text: string, previous: string, question?: GoldQuestion) =>
    note({ text, previous, needsContext: false, weight: PUT_TOGETHER_WEIGHT, question });
  const tuning = questions.filter(({ half }) => half === "tuning");
  const before = await withVectors(
    own,
    tuning.filter(({ context, expected }) => context === null && expected.length > 0),
  );
  const followUps = tuning.filter(({ context, standsAlone }) => context !== null && !standsAlone);
  for (const [at, question] of tuning.entries()) {
    const { text, context, standsAlone } = question;
    number++;
    if (context !== null) {
      await noteFramed({ text, previous: context, needsContext: !standsAlone, question });
      continue;
    }
    const any = before[(at * APART) % before.length]?.question.text;
    const near = findNearest(before, await own.embedder.embedQuestion(text), question);
    const followUp = followUps[at % followUps.length];
    const last = followUp && continueContext(followUp.text, followUp.context);
    for (const previous of new Set([any, near, last])) {
      if (previous !== undefined && previous !== text) await notePutTogether(text, previous, question);
    }
  }
  for (const [at, { text }] of strangers.entries()) {
    number++;
    const previous = before[(at * APART) % before.length]?.question.text;
    if (previous !== undefined) await notePutTogether(text, previous);
  }
  for (const { text, context, sort } of conversations) {
    number++;
    await noteFramed({ text, previous: context, needsContext: sort === "follow-up" });
  }
  return rows;
}

/** A message after another one. */
interface Turn {
  readonly text: string;
  readonly previous: string;
  readonly needsContext: boolean;
  readonly weight: number;
  /** What is known of its answer, if anything is. */
  readonly question?: GoldQuestion | undefined;
}

/** Whether the first passage answers; `undefined` where nobody knows. */
function doesFirstAnswer(
  { generation }: RetrievalParts,
  question: GoldQuestion | undefined,
  { ranked }: Retrieved,
): boolean | undefined {
  if (question === undefined || question.expected.length === 0) return undefined;
  const first = ranked[0];
  return first !== undefined && isRightAnswer(question, passageText(generation, first.passage));
}

interface WithVector {
  readonly question: GoldQuestion;
  readonly vector: Float32Array;
}

async function withVectors(
  { embedder }: RetrievalParts,
  questions: readonly GoldQuestion[],
): Promise<WithVector[]> {
  const all: WithVector[] = [];
  for (const question of questions) {
    all.push({ question, vector: await embedder.embedQuestion(question.text) });
  }
  return all;
}

/** The question on nearly the same that has another answer: what people ask one after the other is often near. */
function findNearest(
  all: readonly WithVector[],
  vector: Float32Array,
  { expected }: GoldQuestion,
): string | undefined {
  let nearest: string | undefined;
  let largest = Number.NEGATIVE_INFINITY;
  for (const { question, vector: other } of all) {
    const cosine = multiplyRow(other, 0, vector);
    const isSame = cosine >= SAME_QUESTION || question.expected.join() === expected.join();
    if (isSame || cosine <= largest) continue;
    largest = cosine;
    nearest = question.text;
  }
  return nearest;
}

/**
 * What is allowed of each error: a follow-up that is taken for a new question, and the reverse. Most questions are no
 * follow-ups, and who changes the subject wonders what the bot still wants with the old one.
 */
const MOST_FOLLOW_UPS_MISSED = 0.08;
const MOST_OTHERS_TAKEN = 0.03;

/** Fits what tells whether a question needs the one before it. */
export function fitContext(rows: readonly ContextRow[]): Judgement {
  return fitJudgement(rows, CONTEXT_SIGNALS, {
    signalsOf: ({ signals }) => Float64Array.from(signals),
    holds: ({ needsContext }) => needsContext,
    aim: {
      yes: ({ needsContext }) => needsContext,
      no: ({ needsContext }) => !needsContext,
      mostYesMissed: MOST_FOLLOW_UPS_MISSED,
      mostNoTaken: MOST_OTHERS_TAKEN,
    },
  });
}
