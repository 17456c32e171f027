import type { BuildReport } from "../index/build-index.ts";
import type { Speaker } from "../messages/load-messages.ts";
import { oneLine } from "./one-line.ts";

/** What a build did, for people. Every skipped file is named, with its reason. */
export function renderReport(report: BuildReport, speaker: Speaker): string {
  const counts: ReadonlyArray<readonly [string, number]> = [
    ["cli-report-articles", report.articles],
    ["cli-report-passages", report.passages],
    ["cli-report-reused", report.reused],
    ["cli-report-embedded", report.embedded],
    ["cli-report-skipped", report.skipped.length],
  ];
  const labels = counts.map(([key]) => speaker.say(key));
  const width = Math.max(...labels.map((label) => label.length));
  const lines = [
    speaker.say("cli-report-title", {
      generation: report.generation,
      seconds: formatSeconds(report.seconds),
    }),
    ...counts.map(([, count], at) => `  ${(labels[at] ?? "").padEnd(width)}  ${count}`),
    ...report.skipped.map(
      ({ file, reason, detail }) =>
        `    ${oneLine(JSON.stringify(file))}: ${oneLine(speaker.say(`skip-${reason}`, { detail }))}`,
    ),
  ];
  return `${lines.join("\n")}\n`;
}

/** The same for programs. */
export function reportToJson(report: BuildReport) {
  return { ...report, seconds: Number(formatSeconds(report.seconds)) };
}

/** Seconds with one decimal, and a point in every language, for they stand beside file names and numbers of JSON. */
export function formatSeconds(seconds: number): string {
  return seconds.toFixed(1);
}
