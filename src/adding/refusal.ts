/** Why an address or a file is not added; `add-refused-…` in the messages. */
export const REFUSAL_REASONS = [
  "address-wrong",
  "credentials-in-address",
  "file-unreadable",
  "private-address",
  "redirects",
  "robots-disallow",
  "robots-unreachable",
  "status",
  "too-large",
  "too-slow",
  "unreachable",
  "unsupported-content",
  "unsupported-encoding",
] as const;

export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** Thrown while one source is added; the command lists it and goes on with the rest. */
export class AddRefusal extends Error {
  readonly reason: RefusalReason;
  /** A value that helps to mend it; never credentials. */
  readonly detail: string;

  constructor(reason: RefusalReason, detail: string, options?: ErrorOptions) {
    super(`${reason}: ${detail}`, options);
    this.name = "AddRefusal";
    this.reason = reason;
    this.detail = detail;
  }
}
