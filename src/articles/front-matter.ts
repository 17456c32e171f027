import type { ArticleMetadata } from "./article.ts";
import { describeProblems, type FieldProblem, readDeclaredFields } from "./declared-fields.ts";
import { SkipError } from "./skip.ts";

/** What stands in YAML between two `---` lines at the very start of a file. */
export interface FrontMatter {
  readonly metadata: Partial<ArticleMetadata>;
  /** Where the body begins; 0 without front matter. */
  readonly bodyStart: number;
}

const OPENING = /^---[ \t]*\n/;
const CLOSING = /^(?:---|\.\.\.)[ \t]*$/m;
/** Where the fields begin. */
const FIRST_LINE = 2;

/**
 * Reads the front matter of a file. Fields of other names are left to other tools.
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
    throw frontMatterError([{ field: "", problem: "not-closed", value: "" }]);
  }
  const { metadata, problems } = readDeclaredFields(rest.slice(0, closing.index), FIRST_LINE, false);
  if (problems.length > 0) throw frontMatterError(problems);
  return { metadata, bodyStart: opening[0].length + closing.index + closing[0].length };
}

function frontMatterError(problems: readonly FieldProblem[]): SkipError {
  return new SkipError("front-matter", describeProblems(problems), { problems });
}
