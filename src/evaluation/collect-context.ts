import { z } from "zod";
import { signalsOfContext } from "../search/conversation.ts";
import { CONTEXT_SIGNALS } from "../search/model.ts";
import { type RetrievalParts, retrieve } from "../search/retrieve.ts";
import { fitJudgement, type Judgement } from "./fit-confidence.ts";
import type { GoldQuestion } from "./gold.ts";

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
  needsContext: z.boolean(),
  weight: z.number().positive(),
  /** In the order of `CONTEXT_SIGNALS`. */
  signals: z.array(z.number()).length(CONTEXT_SIGNALS.length),
});
export type ContextRow = z.infer<typeof contextRowSchema>;

/** What was written as a conversation; other questions are put after each other as they come. */
const CONVERSATION_WEIGHT = 4;
const PUT_TOGETHER_WEIGHT = 1;
/** So many questions further up stands the one that is put before a question that had none. */
const APART = 7;

/** Asks what was asked after another question, alone and with it, and notes the signals. */
export async function collectContext(
  own: RetrievalParts,
  gold: readonly GoldQuestion[],
  conversations: readonly Conversation[],
): Promise<ContextRow[]> {
  const rows: ContextRow[] = [];
  const note = async (text: string, previous: string, needsContext: boolean, weight: number) => {
    const readings = { alone: await retrieve(own, text), inContext: await retrieve(own, text, previous) };
    const signals = signalsOfContext(own, text, readings);
    rows.push({
      question: rows.length,
      needsContext,
      weight,
      signals: CONTEXT_SIGNALS.map((name) => Math.round(signals[name] * 1e3) / 1e3),
    });
  };
  const tuning = gold.filter(({ half }) => half === "tuning");
  const before = tuning.filter(({ context, expected }) => context === null && expected.length > 0);
  for (const [at, { text, context, standsAlone }] of tuning.entries()) {
    if (context !== null) await note(text, context, !standsAlone, CONVERSATION_WEIGHT);
    else {
      const previous = before[(at + APART) % before.length];
      if (previous && previous.text !== text) await note(text, previous.text, false, PUT_TOGETHER_WEIGHT);
    }
  }
  for (const { text, context, sort } of conversations) {
    await note(text, context, sort === "follow-up", CONVERSATION_WEIGHT);
  }
  return rows;
}

/** What is allowed of each error: a follow-up that is taken for a new question, and the reverse, which is worse. */
const MOST_FOLLOW_UPS_MISSED = 0.15;
const MOST_OTHERS_TAKEN = 0.1;

/** Fits what tells whether a question needs the one before it. */
export function fitContext(rows: readonly ContextRow[]): Judgement {
  return fitJudgement(rows, CONTEXT_SIGNALS, {
    signalsOf: ({ signals }) => Float64Array.from(signals),
    holds: ({ needsContext }) => needsContext,
    aim: {
      yes: ({ needsContext }) => needsContext,
      no: ({ needsContext, weight }) => !needsContext && weight === CONVERSATION_WEIGHT,
      mostYesMissed: MOST_FOLLOW_UPS_MISSED,
      mostNoTaken: MOST_OTHERS_TAKEN,
    },
  });
}
