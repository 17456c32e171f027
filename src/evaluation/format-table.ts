/** Rows of text under headings, the first column to the left, the others to the right. */
export function formatTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const format = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd();
  return [headings, ...rows].map((row) => `${format(row)}\n`).join("");
}

/** A share as tables of retrieval show it: `.945`, and a dash where there is none. */
export function formatShare(share: number | null): string {
  return share === null ? "-" : share.toFixed(3).replace(/^0/, "");
}
