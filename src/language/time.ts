import { foldDiacritics } from "./fold.ts";

/** When a question is about, as far as its words tell. */
export interface AskedTime {
  /** Years in four figures, each once. */
  readonly years: readonly string[];
  /** Whether it asks for the newest there is (`mới nhất`, `latest`). */
  readonly isNewest: boolean;
}

const YEAR = /(?<!\d)(?:19|20)\d{2}(?!\d)/g;
const NEWEST =
  /\b(?:moi nhat|gan day nhat|gan nhat|moi day|hien nay|hien tai|latest|newest|most recent|recently)\b/;

/** The years in four figures that a text names, each once. */
export function findYears(text: string): string[] {
  return [...new Set(text.match(YEAR) ?? [])];
}

/** Finds the time that a question speaks of. */
export function findAskedTime(question: string): AskedTime {
  return {
    years: findYears(question),
    isNewest: NEWEST.test(foldDiacritics(question).toLowerCase()),
  };
}
