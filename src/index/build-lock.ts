import { mkdir } from "node:fs/promises";
import lockfile from "proper-lockfile";
import { layoutOf } from "./layout.ts";

/** A lock whose holder has not renewed it for this long belongs to a build that was killed. */
const STALE_AFTER_MS = 20_000;
/** How often somebody who waits looks again. */
const RETRY_EVERY_MS = 500;

/**
 * Does something while no other process builds in this index folder.
 *
 * @param waitMs how long to wait for another build to end
 * @throws with a clear sentence when it is still under way then
 */
export async function whileLocked<T>(indexDir: string, waitMs: number, work: () => Promise<T>): Promise<T> {
  await mkdir(layoutOf(indexDir).generations, { recursive: true }).catch((cause: unknown) => {
    throw new Error(
      `The index folder "${indexDir}" cannot be written; check the path and its permissions, or name another ` +
        "with --index.",
      { cause },
    );
  });
  const retries = Math.ceil(waitMs / RETRY_EVERY_MS);
  const release = await lockfile
    .lock(indexDir, {
      lockfilePath: layoutOf(indexDir).lock,
      stale: STALE_AFTER_MS,
      retries: { retries, minTimeout: RETRY_EVERY_MS, maxTimeout: RETRY_EVERY_MS, factor: 1 },
    })
    .catch((cause: unknown) => {
      if (!(cause instanceof Error && "code" in cause && cause.code === "ELOCKED")) throw cause;
      throw new Error(
        `Another build is under way in "${indexDir}"; wait until it has ended, then try again.`,
        { cause },
      );
    });
  try {
    return await work();
  } finally {
    await release().catch(() => {});
  }
}
