import { createHash } from "node:crypto";

/** Something is fitted on one half of a benchmark and reported on the other. */
export const HALVES = ["tuning", "reporting"] as const;
export type Half = (typeof HALVES)[number];

/**
 * The half of a question, by the passage that answers it, so that no passage is in both: by a hash, so that it
 * does not depend on the order of a file.
 */
export function halfOf(passageId: string): Half {
  return (createHash("sha256").update(passageId).digest()[0] ?? 0) % 2 === 0 ? "tuning" : "reporting";
}
