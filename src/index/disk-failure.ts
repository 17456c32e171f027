/** What the operating system says of a disk, and what a person can do about it. */
const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full; free some space",
  EDQUOT: "the disk quota is used up; free some space",
  EFBIG: "a file became larger than is allowed here; raise the limit (ulimit -f)",
  EROFS: "the disk is read-only; make it writable, or name another folder with --index",
  EACCES: "the permission is missing; give it to this user, or name another folder with --index",
  EPERM: "the permission is missing; give it to this user, or name another folder with --index",
  EIO: "the disk has failed; replace it, or name another folder with --index",
  EMFILE: "too many files are open; raise the limit (ulimit -n)",
  ENFILE: "too many files are open; raise the limit of the machine",
};

/** A failure to write the index as one sentence that says what to do; `null` for what is no failure of the disk. */
export function describeDiskFailure(indexDir: string, cause: unknown): Error | null {
  if (!(cause instanceof Error && "code" in cause && typeof cause.code === "string")) return null;
  const reason = REASONS[cause.code];
  if (reason === undefined) return null;
  return new Error(
    `The index in "${indexDir}" could not be written: ${reason}, then run again: npm run index. ` +
      "An index that was there before stays.",
    { cause },
  );
}

/**
 * A file that grows beyond the limit of the process (`ulimit -f`) ends it by a signal, unless somebody hears that:
 * then writing fails, as on a full disk, and can be told.
 */
export function outliveFileLimits(): void {
  if (process.platform === "win32" || process.listeners("SIGXFSZ").includes(ignore)) return;
  // One of our own, even where there is one: proper-lockfile's ends the process when nobody else listens.
  process.on("SIGXFSZ", ignore);
}

function ignore(): void {}
