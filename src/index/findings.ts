import { z } from "zod";
import { FIELD_PROBLEMS } from "../articles/declared-fields.ts";
import { SKIP_REASONS, type SkippedFile } from "../articles/skip.ts";
import { type ArticleWarning, WARNING_KINDS } from "../articles/warnings.ts";

/** What a build found that a person should look at. A generation keeps it, so that it can be shown later. */
export interface Findings {
  /** Files that did not become articles, by name. */
  readonly skipped: readonly SkippedFile[];
  /** What is odd about files that did, by name. */
  readonly warnings: readonly ArticleWarning[];
}

export const NO_FINDINGS: Findings = { skipped: [], warnings: [] };

const problems = z
  .array(z.object({ field: z.string(), problem: z.enum(FIELD_PROBLEMS), value: z.string() }))
  .exactOptional();
const skippedFile: z.ZodType<SkippedFile> = z.object({
  file: z.string(),
  reason: z.enum(SKIP_REASONS),
  detail: z.string(),
  problems,
});
const articleWarning: z.ZodType<ArticleWarning> = z.object({
  file: z.string(),
  warning: z.enum(WARNING_KINDS),
  detail: z.string(),
  problems,
});
const schema = z.object({ skipped: z.array(z.unknown()), warnings: z.array(z.unknown()) });

export function storeFindings({ skipped, warnings }: Findings): string[] {
  return [`${JSON.stringify({ skipped, warnings })}\n`];
}

/** Reads them; what another version of the program wrote and this one has no words for is left out. */
export function readFindings(bytes: Buffer): Findings {
  const { skipped, warnings } = schema.parse(JSON.parse(bytes.toString("utf8")));
  return { skipped: keepKnown(skipped, skippedFile), warnings: keepKnown(warnings, articleWarning) };
}

function keepKnown<T>(items: readonly unknown[], known: z.ZodType<T>): T[] {
  return items.flatMap((item) => {
    const { success, data } = known.safeParse(item);
    return success ? [data] : [];
  });
}
