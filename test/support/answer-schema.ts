import { z } from "zod";

const share = z.number().min(0).max(1);
const place = z.number().int().nonnegative();

/** A quote of `ask --json`: exactly the fields that DESIGN.md names. */
const quoteSchema = z.strictObject({
  rank: z.number().int().positive(),
  score: share,
  text: z.string().min(1),
  highlight: z.strictObject({ start: place, end: place }),
  article: z.strictObject({
    id: z.string().min(1),
    file: z.string().min(1),
    title: z.string().nullable(),
    publisher: z.string().nullable(),
    publishedOn: z.iso.date().nullable(),
    url: z.url().nullable(),
    author: z.string().nullable(),
  }),
  paragraph: z.number().int().positive(),
  page: z.number().int().positive().nullable(),
  start: place,
  end: place,
  alsoIn: z.array(z.strictObject({ id: z.string().min(1), title: z.string().nullable() })),
});

/** One line of `ask --json`. */
export const answerSchema = z.strictObject({
  question: z.string().min(1),
  answered: z.boolean(),
  confidence: share,
  elapsedMs: z.number().nonnegative(),
  quotes: z.array(quoteSchema),
});

export type JsonAnswer = z.output<typeof answerSchema>;
export type JsonQuote = z.output<typeof quoteSchema>;

/** The answers that were printed, a line each. */
export function parseAnswers(stdout: string): JsonAnswer[] {
  const lines = stdout.split("\n");
  if (lines.pop() !== "") throw new Error("The last line does not end.");
  return lines.map((line) => answerSchema.parse(JSON.parse(line)));
}

/** The sentence of a quote that is marked. */
export function markedIn({ text, highlight }: JsonQuote): string {
  return text.slice(highlight.start, highlight.end);
}
