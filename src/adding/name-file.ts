import { foldDiacritics } from "../language/fold.ts";

/** Enough to know an article by, and far from every file system's limit. */
const MAX_SLUG_LENGTH = 80;

/** A file name, without extension, that says date and title in letters every system knows: `2021-01-12-ten-bai`. */
export function nameFile(title: string, publishedOn: string | null): string {
  const words = foldDiacritics(title)
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  let slug = "";
  for (const word of words) {
    const longer = slug === "" ? word.slice(0, MAX_SLUG_LENGTH) : `${slug}-${word}`;
    if (longer.length > MAX_SLUG_LENGTH) break;
    slug = longer;
  }
  return [publishedOn, slug || "bai-bao"].filter(Boolean).join("-");
}
