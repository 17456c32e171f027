import type { FieldProblem } from "./declared-fields.ts";

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
  "link-to-folder",
  "no-extension",
  "no-prose",
  "no-text-layer",
  "not-a-file",
  "not-utf8",
  "outside-folder",
  "side-file-alone",
  "too-complex",
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
  /** Of front matter: what is wrong with which field. */
  readonly problems?: readonly FieldProblem[];
}

export interface SkipErrorOptions extends ErrorOptions {
  readonly problems?: readonly FieldProblem[];
}

/** Thrown while one file is read; the loader lists it and goes on with the rest. */
export class SkipError extends Error {
  readonly reason: SkipReason;
  readonly detail: string;
  readonly problems: readonly FieldProblem[];

  constructor(reason: SkipReason, detail = "", options: SkipErrorOptions = {}) {
    super(detail === "" ? reason : `${reason}: ${detail}`, options);
    this.name = "SkipError";
    this.reason = reason;
    this.detail = detail;
    this.problems = options.problems ?? [];
  }

  /** As it is listed. */
  toSkippedFile(file: string): SkippedFile {
    const { reason, detail, problems } = this;
    return problems.length === 0 ? { file, reason, detail } : { file, reason, detail, problems };
  }
}
