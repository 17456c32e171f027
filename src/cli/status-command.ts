import type { ArticleReference } from "../articles/article.ts";
import { WARNING_KINDS } from "../articles/warnings.ts";
import { loadEmbedder } from "../embedding/load-embedder.ts";
import { type GenerationContent, type IndexSurvey, surveyIndex } from "../index/survey-index.ts";
import { formatDate } from "../messages/format-date.ts";
import type { Speaker } from "../messages/load-messages.ts";
import { createCommand, type FolderOptions, type Surroundings } from "./command-line.ts";
import { nameFile, oneLine } from "./one-line.ts";
import { formatSize, listWarnings, type Warning } from "./render-survey.ts";
import { surveyToJson } from "./verify-command.ts";

interface StatusOptions extends FolderOptions {
  readonly json?: boolean;
}

/** So many files show what a warning is about. */
const MOST_FILES = 3;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** `npm run status`: what the index holds, how old it is, and what is to be looked after. */
export async function status(argv: readonly string[], surroundings: Surroundings): Promise<void> {
  const command = createCommand("status", "Shows how the index is.", surroundings)
    .option("--json", "the same as one JSON object")
    .allowExcessArguments(false);
  command.options.find(({ long }) => long === "--articles")?.hideHelp();
  command.parse(argv, { from: "user" });
  const options = command.opts<StatusOptions>();
  const { config, speaker, stdout } = surroundings;
  const indexDir = options.index ?? config.indexDir;
  const { model } = await loadEmbedder({
    model: config.embeddingModel,
    allowDownload: config.allowModelDownload,
  });
  const survey = await surveyIndex(indexDir, model);
  const now = Date.now();
  const warnings = listStatusWarnings(survey, speaker);
  if (options.json) {
    const content = survey.serving?.content ?? null;
    const ageSeconds = content && Math.round((now - Date.parse(content.createdAt)) / 1000);
    stdout.write(
      `${JSON.stringify({ index: indexDir, ...surveyToJson(survey), ageSeconds, ...content, warnings })}\n`,
    );
  } else stdout.write(renderStatus(survey, warnings, now, speaker));
  if (survey.serving === null) throw new Error(speaker.say("status-unusable", { index: indexDir }));
}

/** What is wrong with the index, and what its build found wrong with the articles. */
function listStatusWarnings(survey: IndexSurvey, speaker: Speaker): Warning[] {
  const warnings = listWarnings(survey, speaker);
  const content = survey.serving?.content;
  if (!content) return warnings;
  const note = (code: string, files: readonly string[]) => {
    if (files.length === 0) return;
    const more = files.length > MOST_FILES ? ", …" : "";
    const shown = files.slice(0, MOST_FILES).map(nameFile).join(", ") + more;
    const message = speaker.say(`index-${code}`, { count: files.length, files: shown });
    warnings.push({ code, isFault: false, message });
  };
  const { skipped, warnings: odd } = content.findings;
  note(
    "skipped",
    skipped.map(({ file }) => file),
  );
  for (const kind of WARNING_KINDS)
    note(
      kind,
      odd.filter(({ warning }) => warning === kind).map(({ file }) => file),
    );
  return warnings;
}

function renderStatus(
  survey: IndexSurvey,
  warnings: readonly Warning[],
  now: number,
  speaker: Speaker,
): string {
  const { serving } = survey;
  const rows = serving?.content ? listRows(survey, serving.name, serving.content, now, speaker) : [];
  const labels = rows.map(([key]) => speaker.say(`status-row-${key}`));
  const width = Math.max(0, ...labels.map((label) => label.length));
  return [
    ...rows.map(([, value], at) => `${(labels[at] ?? "").padEnd(width)}  ${value}`),
    ...(warnings.length === 0 ? [speaker.say("status-well")] : [speaker.say("status-warnings")]),
    ...warnings.map(({ message }) => `  - ${message}`),
    "",
  ].join("\n");
}

function listRows(
  { generations, bytes }: IndexSurvey,
  name: string,
  content: GenerationContent,
  now: number,
  speaker: Speaker,
): ReadonlyArray<readonly [string, string]> {
  const others = generations.filter((own) => own.name !== name && own.damage === null);
  const count = (value: number) => speaker.say("status-count", { count: value });
  return [
    ["generation", name],
    ["age", describeAge(content.createdAt, now, speaker)],
    ["articles", count(content.articles)],
    ["passages", count(content.passages)],
    ["model", content.model],
    ["size", formatSize(bytes, speaker)],
    ["newest", describeArticle(content.newestArticle, speaker)],
    ["oldest", describeArticle(content.oldestArticle, speaker)],
    ["kept", others.map((own) => own.name).join(", ") || speaker.say("status-none-kept")],
  ];
}

/** When, and how long ago in the largest unit that fits. */
function describeAge(createdAt: string, now: number, speaker: Speaker): string {
  const hours = Math.max(0, now - Date.parse(createdAt)) / HOUR_MS;
  const [unit, value]: ["minute" | "hour" | "day", number] =
    hours < 1 ? ["minute", hours * 60] : hours < 48 ? ["hour", hours] : ["day", hours / 24];
  const ago = new Intl.RelativeTimeFormat(speaker.language).format(-Math.floor(value), unit);
  const built = new Date(createdAt);
  // The clock that people here go by.
  const local = new Date(built.getTime() - built.getTimezoneOffset() * MINUTE_MS).toISOString();
  return `${formatDate(speaker.language, local.slice(0, 10))} ${local.slice(11, 16)} (${ago})`;
}

function describeArticle(article: ArticleReference | null, speaker: Speaker): string {
  if (article?.publishedOn == null) return speaker.say("status-no-dates");
  const title = article.title ?? speaker.say("cli-untitled", { opening: article.opening });
  return oneLine(`${formatDate(speaker.language, article.publishedOn)}  ${title}`);
}
