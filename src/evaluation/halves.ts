/** Something is fitted on one half of a benchmark and reported on the other. */
export const HALVES = ["tuning", "reporting"] as const;
export type Half = (typeof HALVES)[number];

/** Every second question of a file is for tuning, so that both halves hold all of its topics. */
export function takeHalf<T>(questions: readonly T[], half: Half): T[] {
  return questions.filter((_, at) => (at % 2 === 0) === (half === "tuning"));
}
