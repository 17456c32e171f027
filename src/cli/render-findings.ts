import type { SkippedFile } from "../articles/skip.ts";
import { type ArticleWarning, WARNING_KINDS } from "../articles/warnings.ts";
import type { Speaker } from "../messages/load-messages.ts";
import { nameFile, oneLine } from "./one-line.ts";

/** So many files show what a warning is about; `--json` has them all. */
const MOST_FILES_A_WARNING = 5;

/** A line for each file that was left out, with the reason. */
export function renderSkipped(skipped: readonly SkippedFile[], speaker: Speaker): string[] {
  return skipped.map(
    ({ file, reason, detail }) => `${nameFile(file)}: ${oneLine(speaker.say(`skip-${reason}`, { detail }))}`,
  );
}

/** A line for each kind of warning, and below it, indented, the first files that it is about. */
export function renderWarnings(warnings: readonly ArticleWarning[], speaker: Speaker): string[] {
  return WARNING_KINDS.flatMap((kind) => {
    const found = warnings.filter(({ warning }) => warning === kind);
    if (found.length === 0) return [];
    const shown = found.slice(0, MOST_FILES_A_WARNING).map(({ file, detail }) => {
      const about = detail === "" ? "" : `: ${oneLine(detail)}`;
      return `  ${nameFile(file)}${about}`;
    });
    const others = found.length - shown.length;
    const more = others > 0 ? [`  ${speaker.say("cli-more-files", { count: others })}`] : [];
    return [speaker.say(`warning-${kind}`, { count: found.length }), ...shown, ...more];
  });
}
