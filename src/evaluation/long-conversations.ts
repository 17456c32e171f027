import { join } from "node:path";
import { z } from "zod";
import type { Outcome, Search } from "../search/answer.ts";
import { continueContext } from "../search/follow-up.ts";
import { readJsonLines } from "./benchmark.ts";
import { type GoldQuestion, isRightAnswer } from "./gold.ts";
import { groupOutcomes, HALVES, type Half } from "./halves.ts";
import { shareOf } from "./metrics.ts";

const schema = z.object({
  id: z.string(),
  half: z.enum(HALVES),
  turns: z
    .array(
      z.object({
        text: z.string().min(1),
        /** Whether nobody could know what is asked without the turns before. */
        needsContext: z.boolean(),
        /** Texts of which a right quote holds one. */
        expected: z.array(z.string()).min(1),
        /** Where they stand. */
        file: z.string(),
      }),
    )
    .min(2),
});

/** What one person asks one after the other. */
export type LongConversation = z.infer<typeof schema>;
export type Turn = LongConversation["turns"][number];

/** Reads the conversations about a folder of practice articles. */
export function readLongConversations(folder: string): Promise<LongConversation[]> {
  return readJsonLines(join(folder, "long-conversations.jsonl"), schema);
}

/** Each turn after the first as a question of its own, with the context that it has where each one before was taken rightly. */
export function listLaterTurns({ id, half, turns }: LongConversation): GoldQuestion[] {
  let context: string | null = null;
  return turns.flatMap(({ text, needsContext, expected, file }, at) => {
    const before = context;
    context = continueContext(text, needsContext ? before : null);
    if (before === null) return [];
    const asked = { id: `${id}-${at + 1}`, kind: "follow-up" as const, half, text, context: before };
    return [{ ...asked, standsAlone: !needsContext, expected, files: [file] }];
  });
}

/** What a turn is within its conversation. */
export const TURN_KINDS = [
  "opening",
  "new subject",
  "follow-up, turn 2",
  "follow-up, turn 3",
  "follow-up, turn 4",
  "follow-up, turn 5 and on",
] as const;
export type TurnKind = (typeof TURN_KINDS)[number];

/** How one turn did. */
export interface TurnOutcome {
  readonly half: Half;
  readonly kind: TurnKind;
  /** Of each quote whether it is a right answer. */
  readonly right: readonly boolean[];
  /** Whether it was read with what was asked before. */
  readonly inContext: boolean;
  readonly outcome: Outcome;
}

/** Holds each conversation as a person does in a chat: every turn after what the ones before it were taken for. */
export async function holdConversations(
  search: Pick<Search, "search">,
  conversations: readonly LongConversation[],
): Promise<TurnOutcome[]> {
  const outcomes: TurnOutcome[] = [];
  for (const { half, turns } of conversations) {
    let previousQuestion: string | undefined;
    for (const [at, turn] of turns.entries()) {
      const answer = await search.search(
        turn.text,
        previousQuestion === undefined ? {} : { previousQuestion },
      );
      outcomes.push({
        half,
        kind: kindOf(turn, at),
        right: answer.quotes.map(({ text }) => isRightAnswer(turn, text)),
        inContext: answer.context !== null,
        outcome: answer.outcome,
      });
      // As in a chat: what the articles do not answer is not gone on with.
      if (answer.outcome !== "not-found") previousQuestion = continueContext(turn.text, answer.context);
    }
  }
  return outcomes;
}

function kindOf({ needsContext }: Turn, at: number): TurnKind {
  if (at === 0) return "opening";
  if (!needsContext) return "new subject";
  // The kinds of follow-ups come after those two, from that of the second turn on.
  return TURN_KINDS[at + 1] ?? "follow-up, turn 5 and on";
}

/** How the turns of one kind and half did; shares from 0 to 1. */
export interface TurnResult {
  readonly half: Half;
  readonly kind: TurnKind;
  readonly turns: number;
  readonly successAt1: number;
  readonly successAt5: number;
  readonly inContext: number;
  readonly notFound: number;
}

/** Counts half by half and kind by kind. */
export function countTurns(outcomes: readonly TurnOutcome[]): TurnResult[] {
  return groupOutcomes(outcomes, TURN_KINDS, (outcome) => outcome).map(({ half, kind, outcomes: own }) => ({
    half,
    kind,
    turns: own.length,
    successAt1: shareOf(own, ({ right }) => right[0] === true),
    successAt5: shareOf(own, ({ right }) => right.includes(true)),
    inContext: shareOf(own, ({ inContext }) => inContext),
    notFound: shareOf(own, ({ outcome }) => outcome === "not-found"),
  }));
}
