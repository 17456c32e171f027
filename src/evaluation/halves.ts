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

/** What was measured of the questions of one half and kind. */
export interface Group<Kind, Outcome> {
  readonly half: Half;
  readonly kind: Kind;
  readonly outcomes: readonly Outcome[];
}

/** Puts together what is of one half and kind, half by half in the order of the kinds; what has none is left out. */
export function groupOutcomes<Kind, Outcome>(
  outcomes: readonly Outcome[],
  kinds: readonly Kind[],
  placeOf: (outcome: Outcome) => { readonly half: Half; readonly kind: Kind },
): Group<Kind, Outcome>[] {
  return HALVES.flatMap((half) =>
    kinds.flatMap((kind) => {
      const own = outcomes.filter((outcome) => {
        const place = placeOf(outcome);
        return place.half === half && place.kind === kind;
      });
      return own.length > 0 ? [{ half, kind, outcomes: own }] : [];
    }),
  );
}
