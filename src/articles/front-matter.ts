import { parse, YAMLError } from "yaml";
import { z } from "zod";
import { findDate } from "../language/dates.ts";
import type { ArticleMetadata } from "./article.ts";
import { SkipError } from "./skip.ts";

/** What stands in YAML between two `---` lines at the very start of a file. */
export interface FrontMatter {
  readonly metadata: Partial<ArticleMetadata>;
  /** Where the body begins; 0 without front matter. */
  readonly bodyStart: number;
}

const OPENING = /^---[ \t]*\n/;
const CLOSING = /^(?:---|\.\.\.)[ \t]*$/m;

const text = z.union([z.string(), z.number(), z.null()], "must be one line of text").transform((value) => {
  const line = String(value ?? "")
    .replace(/\s+/g, " ")
    .trim();
  return line === "" ? null : line;
});

const date = text.transform((value, context) => {
  if (value === null) return null;
  const iso = findDate(value);
  if (iso === null) {
    context.addIssue({ code: "custom", message: `"${value}" is no date; write YYYY-MM-DD or DD/MM/YYYY` });
    return z.NEVER;
  }
  return iso;
});

const url = text.refine((value) => value === null || /^https?:\/\/\S+$/i.test(value), {
  message: "must begin with http:// or https://",
});

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

/**
 * Reads the front matter of a file.
 * @throws SkipError when it is no YAML, is never closed, or a field has a wrong value
 */
export function readFrontMatter(file: string): FrontMatter {
  const opening = OPENING.exec(file);
  if (!opening) return { metadata: {}, bodyStart: 0 };
  const rest = file.slice(opening[0].length);
  const closing = CLOSING.exec(rest);
  // A lone rule at the top of a text that never closes it and names no field is just a line.
  if (!closing) {
    if (!/^\w+:/.test(rest)) return { metadata: {}, bodyStart: 0 };
    throw new SkipError("front-matter", "the closing --- is missing");
  }
  const parsed = schema.safeParse(parseYaml(rest.slice(0, closing.index)));
  if (!parsed.success) throw new SkipError("front-matter", describeIssues(parsed.error));
  return {
    metadata: toMetadata(parsed.data),
    bodyStart: opening[0].length + closing.index + closing[0].length,
  };
}

function parseYaml(source: string): unknown {
  try {
    return parse(source) ?? {};
  } catch (cause) {
    const line = cause instanceof YAMLError ? cause.linePos?.[0].line : undefined;
    throw new SkipError(
      "front-matter",
      line === undefined ? "no valid YAML" : `no valid YAML, line ${line + 1}`,
      {
        cause,
      },
    );
  }
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

function describeIssues(error: z.ZodError): string {
  return error.issues
    .map((issue) => `${issue.path.join(".") || "front matter"}: ${issue.message}`)
    .join("; ");
}
