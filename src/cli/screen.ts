/** What must be known of where text will stand; `process.stdout` tells it. */
export interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
  /** Node's own heeds NO_COLOR, FORCE_COLOR and TERM. */
  hasColors?(): boolean;
}
