import { mkdir } from "node:fs/promises";
import lockfile from "proper-lockfile";
import { describeDiskFailure } from "./disk-failure.ts";
import { layoutOf } from "./layout.ts";
import { LOCK_FUNCTIONS, removeDeadLock } from "./lock-folder.ts";

/**
 * A lock whose holder has not renewed it for this long belongs to a build that was killed on another machine; on
 * this one that is known at once.
 */
const STALE_AFTER_MS = 20_000;
/** How often somebody who waits looks again. */
const RETRY_EVERY_MS = 500;

/** Throws when the lock is no longer held: asked before what cannot be taken back. */
export type AssertHeld = () => void;

/**
 * Does something while no other process builds in this index folder.
 *
 * @param waitMs how long to wait for another build to end
 * @throws with a clear sentence when it is still under way then
 */
export async function whileLocked<T>(
  indexDir: string,
  waitMs: number,
  work: (assertHeld: AssertHeld) => Promise<T>,
): Promise<T> {
  await mkdir(layoutOf(indexDir).generations, { recursive: true }).catch((cause: unknown) => {
    throw (
      describeDiskFailure(indexDir, cause) ??
      new Error(
        `The index folder "${indexDir}" cannot be written; check the path and its permissions, or name another ` +
          "with --index.",
        { cause },
      )
    );
  });
  let lost: Error | undefined;
  const release = await lock(indexDir, Date.now() + waitMs, (error) => {
    lost = error;
  });
  try {
    return await work(() => {
      if (lost) throw takenAwayError(indexDir, lost);
    });
  } finally {
    await release().catch(() => {});
  }
}

async function lock(
  indexDir: string,
  until: number,
  onCompromised: (error: Error) => void,
): Promise<() => Promise<void>> {
  for (;;) {
    await removeDeadLock(layoutOf(indexDir).lock);
    try {
      return await lockfile.lock(indexDir, {
        lockfilePath: layoutOf(indexDir).lock,
        stale: STALE_AFTER_MS,
        fs: LOCK_FUNCTIONS,
        onCompromised,
      });
    } catch (cause) {
      if (!(cause instanceof Error && "code" in cause && cause.code === "ELOCKED"))
        throw describeDiskFailure(indexDir, cause) ?? cause;
      if (Date.now() >= until) {
        throw new Error(
          `Another build is under way in "${indexDir}"; wait until it has ended, then try again.`,
          { cause },
        );
      }
    }
    await new Promise((resolve) => setTimeout(resolve, RETRY_EVERY_MS));
  }
}

/** This process stood still for so long (a sleeping machine) that another took the lock. */
function takenAwayError(indexDir: string, cause: Error): Error {
  return new Error(`Another build began in "${indexDir}" meanwhile; its index stays, this one was dropped.`, {
    cause,
  });
}
