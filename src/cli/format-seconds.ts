/** Seconds with one decimal, and a point in every language, for they stand beside file names and numbers of JSON. */
export function formatSeconds(seconds: number): string {
  return seconds.toFixed(1);
}
