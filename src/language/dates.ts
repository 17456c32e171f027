/** A day as Vietnamese and ISO texts write it: `12/01/2021`, `12-1-2021`, `2021-01-12`. */
const NUMERIC = /(?<!\d)(?:(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})|(\d{4})-(\d{1,2})-(\d{1,2}))(?!\d)/;
const WRITTEN = /ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})/i;

/** The first full date of a text as `YYYY-MM-DD`, day before month; `null` where there is none or no such day. */
export function findDate(text: string): string | null {
  const written = WRITTEN.exec(text);
  if (written) return toIsoDate(written[3], written[2], written[1]);
  const numeric = NUMERIC.exec(text);
  if (!numeric) return null;
  return numeric[4] === undefined
    ? toIsoDate(numeric[3], numeric[2], numeric[1])
    : toIsoDate(numeric[4], numeric[5], numeric[6]);
}

function toIsoDate(year = "", month = "", day = ""): string | null {
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const date = new Date(`${iso}T00:00:00Z`);
  // `Date` rolls 31 April over into May: such a day does not exist.
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso ? null : iso;
}
