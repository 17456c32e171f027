/** What is known of the index that answers come from. */
export interface IndexFacts {
  readonly generation: string;
  /** ISO date and time. */
  readonly builtAt: string;
  /** The name of the embedding model. */
  readonly model: string;
  readonly passages: number;
}

/** Gives what is known of the index at this moment; `null` when nothing is. */
export type ReadIndexFacts = () => IndexFacts | null;
