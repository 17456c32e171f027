/**
 * The page, counted from 1, on which something stands.
 *
 * @param pageStarts where each page begins in the text, in order; pages without words begin where the next one does
 * @param offset of the place, in the same text
 * @returns `null` for a format that has no pages
 */
export function pageAt(pageStarts: readonly number[], offset: number): number | null {
  const page = pageStarts.findLastIndex((start) => start <= offset) + 1;
  return page === 0 ? null : page;
}
