import { z } from "zod";
import type { Generation } from "../index/generation.ts";
import type { Span } from "../language/span.ts";
import { readJsonLines } from "./benchmark.ts";
import { HALVES } from "./halves.ts";

export const GOLD_KINDS = [
  "as-typed",
  "no-diacritics",
  "half",
  "typo",
  "abbreviation",
  "paraphrase",
  "english",
  "keyword",
  "follow-up",
  "near-miss",
  "off-topic",
] as const;
export type GoldKind = (typeof GOLD_KINDS)[number];

const schema = z.object({
  id: z.string(),
  kind: z.enum(GOLD_KINDS),
  half: z.enum(HALVES),
  text: z.string().min(1),
  /** The question before, for a follow-up and for what only comes after one. */
  context: z.string().nullable(),
  /** Whether it is understood without the question before it. */
  standsAlone: z.boolean().default(false),
  /** Texts of which a right quote holds one; none for a question that the articles do not answer. */
  expected: z.array(z.string()),
  files: z.array(z.string()),
});

/** A question over the project's own articles, with what a right answer must hold. */
export type GoldQuestion = z.infer<typeof schema>;

export function readGoldQuestions(file: string): Promise<GoldQuestion[]> {
  return readJsonLines(file, schema);
}

/** The question that one needs to be understood, if it does. */
export function contextOf({ context, standsAlone }: GoldQuestion): string | undefined {
  return context === null || standsAlone ? undefined : context;
}

/** Whether a quote's text is a right answer. */
export function isRightAnswer({ expected }: Pick<GoldQuestion, "expected">, text: string): boolean {
  return expected.some((answer) => text.includes(answer));
}

/** Whether a span of a text reaches into a right answer that stands in it. */
export function meetsAnswer({ expected }: GoldQuestion, text: string, { start, end }: Span): boolean {
  return expected.some((answer) => {
    const at = text.indexOf(answer);
    return at >= 0 && at < end && at + answer.length > start;
  });
}

/** The text of a passage of a generation. */
export function passageText({ passages, articles }: Generation, passage: number): string {
  const { start, end } = passages.span(passage);
  return articles[passages.articleOf(passage)]?.text.slice(start, end) ?? "";
}
