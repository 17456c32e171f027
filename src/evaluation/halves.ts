/** Something is fitted on one half of a benchmark and reported on the other. */
export const HALVES = ["tuning", "reporting"] as const;
export type Half = (typeof HALVES)[number];

/** Every second one is for tuning, so that both halves hold all topics. */
export function halfOf(at: number): Half {
  return at % 2 === 0 ? "tuning" : "reporting";
}

/** The questions of a file that are of one half. */
export function takeHalf<T>(questions: readonly T[], half: Half): T[] {
  return questions.filter((_, at) => halfOf(at) === half);
}
