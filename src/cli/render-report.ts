import { type BuildPlan, type BuildReport, isUpToDate } from "../index/build-report.ts";
import type { Speaker } from "../messages/load-messages.ts";
import { formatSeconds } from "./format-seconds.ts";
import { nameFile } from "./one-line.ts";
import { renderSkipped, renderWarnings } from "./render-findings.ts";

/** More names than these are not read; `--json` has them all. */
const MOST_NAMES = 20;

/** What was done, or with no generation what would be. */
type Report = BuildPlan & Partial<Pick<BuildReport, "generation">>;

/** What a build did or would do, for people. Every skipped file is named, with its reason. */
export function renderReport(plan: Report, speaker: Speaker): string {
  const { changes, rebuild } = plan;
  const counts: ReadonlyArray<readonly [string, number]> = [
    ["articles", plan.articles],
    ["new", changes.new.length],
    ["changed", changes.changed.length],
    ["unchanged", changes.unchanged],
    ["removed", changes.removed.length],
    ["passages", plan.passages],
    ["reused", plan.reused],
    ["embedded", plan.embedded],
    ["skipped", plan.skipped.length],
    ["warnings", plan.warnings.length],
  ];
  const labels = counts.map(([key]) => speaker.say(`cli-report-${key}`));
  const width = Math.max(...labels.map((label) => label.length));
  const lines = [renderTitle(plan, speaker)];
  if (rebuild) {
    const { reason, before, now } = rebuild;
    lines.push(`  ${speaker.say(`cli-rebuild-${reason}`, { before, now })}`);
  }
  lines.push(...counts.map(([, count], at) => `  ${(labels[at] ?? "").padEnd(width)}  ${count}`));
  // Of a first index everything is new: its folder tells as much.
  if (plan.comparedWith !== null) {
    lines.push(...renderNames("cli-report-new", changes.new, speaker));
    lines.push(...renderNames("cli-report-changed", changes.changed, speaker));
    lines.push(...renderNames("cli-report-removed", changes.removed, speaker));
  }
  if (plan.skipped.length > 0) lines.push(`  ${speaker.say("cli-report-skipped")}`);
  lines.push(...renderSkipped(plan.skipped, speaker).map((line) => `    ${line}`));
  lines.push(...renderWarnings(plan.warnings, speaker).map((line) => `  ${line}`));
  return `${lines.join("\n")}\n`;
}

function renderTitle(plan: Report, speaker: Speaker): string {
  const { generation, seconds } = plan;
  if (generation !== undefined)
    return speaker.say("cli-report-title", { generation, seconds: formatSeconds(seconds) });
  return speaker.say(isUpToDate(plan) ? "cli-plan-nothing" : "cli-plan-title");
}

function renderNames(key: string, files: readonly string[], speaker: Speaker): string[] {
  if (files.length === 0) return [];
  const shown = files.slice(0, MOST_NAMES).map((file) => `    ${nameFile(file)}`);
  const others = files.length - MOST_NAMES;
  const more = others > 0 ? [`    ${speaker.say("cli-more-files", { count: others })}`] : [];
  return [`  ${speaker.say(key)}`, ...shown, ...more];
}

/** The same for programs: numbers first, then the files by name. */
export function reportToJson(plan: Report) {
  const { changes, skipped, warnings, generation } = plan;
  return {
    generation: generation ?? null,
    dryRun: generation === undefined,
    comparedWith: plan.comparedWith,
    rebuild: plan.rebuild,
    articles: plan.articles,
    new: changes.new.length,
    changed: changes.changed.length,
    unchanged: changes.unchanged,
    removed: changes.removed.length,
    passages: plan.passages,
    reused: plan.reused,
    embedded: plan.embedded,
    seconds: Number(formatSeconds(plan.seconds)),
    skipped,
    warnings,
    changes: { new: changes.new, changed: changes.changed, removed: changes.removed },
  };
}
