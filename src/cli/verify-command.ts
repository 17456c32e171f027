import { loadEmbedder } from "../embedding/load-embedder.ts";
import { type IndexSurvey, type SurveyedGeneration, surveyIndex } from "../index/survey-index.ts";
import type { Speaker } from "../messages/load-messages.ts";
import type { FolderOptions, Surroundings } from "./command-line.ts";
import { describeDamage, formatSize, listWarnings, type Warning } from "./render-survey.ts";

/**
 * `npm run index -- --verify`: opens every generation as the bot would, and says of each what is wrong and what
 * to do.
 *
 * @throws when something is wrong, after all has been said
 */
export async function verify(
  options: FolderOptions & { readonly json?: boolean },
  { config, speaker, stdout }: Surroundings,
): Promise<void> {
  const indexDir = options.index ?? config.indexDir;
  const { model } = await loadEmbedder({
    model: config.embeddingModel,
    allowDownload: config.allowModelDownload,
  });
  const survey = await surveyIndex(indexDir, model);
  const warnings = listWarnings(survey, speaker);
  const faults = warnings.filter(({ isFault }) => isFault).length;
  stdout.write(
    options.json
      ? `${JSON.stringify({ index: indexDir, ok: faults === 0, ...surveyToJson(survey), warnings })}\n`
      : renderVerification(survey, warnings, speaker),
  );
  if (faults > 0) throw new Error(speaker.say("verify-failed", { count: faults, index: indexDir }));
}

/** A survey for programs: damages with their code and an English sentence. */
export function surveyToJson({ generations, current, serving, leftovers, isBuilding, bytes }: IndexSurvey) {
  return {
    serving: serving?.name ?? null,
    current,
    building: isBuilding,
    bytes,
    leftovers,
    generations: generations.map(({ damage, content, ...own }) => ({
      ...own,
      live: own.name === current.name,
      damage: damage && { code: damage.code, message: damage.message },
      ...content,
    })),
  };
}

function renderVerification(survey: IndexSurvey, warnings: readonly Warning[], speaker: Speaker): string {
  const lines = survey.generations.map((own) => renderGeneration(own, survey, speaker));
  const notes = warnings.map(({ message }) => message);
  if (warnings.every(({ isFault }) => !isFault)) notes.unshift(speaker.say("verify-well"));
  return `${[...lines, ...notes].join("\n")}\n`;
}

function renderGeneration(
  { name, content, damage, bytes }: SurveyedGeneration,
  { current }: IndexSurvey,
  speaker: Speaker,
): string {
  const live = name === current.name ? ` ${speaker.say("verify-live")}` : "";
  const state = content
    ? speaker.say("verify-whole", {
        articles: content.articles,
        passages: content.passages,
        size: formatSize(bytes, speaker),
      })
    : damage && describeDamage(damage, speaker);
  return `${content ? "✓" : "✗"} ${name}${live}: ${state}`;
}
