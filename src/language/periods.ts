import { foldDiacritics } from "./fold.ts";
import { hasSyllableShape } from "./syllable-shape.ts";
import { splitWords } from "./syllables.ts";

/** What stands between a period and its year. Nothing at all or a space tells only behind a capital. */
const BETWEEN = "(?<between>\\s?[/.-]\\s?|\\s+(?:năm|nam)\\s+|\\s?)";
/** In full, or two figures behind a stroke; no number and no unit goes on, for `T5 2000 m2` is a place. */
const YEAR =
  "(?<year>(?:19|20)\\d\\d|(?<=/)[12]\\d)(?![\\p{L}\\p{N}/]|\\s+\\p{N}|" +
  "\\s+(?:kg|m2|ha|tấn|tan|sản|san|tỷ|ty|triệu|trieu|người|nguoi)(?!\\p{L}))";
/** Behind these nothing begins: `2.5T` is a weight. */
const START = "(?<![\\p{L}\\p{N}.,])";

/** `T8/2020`, `quý Q3 năm 2023` */
const PERIOD = new RegExp(
  `${START}(?:(?:tháng|thang|quý|quy)\\s+)?(?<letter>[TQ])(?<number>\\d{1,2})${BETWEEN}${YEAR}`,
  "giu",
);
/** `6T/2021`, the first six months */
const FIRST_MONTHS = new RegExp(`${START}(?<number>\\d{1,2})(?<letter>T)${BETWEEN}${YEAR}`, "giu");
/** `T1-` in `T1-T8/2020` */
const FROM_PERIOD = new RegExp(
  `${START}(?<letter>[TQ])(?<number>\\d{1,2})(?=\\s*(?:-|–|đến|den|và|va|,)\\s*[TQ]\\d{1,2}(?:\\s?[/.]|\\s+(?:năm|nam)\\s))`,
  "giu",
);
/** `6T đầu năm`, `3T cuối năm` */
const MONTHS = /(?<![\p{L}\p{N}])(?<number>\d{1,2})\s?T(?=\s+(?:đầu|dau|cuối|cuoi)\s+(?:năm|nam))/giu;

type Found = Readonly<Partial<Record<"letter" | "number" | "between" | "year", string>>>;

/**
 * Writes out months, quarters and counts of months: `T8/2020` is `tháng 8 năm 2020`, `6T/2021` `6 tháng đầu năm 2021`.
 * @param text NFC
 * @param isBare whether the text has no diacritics, and gets none
 */
export function writeOutPeriods(text: string, isBare: boolean): string {
  if (!mayBeVietnamese(text)) return text;
  const replace = (before: string, pattern: RegExp, write: (found: Found) => string | null): string =>
    before.replace(pattern, (...args) => {
      const found: Found = args.at(-1);
      const written = isPeriod(found) ? write(found) : null;
      return written === null ? args[0] : isBare ? foldDiacritics(written) : written;
    });
  const from = replace(text, FROM_PERIOD, nameUnit);
  const periods = replace(from, PERIOD, (found) => `${nameUnit(found)} năm ${yearOf(found)}`);
  const first = replace(periods, FIRST_MONTHS, (found) =>
    found.between === " " ? null : `${Number(found.number)} tháng đầu năm ${yearOf(found)}`,
  );
  return replace(first, MONTHS, ({ number }) => `${number} tháng`);
}

/** A year has 12 months and 4 quarters; small letters with no mark before the year are weights and names (`5t 2000`). */
function isPeriod({ letter = "T", number, between }: Found): boolean {
  const isApart = between !== undefined && between.trim() === "";
  if (isApart && letter === letter.toLowerCase()) return false;
  return Number(number) >= 1 && Number(number) <= (isQuarter(letter) ? 4 : 12);
}

function nameUnit({ letter = "", number }: Found): string {
  return `${isQuarter(letter) ? "quý" : "tháng"} ${Number(number)}`;
}

function isQuarter(letter: string): boolean {
  return letter.toLowerCase() === "q";
}

function yearOf({ year = "" }: Found): string {
  return year.length === 2 ? `20${year}` : year;
}

/** Whether small words look Vietnamese: in `Hanoi exports Q3 2023` none does; `xk` is a short form and tells nothing. */
function mayBeVietnamese(text: string): boolean {
  const small = splitWords(text).filter(
    (word) => /^\p{L}*\p{Ll}\p{L}*$/u.test(word) && /[aeiouy]/i.test(foldDiacritics(word)),
  );
  return small.length === 0 || small.some((word) => hasSyllableShape(word.toLowerCase()));
}
