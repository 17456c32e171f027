import type { Language } from "./language.ts";

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

const ENGLISH = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});

/** Where the articles and their readers are. */
const TIME_ZONE = "Asia/Ho_Chi_Minh";

const MOMENT = new Intl.DateTimeFormat("sv-SE", {
  dateStyle: "short",
  timeStyle: "short",
  timeZone: TIME_ZONE,
});

/**
 * Writes a moment as a date and a time in Hanoi: `12/01/2021 17:02`, `12 Jan 2021 17:02`.
 *
 * @param moment an ISO date and time; anything else is given back as it is.
 */
export function formatMoment(language: Language, moment: string): string {
  if (Number.isNaN(Date.parse(moment))) return moment;
  // Swedish dates are ISO dates.
  const [date = "", time = ""] = MOMENT.format(new Date(moment)).split(" ");
  return `${formatDate(language, date)} ${time}`;
}

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
