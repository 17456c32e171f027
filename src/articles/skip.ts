/** Why a file does not become an article; `skip-…` in the messages. */
export const SKIP_REASONS = [
  "bad-encoding",
  "binary",
  "broken",
  "changed-while-read",
  "duplicate-id",
  "empty",
  "encrypted",
  "front-matter",
  "no-prose",
  "no-text-layer",
  "not-utf8",
  "outside-folder",
  "too-large",
  "unreadable",
  "unsupported-format",
] as const;

export type SkipReason = (typeof SKIP_REASONS)[number];

/** A file that was left out, and why. `detail` is a value that helps to mend it, such as a size or a line. */
export interface SkippedFile {
  readonly file: string;
  readonly reason: SkipReason;
  readonly detail: string;
}

/** Thrown while one file is read; the loader lists it and goes on with the rest. */
export class SkipError extends Error {
  readonly reason: SkipReason;
  readonly detail: string;

  constructor(reason: SkipReason, detail: string, options?: ErrorOptions) {
    super(`${reason}: ${detail}`, options);
    this.name = "SkipError";
    this.reason = reason;
    this.detail = detail;
  }
}
