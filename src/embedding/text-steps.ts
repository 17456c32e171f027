import { z } from "zod";

/** How a tokenizer's file describes the places in a text. */
const pattern = z.object({ Regex: z.string() }).transform(({ Regex }, context) => compile(Regex, context));
/** What is put there; JavaScript would read more into a dollar. */
const content = z.string().regex(/^[^$]*$/);

function compile(source: string, context: z.core.$RefinementCtx): RegExp | typeof z.NEVER {
  try {
    return new RegExp(source, "gu");
  } catch {
    context.addIssue(`"${source}" is no regular expression here`);
    return z.NEVER;
  }
}

const form = z.enum(["NFC", "NFD", "NFKC", "NFKD"]);

type Step = (text: string) => string;

const normalizer = z.union([
  z.object({ type: form }).transform(
    ({ type }): Step =>
      (text) =>
        text.normalize(type),
  ),
  z.object({ type: z.literal("Lowercase") }).transform((): Step => (text) => text.toLowerCase()),
  z.object({ type: z.literal("Replace"), pattern, content }).transform(
    ({ pattern: from, content: to }): Step =>
      (text) =>
        text.replaceAll(from, to),
  ),
  z
    .object({ type: z.literal("Strip"), strip_left: z.literal(true), strip_right: z.literal(true) })
    .transform((): Step => (text) => text.trim()),
]);

/** Pieces are looked for in each run of what matches, spaces told by a mark and one more put before. */
const preTokenizer = z.object({
  type: z.literal("Sequence"),
  pretokenizers: z.tuple([
    z.object({
      type: z.literal("Split"),
      pattern,
      behavior: z.literal("Removed"),
      invert: z.literal(true),
    }),
    z.object({
      type: z.literal("Metaspace"),
      replacement: z.string(),
      add_prefix_space: z.literal(true),
      prepend_scheme: z.literal("always"),
      str_rep: z.undefined().optional(),
    }),
  ]),
});

const steps = z.looseObject({
  normalizer: z.object({ type: z.literal("Sequence"), normalizers: z.array(normalizer) }),
  pre_tokenizer: preTokenizer,
  // It would add pieces of its own.
  post_processor: z.null(),
});

/** Makes of a text the runs in which pieces are looked for, each by itself. */
export type SplitText = (text: string) => string[];

/**
 * What a tokenizer's file says is done with a text before its pieces are looked for.
 * @returns `null` where it says something that is not known here
 */
export function readSteps(tokenizer: unknown): SplitText | null {
  const parsed = steps.safeParse(tokenizer);
  if (!parsed.success) return null;
  const { normalizers } = parsed.data.normalizer;
  const [split, { replacement }] = parsed.data.pre_tokenizer.pretokenizers;
  const mark = (run: string): string => {
    const marked = run.replaceAll(" ", replacement);
    return marked.startsWith(replacement) ? marked : replacement + marked;
  };
  return (text) => {
    let normalised = text;
    for (const step of normalizers) normalised = step(normalised);
    return (normalised.match(split.pattern) ?? []).map(mark);
  };
}
