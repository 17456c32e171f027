import type { Language } from "./language.ts";

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

const ENGLISH = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});

/**
 * Writes a date as people of the language write it: `12/01/2021` in Vietnamese, `12 Jan 2021` in English.
 *
 * @param date an ISO date, `YYYY-MM-DD`; anything else is given back as it is.
 */
export function formatDate(language: Language, date: string): string {
  const [, year, month, day] = ISO_DATE.exec(date) ?? [];
  if (year === undefined || Number.isNaN(Date.parse(date))) return date;
  return language === "vi" ? `${day}/${month}/${year}` : ENGLISH.format(new Date(date));
}
