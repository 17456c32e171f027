import type { GenerationError } from "../index/damage.ts";
import type { IndexSurvey, SurveyedGeneration } from "../index/survey-index.ts";
import type { Speaker } from "../messages/load-messages.ts";

/** Something about an index folder that a person should know. */
export interface Warning {
  readonly code: string;
  /** Whether something is wrong, rather than only to be known. */
  readonly isFault: boolean;
  readonly message: string;
}

/** Everything that is not as it should be in an index folder, and what to do, the gravest first. */
export function listWarnings(survey: IndexSurvey, speaker: Speaker): Warning[] {
  const warn = (
    code: string,
    isFault: boolean,
    variables: Record<string, string | number> = {},
  ): Warning => ({
    code,
    isFault,
    message: speaker.say(`index-${code}`, variables),
  });
  const { generations, serving, current, leftovers, isBuilding } = survey;
  const warnings: Warning[] = [];
  if (generations.length === 0) warnings.push(warn("none", true));
  else if (serving === null) warnings.push(warn("nothing-usable", true));
  for (const own of generations) {
    if (own.damage) warnings.push(warnOfDamage(own, own.damage));
  }
  if (serving !== null && current.state !== "named") {
    const names = { generation: serving.name, named: current.name ?? "" };
    warnings.push(warn(`current-${current.state}`, true, names));
  }
  if (leftovers.length > 0) warnings.push(warn("leftovers", false, { count: leftovers.length }));
  if (isBuilding) warnings.push(warn("building", false));
  return warnings;

  function warnOfDamage({ name }: SurveyedGeneration, damage: GenerationError): Warning {
    const reason = describeDamage(damage, speaker);
    const variables = { generation: name, reason, serving: serving?.name ?? "" };
    if (serving === null) return warn("damaged", true, variables);
    return warn(name === current.name ? "damaged-live" : "damaged-other", true, variables);
  }
}

/** What is wrong with a generation, in the reader's language. */
export function describeDamage({ code, details }: GenerationError, speaker: Speaker): string {
  return speaker.say(`damage-${code}`, details);
}

/** Megabytes as people of the language write them. */
export function formatSize(bytes: number, { language }: Speaker): string {
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return `${new Intl.NumberFormat(language, digits).format(bytes / 1e6)} MB`;
}
