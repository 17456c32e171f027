import { z } from "zod";
import { findDate } from "../language/dates.ts";
import { findLine, readYaml } from "../language/yaml.ts";
import type { ArticleMetadata } from "./article.ts";

/** What can be wrong with fields that a person wrote; `field-…` in the messages. */
export const FIELD_PROBLEMS = [
  "no-yaml",
  "not-closed",
  "no-fields",
  "no-line",
  "no-date",
  "no-address",
  "unknown",
] as const;

export interface FieldProblem {
  /** Empty when it is about all of them. */
  readonly field: string;
  readonly problem: (typeof FIELD_PROBLEMS)[number];
  /** The value that is wrong, or the line in which it stands; perhaps empty. */
  readonly value: string;
}

/** What a person wrote down of an article. What is wrong is left out and told. */
export interface DeclaredFields {
  readonly metadata: Partial<ArticleMetadata>;
  readonly problems: readonly FieldProblem[];
}

/** A problem is named by the message of zod's issue. */
const is = (problem: FieldProblem["problem"]) => problem;

const text = z.union([z.string(), z.number(), z.null()], is("no-line")).transform((value) => {
  const line = String(value ?? "")
    .replace(/\s+/g, " ")
    .trim();
  return line === "" ? null : line;
});

const date = text.transform((value, context) => {
  if (value === null) return null;
  const iso = findDate(value);
  if (iso !== null) return iso;
  context.addIssue({ code: "custom", message: is("no-date") });
  return z.NEVER;
});

const url = text.refine((value) => value === null || /^https?:\/\/\S+$/i.test(value), is("no-address"));

/** The usual names of each field; the first is ours. */
const schema = z.object({
  title: text.optional(),
  publisher: text.optional(),
  source: text.optional(),
  publishedOn: date.optional(),
  published: date.optional(),
  date: date.optional(),
  url: url.optional(),
  link: url.optional(),
  author: text.optional(),
});

/** The names that fields may have. */
export const FIELD_NAMES: readonly string[] = Object.keys(schema.shape);

const record = z.record(z.string(), z.unknown());
const LONGEST_VALUE = 60;
/** Nobody needs them in a few fields. */
const MOST_ALIASES = 10;

/**
 * Reads fields written in YAML.
 * @param firstLine where the YAML begins in its file, counted from 1, for what is said of its lines
 * @param strict whether a field of another name is a mistake
 */
export function readDeclaredFields(source: string, firstLine: number, strict: boolean): DeclaredFields {
  let parsed: unknown;
  try {
    parsed = readYaml(source, MOST_ALIASES) ?? {};
  } catch (cause) {
    const line = findLine(cause);
    const value = line === undefined ? "?" : String(line + firstLine - 1);
    return { metadata: {}, problems: [{ field: "", problem: "no-yaml", value }] };
  }
  const { data: fields } = record.safeParse(parsed);
  if (!fields) return { metadata: {}, problems: [{ field: "", problem: "no-fields", value: "" }] };
  const problems: FieldProblem[] = [];
  for (const [field, value] of Object.entries(fields)) {
    const problem = findProblem(field, value, strict);
    if (problem) problems.push({ field, problem, value: showValue(value) });
  }
  const wrong = new Set(problems.map(({ field }) => field));
  const right = Object.entries(fields).filter(([field]) => !wrong.has(field));
  return { metadata: toMetadata(schema.parse(Object.fromEntries(right))), problems };
}

function findProblem(field: string, value: unknown, strict: boolean): FieldProblem["problem"] | undefined {
  if (!FIELD_NAMES.includes(field)) return strict ? "unknown" : undefined;
  const message = schema.safeParse({ [field]: value }).error?.issues[0]?.message;
  return FIELD_PROBLEMS.find((problem) => problem === message);
}

function showValue(value: unknown): string {
  const shown = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  return shown.length > LONGEST_VALUE ? `${shown.slice(0, LONGEST_VALUE)}…` : shown;
}

function toMetadata(fields: z.output<typeof schema>): Partial<ArticleMetadata> {
  const known: Partial<ArticleMetadata> = {
    title: fields.title ?? null,
    publisher: fields.publisher ?? fields.source ?? null,
    publishedOn: fields.publishedOn ?? fields.published ?? fields.date ?? null,
    url: fields.url ?? fields.link ?? null,
    author: fields.author ?? null,
  };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null));
}

/** What is wrong, in English, for programs and logs. */
export function describeProblems(problems: readonly FieldProblem[]): string {
  return problems.map(describeProblem).join("; ");
}

function describeProblem({ field, problem, value }: FieldProblem): string {
  switch (problem) {
    case "no-yaml":
      return `no valid YAML, line ${value}`;
    case "not-closed":
      return "the closing --- is missing";
    case "no-fields":
      return "no fields, such as title: …";
    case "no-line":
      return `${field}: must be one line of text`;
    case "no-date":
      return `${field}: "${value}" is no date; write YYYY-MM-DD or DD/MM/YYYY`;
    case "no-address":
      return `${field}: must begin with http:// or https://`;
    case "unknown":
      return `${field}: there is no such field; there are ${FIELD_NAMES.join(", ")}`;
  }
}
