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

/** Words that put a year beside the one spoken of, and by how many years they do. */
const YEARS_ASIDE: ReadonlyArray<readonly [number, RegExp]> = [
  [-1, /\bnam (?:truoc|ngoai)\b|\b(?:year before|previous year|last year)\b/],
  [1, /\bnam (?:sau|toi|tiep theo)\b|\b(?:year after|next year|following year)\b/],
];
const THIS_YEAR = /\bnam nay\b|\bthis year\b/;

/** The time that a follow-up asks about: that of the question before, where it names none itself. */
export function findTimeInContext(followUp: string, before: string): AskedTime {
  const [own, inContext] = [findAskedTime(followUp), findAskedTime(before)];
  if (own.years.length > 0 || own.isNewest) return own;
  const folded = foldDiacritics(followUp).toLowerCase();
  if (THIS_YEAR.test(folded)) return own;
  const aside = YEARS_ASIDE.find(([, words]) => words.test(folded))?.[0] ?? 0;
  return { ...inContext, years: inContext.years.map((year) => String(Number(year) + aside)) };
}
