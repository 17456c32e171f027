import { FIELD_NAMES, type FieldProblem } from "../articles/declared-fields.ts";
import { READABLE_EXTENSIONS } from "../articles/readers/registry.ts";
import type { SkippedFile } from "../articles/skip.ts";
import { type ArticleWarning, WARNING_KINDS } from "../articles/warnings.ts";
import type { Speaker } from "../messages/load-messages.ts";
import { nameFile, oneLine } from "./one-line.ts";

/** So many files show what a warning is about; `--json` has them all. */
const MOST_FILES_A_WARNING = 5;

/** A line for each file that was left out, with the reason. */
export function renderSkipped(skipped: readonly SkippedFile[], speaker: Speaker): string[] {
  return skipped.map((file) => `${nameFile(file.file)}: ${oneLine(describeSkip(file, speaker))}`);
}

/** Why a file was left out, and what to do. */
export function describeSkip(
  { reason, detail, problems }: Pick<SkippedFile, "reason" | "detail" | "problems">,
  speaker: Speaker,
): string {
  const formats = READABLE_EXTENSIONS.join(", ");
  return speaker.say(`skip-${reason}`, { detail: describeDetail(detail, problems, speaker), formats });
}

/** A line for each kind of warning, and below it, indented, the first files that it is about. */
export function renderWarnings(warnings: readonly ArticleWarning[], speaker: Speaker): string[] {
  return WARNING_KINDS.flatMap((kind) => {
    const found = warnings.filter(({ warning }) => warning === kind);
    if (found.length === 0) return [];
    const shown = found.slice(0, MOST_FILES_A_WARNING).map(({ file, detail, problems }) => {
      const about = oneLine(describeDetail(detail, problems, speaker));
      return `  ${nameFile(file)}${about === "" ? "" : `: ${about}`}`;
    });
    const others = found.length - shown.length;
    const more = others > 0 ? [`  ${speaker.say("cli-more-files", { count: others })}`] : [];
    return [speaker.say(`warning-${kind}`, { count: found.length }), ...shown, ...more];
  });
}

/** Details are the same in every language, such as a size, but for what is wrong with fields. */
function describeDetail(
  detail: string,
  problems: readonly FieldProblem[] | undefined,
  speaker: Speaker,
): string {
  if (!problems || problems.length === 0) return detail;
  const fields = FIELD_NAMES.join(", ");
  return problems
    .map(({ field, problem, value }) => speaker.say(`field-${problem}`, { field, value, fields }))
    .join("; ");
}
